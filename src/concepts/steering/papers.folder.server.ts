/** A meeting's folder: agenda, a page for each resolution, the control list, and as annexes full texts and analyses. */
import type { PaperCase } from '#concepts/cases/paper.server.ts';
import type { LinkType } from '#concepts/meetings/rules.ts';
import { clockText } from '#concepts/meetings/times.ts';
import {
	annexName,
	annexes,
	cell,
	heading,
	pageBreak,
	paragraph,
	textTable,
	type Block,
	type Cell,
	type Fact,
	type Paper
} from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { longDayText } from '#ui/dates.ts';
import { fullText, resolutionPage } from './papers.resolution.ts';
import { controlTable, dayIn, dissentMark, frameOf, inGerman, missingSentence } from './papers.parts.ts';
import type { MeetingSource, SourceItem } from './papers.source.ts';

/** `cases`: those of the source that may be read now, by number. */
export function folderPaper(s: MeetingSource, cases: readonly PaperCase[]): Paper {
	const annexOf = annexNumbers(s, cases);
	return {
		...frameOf({
			county: s.county,
			from: s.committee,
			title: m.papers_kind_folder({}, inGerman),
			subtitle: s.meeting.title,
			keyOn: s.keyOn
		}),
		...(s.meeting.isDraft && { notice: m.papers_draft_meeting({}, inGerman) }),
		facts: meetingFacts(s),
		contents: { title: m.papers_contents({}, inGerman), depth: 2 },
		sections: [
			heading(1, m.meetings_tab_agenda({}, inGerman)),
			...missing(s, cases),
			...agendaTable(s, annexOf),
			...resolutions(s, annexOf),
			...control(s),
			...annexes(m.papers_annexes({}, inGerman), annexesOf(s, cases), 'de')
		]
	};
}

export const meetingFacts = (s: MeetingSource): Fact[] => [
	{
		label: m.meetings_column_when({}, inGerman),
		text: `${longDayText(s.meeting.startsAt, 'de')}, ${m.meetings_from_until({ from: clockText(new Date(s.meeting.startsAt)), until: clockText(new Date(s.meeting.endsAt)) }, inGerman)}`
	},
	{ label: m.meetings_field_place({}, inGerman), text: s.meeting.place },
	{ label: m.meetings_paper_as_of({}, inGerman), text: dayIn(s.keyOn) }
];

/** How many of the analyses it was to hold are missing, and how many are in the hub only. */
export function missing(s: { caseIds: readonly string[]; moreCases: number }, cases: readonly PaperCase[]): Block[] {
	const sentences = [
		missingSentence(s.caseIds.length - cases.length),
		s.moreCases ? m.papers_more_cases({ n: s.moreCases }, inGerman) : null
	];
	return sentences.flatMap((text) => (text ? [paragraph({ text, italic: true })] : []));
}

type AnnexOf = {
	proposal: (number: string) => string;
	analysis: (id: string) => { annex: string; number: string } | null;
};
/** First the full texts in the order of the agenda, then the analyses by number. */
function annexNumbers(s: MeetingSource, cases: readonly PaperCase[]): AnnexOf {
	return {
		proposal: (number) => annexName(s.proposals.findIndex((p) => p.number === number) + 1, 'de'),
		analysis: (id) => {
			const at = cases.findIndex((c) => c.id === id);
			return at < 0 ? null : { annex: annexName(s.proposals.length + at + 1, 'de'), number: cases[at]!.number };
		}
	};
}
const annexesOf = (s: MeetingSource, cases: readonly PaperCase[]) => [
	...s.proposals.map((p) => ({ title: m.papers_full_text({ number: p.number }, inGerman), blocks: fullText(p) })),
	...cases.map((c) => ({
		title: m.papers_case_annex({ number: c.number }, inGerman),
		blocks: [paragraph({ text: c.title, bold: true }), ...c.blocks]
	}))
];

const agendaHead = () =>
	[
		m.meetings_field_starts({}, inGerman),
		m.meetings_paper_item({}, inGerman),
		m.meetings_item_title({}, inGerman),
		m.meetings_paper_kind_and_length({}, inGerman),
		m.meetings_item_rapporteur({}, inGerman)
	].map((h) => cell(h));

function agendaTable(s: MeetingSource, annexOf: AnnexOf): Block[] {
	if (!s.items.length) return [paragraph(m.meetings_agenda_empty({}, inGerman))];
	const rows = s.items.map((item, i): Cell[] => [
		cell(clockText(new Date(item.begins))),
		cell(String(i + 1)),
		[paragraph({ text: item.title, bold: true }), ...aboutItem(item, annexOf)],
		[
			paragraph(m[`meetings_kind_${item.kind}`]({}, inGerman)),
			paragraph(m.meetings_minutes_long({ count: item.minutes }, inGerman))
		],
		cell(item.rapporteur)
	]);
	return [{ type: 'table', head: [agendaHead()], rows, widths: [17, 13, 73, 31, 37] }];
}

function aboutItem(item: SourceItem, annexOf: AnnexOf): Block[] {
	const named = item.links.map((l) => {
		const type = m[`meetings_link_${l.type as LinkType}`]({}, inGerman);
		return `${[type, l.number].filter(Boolean).join(' ')}: ${l.title}`;
	});
	const proposal = item.proposal
		? [m.papers_item_proposal({ number: item.proposal, annex: annexOf.proposal(item.proposal) }, inGerman)]
		: [];
	const analyses = item.caseIds.flatMap((id) => {
		const found = annexOf.analysis(id);
		return found ? [m.papers_item_case(found, inGerman)] : [];
	});
	return [...proposal, ...named, ...analyses].map((text) => paragraph(text));
}

function resolutions(s: MeetingSource, annexOf: AnnexOf): Block[] {
	if (!s.proposals.length) return [];
	const head = [
		m.papers_column_number({}, inGerman),
		m.papers_column_subject({}, inGerman),
		m.proposals_part_responsible({}, inGerman),
		m.proposals_part_dueOn({}, inGerman)
	];
	const rows = s.proposals.map((p) => [
		p.number,
		p.title + dissentMark(p.dissents),
		p.responsible || '–',
		p.dueOn ? dayIn(p.dueOn) : '–'
	]);
	return [
		heading(1, m.papers_resolutions({}, inGerman)),
		textTable(head, rows, { widths: [24, 78, 44, 25] }),
		...s.proposals.flatMap((p) => [
			pageBreak,
			...resolutionPage(
				p,
				annexOf.proposal(p.number),
				p.caseIds.flatMap((id) => annexOf.analysis(id) ?? [])
			)
		])
	];
}

function control(s: MeetingSource): Block[] {
	const lead = s.since
		? m.papers_control_since({ day: dayIn(s.since) }, inGerman)
		: m.papers_control_first({}, inGerman);
	return [
		pageBreak,
		heading(1, m.steering_control_title({}, inGerman)),
		paragraph(lead),
		...(s.control.length ? [controlTable(s.control)] : [paragraph(m.papers_control_none({}, inGerman))])
	];
}
