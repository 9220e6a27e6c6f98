/** The papers of a meeting – agenda and minutes – for those who may read their page; German, whoever asks for them. */
import type { Actor } from '#concepts/people/actor.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { blocksOfHtml } from '#exports/html-blocks.ts';
import { cell, heading, paragraph, type Block, type Cell, type Fact, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayOf, today } from '#platform/clock.ts';
import { baseUrl } from '#platform/env.server.ts';
import { dayText, longDayText, momentText } from '#ui/dates.ts';
import { meetingPage, type MeetingSeen, type ShownItem } from './queries.server.ts';
import { referredIn, withReferences } from './references.server.ts';
import type { LinkType } from './rules.ts';
import { clockText } from './times.ts';

const inGerman = { locale: 'de' } as const;
export type Linked = { type: LinkType; id: string };
/** Finds number and title of linked things this reader may see, by `type:id`. */
export type LabelsOf = (
	actor: Actor,
	things: readonly Linked[]
) => Promise<ReadonlyMap<string, { number: string | null; title: string }>>;

/** Null when the meeting does not exist for this actor. */
export async function agendaPaper(actor: Actor, meetingId: string, labelsOf: LabelsOf): Promise<Paper | null> {
	const found = await meetingPage(actor, meetingId);
	if (!found) return null;
	const labels = await labelsOf(
		actor,
		found.items.flatMap((i) => i.links)
	);
	const title = m.meetings_tab_agenda({}, inGerman);
	const notices: Partial<Record<MeetingSeen['state'], string>> = {
		draft: m.meetings_paper_draft({}, inGerman),
		cancelled: m.meetings_state_cancelled({}, inGerman)
	};
	return {
		...(await frameOf(found, title)),
		...(notices[found.state] && { notice: notices[found.state]! }),
		facts: [...factsOf(found), { label: m.meetings_paper_as_of({}, inGerman), text: dayText(today(), 'de') }],
		sections: [...itemsTable(found, labels), ...addendumOf(found), ...invitedTable(found)],
		createdOn: today()
	};
}

/** The approved minutes, the latest or the version asked for; before approval the draft, for those who may read it. */
export async function minutesPaper(
	actor: Actor,
	meetingId: string,
	version?: number,
	labelsOf?: LabelsOf
): Promise<Paper | null> {
	const found = await meetingPage(actor, meetingId);
	if (!found) return null;
	const { versions, draft } = found.minutesPart;
	const approved = version === undefined ? versions[0] : versions.find((x) => x.version === version);
	if (!approved && (version !== undefined || !draft)) return null;
	const frame = await frameOf(
		found,
		found.bodyKind === 'steering_committee'
			? m.meetings_minutes_committee({}, inGerman)
			: m.meetings_minutes_group({}, inGerman)
	);
	const base = baseUrl();
	const shown = (html: string) => referencesNamed(actor, html, labelsOf);
	if (!approved)
		return {
			...frame,
			fileName: `${frame.fileName} ${m.meetings_paper_draft({}, inGerman)}`,
			notice: m.meetings_paper_not_approved({}, inGerman),
			facts: factsOf(found),
			sections: blocksOfHtml(await shown(draft), { base }),
			createdOn: dayOf(found.updatedAt)
		};
	return {
		...frame,
		fileName:
			approved.version > 1
				? `${frame.fileName} ${m.meetings_version({ n: approved.version }, inGerman)}`
				: frame.fileName,
		facts: [...factsOf(found), ...approvalOf(approved)],
		sections: blocksOfHtml(await shown(approved.html), { base }),
		hash: { label: m.meetings_hash({}, inGerman), text: approved.hash },
		createdOn: dayOf(approved.approvedAt)
	};
}

/** References with the titles this reader may see; the hash is that of the text with numbers alone. */
async function referencesNamed(actor: Actor, html: string, labelsOf: LabelsOf | undefined): Promise<string> {
	const things = labelsOf ? referredIn(html) : [];
	if (!labelsOf || !things.length) return html;
	const found = await labelsOf(actor, things);
	const labels = new Map([...found].map(([key, { number, title }]) => [key, { number, title }]));
	return withReferences(html, labels, m.editor_not_released({}, inGerman));
}

/** `?version=2`; undefined is the latest, and what is no number is a version that does not exist. */
export function versionFrom(url: URL): number | undefined {
	const asked = url.searchParams.get('version');
	return asked === null ? undefined : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
}

async function frameOf(found: MeetingSeen, title: string) {
	const { countyName } = await settingsForPages();
	return {
		fileName: `${title} ${found.bodyName} ${dayOf(found.startsAt)}`,
		title,
		language: 'de' as const,
		letterhead: [countyName, found.bodyName],
		subtitle: found.title,
		footer: `${countyName} · ${found.bodyName}`,
		author: countyName
	};
}

