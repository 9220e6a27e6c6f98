/** A day becomes its month, its season or its year; the words before it go along: „am 12.3.2025“ → „im März 2025“. */
import type { Edit } from './replace.ts';
import { likeIn } from './replace.grammar.ts';
import type { Mark } from './marks.ts';

const months = [
	'Januar',
	'Februar',
	'März',
	'April',
	'Mai',
	'Juni',
	'Juli',
	'August',
	'September',
	'Oktober',
	'November',
	'Dezember'
] as const;
const named = new RegExp(
	String.raw`(?:^|[^\d\p{L}])\d{1,2}\. ?(${months.map((m) => m.slice(0, 3).replace('Mär', 'Mär|Mae|Mrz')).join('|')})\p{L}*\.?(?: (\d{4}|\d{2}\b))?`,
	'iu'
);
type Moment = { month: number; year: number | undefined };

/** The first day that the passage names. */
export function momentOf(passage: string): Moment | undefined {
	const iso = /\b(\d{4})-(\d{2})-\d{2}\b/.exec(passage);
	if (iso) return moment(Number(iso[2]), iso[1]);
	const words = named.exec(passage);
	if (words) {
		const begin = words[1]!.toLowerCase().replace(/mae|mrz/, 'mär');
		return moment(months.findIndex((m) => m.toLowerCase().startsWith(begin)) + 1, words[2]);
	}
	// „12.–14.3.2025“: the day that has a month
	const numbers = /\b\d{1,2}[./-] ?(\d{1,2})(?:[./-] ?(\d{4}|\d{2})?)?(?!\d)/.exec(passage);
	return numbers ? moment(Number(numbers[1]), numbers[2]) : undefined;
}

function moment(month: number, year: string | undefined): Moment | undefined {
	if (month < 1 || month > 12) return undefined;
	// two digits: this century up to 30, people's years of birth before it
	const full = year && (year.length === 2 ? Number(year) + (Number(year) <= 30 ? 2000 : 1900) : Number(year));
	return { month, year: full || undefined };
}

function seasonOf({ month, year }: Moment): string {
	const season = ['Winter', 'Frühjahr', 'Sommer', 'Herbst'][Math.floor((month % 12) / 3)]!;
	if (!year) return season;
	if (season !== 'Winter') return `${season} ${year}`;
	const begun = month === 12 ? year : year - 1;
	return `${season} ${begun}/${String(begun + 1).slice(2)}`;
}

/** Words before a day, and what they become before a month and before a season. */
const leads: readonly [RegExp, string, string][] = [
	[/\bbis (?:zum|einschließlich) $/i, 'bis ', 'bis zum '],
	[/\bbis $/i, 'bis ', 'bis zum '],
	[/\b(?:seit|ab) (?:dem |den )?$/i, '$1', '$1dem '],
	[/\bvor dem $/i, 'vor ', 'vor dem '],
	[/\bnach dem $/i, 'nach ', 'nach dem '],
	[/\bvom $/i, 'vom ', 'vom '],
	[/\bzum $/i, 'zum ', 'zum '],
	[/\b(?:am|den) $/i, 'im ', 'im ']
];

/** Month, season and year; for a day of birth no more than its year says too much: nothing but a placeholder. */
export function dateWords(text: string, mark: Mark): Edit[] {
	const passage = text.slice(mark.start, mark.end);
	const before = text.slice(Math.max(0, mark.start - 25), mark.start);
	if (/\b(geb(oren)?\b|Geburt|Jahrgang|\*)/i.test(before.slice(-18) + passage))
		return [{ start: mark.start, end: mark.end, text: '[Geburtsdatum]' }];
	const when = momentOf(passage);
	if (!when) return [];
	// a word inside the mark („am 12.3.“, „Dienstag, 12.3.“) leads like one before it
	const inner =
		/^((?:bis zum|bis|seit dem|seit|ab dem|ab|vor dem|nach dem|vom|zum|am|den) )?((?:Mo|Di|Mi|Do|Fr|Sa|So)\p{L}*\.?,? (?:den |dem )?)?/iu.exec(
			passage
		);
	const outer = before.replace(/(?:Mo|Di|Mi|Do|Fr|Sa|So)\p{L}*\.?,? (?:den |dem )?$/iu, '');
	const spoken = inner?.[1] ? inner[1] : outer;
	const month = months[when.month - 1]! + (when.year ? ` ${when.year}` : '');
	const choices: [string, boolean][] = [
		[month, false],
		[seasonOf(when), true],
		...(when.year ? [[`Jahr ${when.year}`, true] as [string, boolean]] : [])
	];
	const weekday = inner?.[1] ? 0 : before.length - outer.length;
	for (const [pattern, plain, withArticle] of leads) {
		const found = pattern.exec(spoken);
		if (!found) continue;
		const start = inner?.[1] ? mark.start : mark.start - weekday - found[0].length;
		const word = /^(seit|ab) /i.exec(found[0])?.[0].toLowerCase() ?? '';
		return choices.map(([time, article]) => ({
			start,
			end: mark.end,
			text: likeIn(found[0], (article ? withArticle : plain).replace('$1', word)) + time
		}));
	}
	return choices.map(([time, article]) => ({
		start: mark.start - weekday,
		end: mark.end,
		text: article && !time.startsWith('Jahr') ? time : time.replace(/^Jahr /, '')
	}));
}
