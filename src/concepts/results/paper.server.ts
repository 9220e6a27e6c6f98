/** The result sheet as a paper, the same for a reader inside and for whoever holds a link. */
import type { Actor } from '#concepts/people/actor.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { heading, paragraph, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayOf, today } from '#platform/clock.ts';
import { dayText } from '#ui/dates.ts';
import { sheetByLink, sheetPage } from './queries.server.ts';
import type { SheetText } from './rules.ts';
import { partWords } from './words.ts';

const inGerman = { locale: 'de' } as const;
const told = ['background', 'decided', 'changes', 'audience', 'contact'] as const;

/** `day`: of the release, or else of the draft. */
type Printed = SheetText & { number: string; day: string; released: boolean; notice?: string };
async function paperOf(s: Printed): Promise<Paper> {
	const { countyName } = await settingsForPages();
	return {
		fileName: `${m.results_one({}, inGerman)} ${s.number}`,
		title: s.title,
		subtitle: `${m.results_one({}, inGerman)} ${s.number}`,
		language: 'de',
		letterhead: [countyName, m.results_programme({}, inGerman)],
		...(s.notice && { notice: s.notice }),
		facts: s.released ? [{ label: m.results_released_on({}, inGerman), text: dayText(s.day, 'de') }] : [],
		sections: told
			.filter((part) => s[part].trim())
			.flatMap((part) => [
				heading(1, (partWords[part] as (p: object, o: { locale: 'de' }) => string)({}, inGerman)),
				...s[part]
					.split(/\n+/)
					.filter((line) => line.trim())
					.map((line) => paragraph(line.trim()))
			]),
		footer: `${countyName} · ${s.number}`,
		author: countyName,
		createdOn: s.day
	};
}

/** Null when hidden. What is not released, or no more, says so on the paper. */
export async function sheetPaper(actor: Actor, id: string): Promise<Paper | null> {
	const s = await sheetPage(actor, id);
	if (!s) return null;
	const notice =
		s.state === 'released'
			? undefined
			: s.state === 'withdrawn'
				? m.results_paper_withdrawn({}, inGerman)
				: m.results_paper_draft({}, inGerman);
	return paperOf({
		...s,
		day: s.releasedAt ? dayOf(s.releasedAt) : today(),
		released: s.releasedAt !== null,
		...(notice && { notice })
	});
}

export async function sheetPaperByLink(token: string): Promise<Paper | null> {
	const s = await sheetByLink(token);
	return s && paperOf({ ...s, day: dayOf(new Date(s.releasedAt)), released: true });
}
