/** Cuts a text into words once, and says of each where it stands in its sentence. */
import { wordOf, type Word } from '#concepts/anonymity/traits.ts';

export type Token = {
	/** Counted from 0. */
	at: number;
	text: string;
	start: number;
	end: number;
	folded: string;
	lower: string;
	capital: boolean;
	allCapitals: boolean;
	word: Word;
	opensSentence: boolean;
	/** Counted from 0. */
	sentence: number;
	/** What stands between this word and the word before. */
	gap: string;
};

/** Letters of all scripts of Europe and the Near East, as ranges, which are quicker than properties. */
const form =
	/[A-Za-zÀ-ÖØ-öø-ʯ\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufefc][\u0300-\u1fffA-Za-zÀ-ÖØ-öø-ʯ\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufefc]*(?:['’ʼ`´][A-Za-zÀ-ÖØ-öø-ʯ]+)*/g;
/** After these a full stop ends no sentence. */
const shortForms = new Set(
	'abs allg anh anl art az bes betr bev bez bezgl bzgl bzw ca dr ehem einschl etc evtl fa dres gebr inh abt rain fam fr frl geb gem ges ggf ggü hr hrn inkl insb jg kl max mdl min mind mio mtl nr od pers plz prof rd sb schriftl sog st std str tel telef tgl u unbek usw verh vertr vgl vorl widerspr whg z zt zzgl zzt mo di mi do sa so jan feb mär apr jun jul aug sep sept okt nov dez kfz med phil jur ing dipl'.split(
		' '
	)
);

function endsSentence(gap: string, before: string | undefined, next: string): boolean {
	if (/[\n\r!?:;•|]|\.\.\.|…/.test(gap)) return true;
	if (!/\.(?:["“”»«)\]]*\s|\s*["“„(])/.test(gap)) return false;
	if (before === undefined) return true;
	if (/\d\.\s*$/.test(gap)) return false;
	const lone = [...before].length === 1;
	return !lone && !shortForms.has(before.toLowerCase()) && !/^\p{Ll}/u.test(next);
}

export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let end = 0;
	let sentence = 0;
	form.lastIndex = 0;
	for (let found = form.exec(text); found; found = form.exec(text)) {
		const word = wordOf(found[0]);
		const { text: written, folded, lower, capital, allCapitals } = word;
		const start = found.index;
		const gap = start === end + 1 && text.charCodeAt(end) === 32 ? ' ' : text.slice(end, start);
		const opens = !tokens.length || (gap !== ' ' && endsSentence(gap, tokens.at(-1)?.text, written));
		if (opens && tokens.length) sentence++;
		end = start + written.length;
		tokens.push({
			at: tokens.length,
			text: written,
			start,
			end,
			folded,
			lower,
			capital,
			allCapitals,
			word,
			opensSentence: opens || (gap !== ' ' && /[„"“»«(]\s*$/.test(gap)),
			sentence,
			gap
		});
	}
	return tokens;
}
