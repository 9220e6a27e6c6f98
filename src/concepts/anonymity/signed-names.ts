/** Firms, parishes and houses by the sign of a name: a legal form behind it, a saint before it, quotes around it. */
import { rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { fold } from '#concepts/anonymity/folding.ts';
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';
const legalForm =
	/(?<![A-Za-zÀ-ɏ0-9&.'’+-])((?:[A-ZÀ-ÞĀ-ɏ\d][A-Za-zÀ-ɏ0-9&.'’+-]{0,30}\s(?:&\s|und\s|\+\s)?){1,4})(?:g?GmbH(?:\s?&\s?Co\.?\s?KG)?|AG|KG|OHG|GbR|UG|e\.\s?K\.|eG|SE|mbH|Co\.\s?KG|Inc\.?|Ltd\.?|B\.V\.)(?![A-Za-zÀ-ɏ])/g;
const quotedName =
	/(?<![A-Za-zÀ-ɏ])([A-Za-zÀ-ɏ]{0,30}(?:schule|kita|kindergarten|restaurant|imbiss|hotel|verein|praxis|café|cafe|firma|laden|salon|einrichtung|wohngruppe|familienzentrum|bäckerei|pizzeria|shop|moschee|krippe|studio|betrieb|arbeitgeber|gasthof|kiosk|bar|bistro))\s([„"“«»'‚][^"“”«»'‘\n]{2,40}["“”«»'‘])/gi;
const legalCue = cueOf(rows(['_'], 'GmbH gGmbH AG KG OHG GbR UG e.K e._K eG SE mbH Co Inc Ltd B.V'.split(' ')));
const saintCue = cueOf('st._ sankt_');
const quotedCue = cueOf(
	rows(
		'schule kita kindergarten restaurant imbiss hotel verein praxis café cafe firma laden salon einrichtung wohngruppe familienzentrum bäckerei pizzeria shop moschee krippe studio betrieb arbeitgeber gasthof kiosk bar bistro'.split(
			' '
		),
		['_'],
		[...'„"“«»\'‚']
	)
);

export function signedFindings(text: string, lexicon: Lexicon): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, end: number) => found.push({ start, end, label: 'ORGANISATION', severity: 'amber', why });
	for (const m of matchesNear(text, legalCue, legalForm, 150)) {
		const words = m[1]!.trim().split(/[\s&+]+/);
		const short = /(?:AG|KG|UG|SE|GbR)$/.test(m[0]) && !/GmbH/.test(m[0]);
		if (!short || words.some((word) => !lexicon.isWord(fold(word)) && word.length > 3))
			add(m.index, m.index + m[0].trimEnd().length);
	}
	for (const m of matchesNear(
		text,
		saintCue,
		/(?<![A-Za-zÀ-ɏ])(?:St\.|Sankt)\s(?!Arnold|Petersburg)[A-Za-zÀ-ɏ]{4,}(?:-[A-ZÀ-Þ][A-Za-zÀ-ɏ]+){0,3}/gi,
		60
	))
		add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, quotedCue, quotedName, 80))
		if (!/workshop$/i.test(m[1]!)) add(m.index, m.index + m[0].length);
	return found;
}