const factsOf = (found: MeetingSeen): Fact[] => [
	{
		label: m.meetings_column_when({}, inGerman),
		text: `${longDayText(found.startsAt, 'de')}, ${m.meetings_from_until({ from: clockText(found.startsAt), until: clockText(found.endsAt) }, inGerman)}`
	},
	{ label: m.meetings_field_place({}, inGerman), text: found.place }
];

type Approved = MeetingSeen['minutesPart']['versions'][number];
const approvalOf = (v: Approved): Fact[] => [
	{ label: m.meetings_paper_version({}, inGerman), text: String(v.version) },
	{
		label: m.meetings_paper_approved({}, inGerman),
		text: approvedText(v)
	},
	{ label: m.meetings_correction_reason({}, inGerman), text: v.reason }
];

function approvedText({ approvedWay: way, approvedBy, approvedAt, approvedInAt }: Approved): string {
	const [at, name] = [momentText(approvedAt, 'de'), approvedBy ?? ''];
	if (way === 'period') return m.meetings_paper_approved_period({ at }, inGerman);
	if (way === 'circulation') return m.meetings_paper_approved_circulation({ at }, inGerman);
	if (way === 'meeting' && approvedInAt)
		return m.meetings_paper_approved_meeting({ day: dayText(approvedInAt, 'de'), name }, inGerman);
	return m.meetings_paper_approved_by({ name, at }, inGerman);
}

function itemsTable(found: MeetingSeen, labels: Awaited<ReturnType<LabelsOf>>): Block[] {
	if (!found.items.length) return [paragraph(m.meetings_agenda_empty({}, inGerman))];
	const head = [
		m.meetings_field_starts({}, inGerman),
		m.meetings_paper_item({}, inGerman),
		m.meetings_item_title({}, inGerman),
		m.meetings_paper_kind_and_length({}, inGerman),
		m.meetings_item_rapporteur({}, inGerman)
	];
	const rows = found.items.map((item, i): Cell[] => [
		cell(clockText(item.begins)),
		cell(String(i + 1)),
		topicOf(item, labels),
		[
			paragraph(m[`meetings_kind_${item.kind}`]({}, inGerman)),
			paragraph(m.meetings_minutes_long({ count: item.minutes }, inGerman))
		],
		cell(item.rapporteur)
	]);
	return [{ type: 'table', head: [head.map((h) => cell(h))], rows, widths: [17, 13, 73, 31, 37] }];
}

/** The topic and below it what it is about, as far as this reader may see it. */
function topicOf(item: ShownItem, labels: Awaited<ReturnType<LabelsOf>>): Cell {
	const about = item.links.flatMap((l) => {
		const label = labels.get(`${l.type}:${l.id}`);
		return label
			? [
					paragraph(
						`${[m[`meetings_link_${l.type}`]({}, inGerman), label.number].filter(Boolean).join(' ')}: ${label.title}`
					)
				]
			: [];
	});
	const from = item.from
		? [
				paragraph(
					(item.from.taskId ? m.meetings_task_carried_from : m.meetings_carried_from)(
						{ day: dayText(item.from.startsAt, 'de') },
						inGerman
					)
				)
			]
		: [];
	return [paragraph({ text: item.title, bold: true }), ...about, ...from];
}

function addendumOf(found: MeetingSeen): Block[] {
	if (!found.addendum.length || !found.invitedAgenda) return [];
	const told = {
		added: m.meetings_addendum_added,
		removed: m.meetings_addendum_removed,
		changed: m.meetings_addendum_changed
	};
	const since = m.meetings_paper_changed_since({ day: dayText(found.invitedAgenda.frozenAt, 'de') }, inGerman);
	const items = found.addendum.map(({ what, title }) => cell(told[what]({ title }, inGerman)));
	return [heading(1, m.meetings_addendum({}, inGerman)), paragraph(since), { type: 'list', ordered: false, items }];
}

function invitedTable(found: MeetingSeen): Block[] {
	if (!found.invited.length) return [];
	const head = [cell(m.meetings_paper_name({}, inGerman)), cell(m.meetings_paper_organisation({}, inGerman))];
	const rows = found.invited.map((i) => [
		cell(i.guest ? `${i.name} (${m.bodies_function_guest({}, inGerman)})` : i.name),
		cell(i.organisation)
	]);
	return [heading(1, m.meetings_participants({}, inGerman)), { type: 'table', head: [head], rows, widths: [1, 1] }];
}
