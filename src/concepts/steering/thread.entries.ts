/** The dated entries of each stage of a thread; of what is hidden, only that it is there. */
import { m } from '#i18n/paraglide/messages.js';
import { dayText } from '#ui/dates.ts';
import type { ThreadEntry } from '#ui/thread.ts';
import { hrefOf } from './directory.ts';
import type { DecisionLink, Facts, Link, PassedOn, SheetLink, StageName, ThreadEvent } from './thread.ts';
import { decisionText, few, gapText, meetingText, sentenceOf, stateOf, type Locale } from './thread.words.ts';

export function entriesOf(f: Facts, locale: Locale): Record<StageName, ThreadEntry[]> {
	const events = (l: Link): ThreadEntry[] =>
		f.events
			.filter((e) => e.type === l.type && e.id === l.id)
			.map((e) => ({ ...eventEntry(e, locale), number: l.number ?? undefined }));
	const plain = (l: Link, more: Partial<ThreadEntry> = {}) => entryOf(l, locale, more);
	return {
		cases: gathered(f.cases.map((c) => plain(c))),
		reports: f.gap.visible ? reportEntries(f, locale) : [hidden()],
		gap: f.gap.visible
			? [
					plain(f.gap, { state: undefined, text: gapText(f) }),
					...f.events.filter((e) => e.type === 'service_gap').map((e) => eventEntry(e, locale))
				]
			: [hidden()],
		mandate: gathered([
			...f.decisions.filter((d) => d.gate === 1).map((d) => decisionEntry(d, locale)),
			...f.mandates.flatMap((x) => [
				plain(x, { text: m.thread_mandate_text({ group: x.bodyName, day: dayOr(x.dueOn, locale) }) }),
				...events(x)
			])
		]),
		groups: gathered(f.groups.map((g) => plain(g, { state: undefined }))),
		meetings: gathered(f.meetings.map((x) => plain(x, { text: meetingText(x) }))),
		proposal: gathered(
			f.proposals.flatMap((p) => [
				plain(p, { text: p.bodyName }),
				...p.versions.map((v): ThreadEntry => ({
					...when(v.at, locale),
					title: m.thread_version({ version: v.version }),
					href: `/proposals/${p.id}/versions`,
					number: p.number ?? undefined
				})),
				...events(p)
			])
		),
		decision: gathered([
			...f.decisions.filter((d) => d.gate === 2).map((d) => decisionEntry(d, locale)),
			...f.passedOn.flatMap((e) => passedOnEntries(e, locale))
		]),
		measures: gathered(
			f.measures.flatMap((x) => [
				plain(x, { text: m.thread_measure_text({ unit: x.unit, day: dayOr(x.dueOn, locale) }) }),
				...events(x),
				...x.reports.map((r): ThreadEntry => ({
					...when(r.at, locale),
					number: x.number ?? undefined,
					title: m.thread_progress(),
					text: r.nextStep ? `${r.text} ${m.thread_next_step({ step: r.nextStep })}` : r.text
				}))
			])
		),
		effect: gathered(
			f.reviews.map((r) =>
				plain(r, {
					...when(r.at ?? r.dueOn, locale),
					href: `/measures/${r.id}`,
					text: r.closedAt
						? m.thread_effect_text({ answered: few(r.answered), better: few(r.better) })
						: r.askedAt
							? m.thread_effect_running()
							: m.thread_effect_planned({ day: dayOr(r.dueOn, locale) })
				})
			)
		),
		feedback: [
			...f.feedback.map((x): ThreadEntry =>
				x.at
					? { ...when(x.at, locale), title: x.text, text: m.thread_feedback_text({ receivers: few(x.receivers) }) }
					: { at: '', title: m.thread_feedback_owed(), state: { label: m.thread_open(), tone: 'warning' } }
			),
			...f.sheets.flatMap((s) => sheetEntries(s, locale))
		]
	};
}

function entryOf(l: Link, locale: Locale, more: Partial<ThreadEntry>): ThreadEntry {
	if (!l.visible) return hidden();
	return {
		...when(l.at, locale),
		number: l.number ?? undefined,
		title: l.title,
		href: hrefOf(l.type, l.id) ?? undefined,
		state: stateOf(l),
		...more
	};
}
const passedOnEntries = (e: PassedOn, locale: Locale): ThreadEntry[] => [
	entryOf(e, locale, {
		title: m.thread_passed_on({ to: e.addressee.split('\n')[0]! }),
		text: e.answeredOn ? undefined : m.thread_resubmit({ day: dayText(e.resubmitOn, locale) })
	}),
	...(e.answeredOn ? [{ ...when(e.answeredOn, locale), title: m.thread_answer({ answer: e.answer }) }] : [])
];
const sheetEntries = (s: SheetLink, locale: Locale): ThreadEntry[] => [
	entryOf(s, locale, {}),
	...s.sent.map((x): ThreadEntry => ({
		...when(x.on, locale),
		number: s.number ?? undefined,
		title: m.thread_sent_to({ network: x.network })
	}))
];
const decisionEntry = (d: DecisionLink, locale: Locale): ThreadEntry =>
	entryOf(d, locale, { title: d.wording, text: decisionText(d, locale) });
/** A hidden thing has no day. */
const dayOr = (day: string, locale: Locale): string => (day ? dayText(day, locale) : '');
const hidden = (): ThreadEntry => ({ at: '', title: m.thread_hidden(), hidden: true });

/** In order of time; several hidden ones become one line. */
function gathered(entries: ThreadEntry[]): ThreadEntry[] {
	const seen = entries.filter((e) => !e.hidden).sort((a, b) => (a.datetime ?? '').localeCompare(b.datetime ?? ''));
	const unseen = entries.length - seen.length;
	if (!unseen) return seen;
	return [...seen, unseen === 1 ? hidden() : { ...hidden(), title: m.thread_hidden_many({ count: unseen }) }];
}

function when(at: string | null, locale: Locale): Pick<ThreadEntry, 'at' | 'datetime'> {
	return at ? { at: dayText(at, locale), datetime: at.length === 10 ? at : new Date(at).toISOString() } : { at: '' };
}

const eventEntry = (e: ThreadEvent, locale: Locale): ThreadEntry => ({
	...when(e.at, locale),
	title: sentenceOf(e)
});

function reportEntries(f: Facts, locale: Locale): ThreadEntry[] {
	const r = f.reports;
	const breadth = m.thread_breadth({ municipalities: few(r.municipalities), carriers: few(r.carriers) });
	return [
		...(r.reports !== 0
			? [{ ...when(r.firstAt, locale), title: m.thread_reports({ count: few(r.reports) }), text: breadth }]
			: []),
		...(r.confirmations !== 0 ? [{ at: '', title: m.thread_confirmations({ count: few(r.confirmations) }) }] : [])
	];
}
