/** The short form of a meeting's folder: two pages at most, shorter the more there is. */
import { clockText } from '#concepts/meetings/times.ts';
import { heading, paragraph, textTable, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { cellText } from './control.ts';
import { meetingFacts } from './papers.folder.server.ts';
import { dayIn, dissentMark, frameOf, inGerman, shortened } from './papers.parts.ts';
import type { MeetingSource, SourceProposal } from './papers.source.ts';

/** How much is said, from full to tight; the first that fits is taken. */
type Measure = Record<'resolution' | 'money' | 'unit' | 'proposals' | 'items' | 'overdue', number>;
const measures: readonly Measure[] = [
	{ resolution: 420, money: 160, unit: 60, proposals: 60, items: 60, overdue: 12 },
	{ resolution: 200, money: 90, unit: 60, proposals: 40, items: 40, overdue: 8 },
	{ resolution: 110, money: 45, unit: 40, proposals: 20, items: 20, overdue: 4 },
	{ resolution: 80, money: 30, unit: 30, proposals: 12, items: 12, overdue: 2 },
	{ resolution: 60, money: 20, unit: 20, proposals: 8, items: 8, overdue: 1 }
];
export const tightest = measures.length - 1;

export function summaryPaper(s: MeetingSource, tightness = 0): Paper {
	const most = measures[Math.min(tightness, tightest)]!;
	return {
		...frameOf({
			county: s.county,
			from: s.committee,
			title: m.papers_kind_summary({}, inGerman),
			subtitle: shortened(s.meeting.title, 120),
			keyOn: s.keyOn
		}),
		...(s.meeting.isDraft && { notice: m.papers_draft_meeting({}, inGerman) }),
		facts: meetingFacts(s),
		sections: [...resolutions(s, most), ...agenda(s, most), ...control(s, most)]
	};
}

const further = (all: number, shown: number): Block[] =>
	all > shown ? [paragraph({ text: m.papers_further_in_folder({ n: all - shown }, inGerman), italic: true })] : [];

function resolutions(s: MeetingSource, most: Measure): Block[] {
	if (!s.proposals.length) return [paragraph(m.papers_no_resolutions({}, inGerman))];
	const head = [
		m.papers_column_number({}, inGerman),
		m.proposals_part_resolution({}, inGerman),
		m.proposals_part_money({}, inGerman),
		m.papers_unit_until({}, inGerman)
	];
	const row = (p: SourceProposal) => [
		p.number,
		shortened(p.outline.resolution || p.title, most.resolution) + dissentMark(p.dissents),
		shortened(p.outline.money, most.money) || '–',
		[shortened(p.responsible, most.unit), p.dueOn ? dayIn(p.dueOn) : ''].filter(Boolean).join('\n')
	];
	return [
		heading(1, m.papers_resolutions({}, inGerman)),
		textTable(head, s.proposals.slice(0, most.proposals).map(row), { widths: [24, 66, 43, 38] }),
		...further(s.proposals.length, most.proposals)
	];
}

function agenda(s: MeetingSource, most: Measure): Block[] {
	const head = [
		m.meetings_field_starts({}, inGerman),
		m.meetings_paper_item({}, inGerman),
		m.meetings_item_title({}, inGerman)
	];
	const rows = s.items
		.slice(0, most.items)
		.map((item, i) => [clockText(new Date(item.begins)), String(i + 1), shortened(item.title, 110)]);
	return rows.length
		? [
				heading(1, m.meetings_tab_agenda({}, inGerman)),
				textTable(head, rows, { widths: [16, 12, 143] }),
				...further(s.items.length, most.items)
			]
		: [];
}

function control(s: MeetingSource, most: Measure): Block[] {
	const late = s.control.filter((row) => row.overdue);
	const counts = { all: s.control.length, late: late.length };
	const head = [
		m.papers_column_number({}, inGerman),
		m.papers_column_task({}, inGerman),
		m.papers_unit_until({}, inGerman)
	];
	return [
		heading(1, m.steering_control_title({}, inGerman)),
		paragraph(m.papers_control_counts(counts, inGerman)),
		...(late.length
			? [
					textTable(
						head,
						late
							.slice(0, most.overdue)
							.map((row) => [
								row.number,
								shortened(cellText(row, 'what') || row.subject, 130),
								[shortened(row.who, most.unit), cellText(row, 'until')].filter(Boolean).join('\n')
							]),
						{ widths: [28, 98, 45], caption: m.papers_overdue({}, inGerman) }
					),
					...further(late.length, most.overdue)
				]
			: [])
	];
}
