/** The files of the interface: agendas as released, minutes as approved, proposals as frozen, result sheets as let go. */
import type { Actor } from '#concepts/people/actor.ts';
import { minutesPaper } from '#concepts/meetings/paper.server.ts';
import { clockText } from '#concepts/meetings/times.ts';
import { sheetPaper } from '#concepts/results/paper.server.ts';
import { frameOf } from '#concepts/steering/papers.parts.ts';
import { fullText } from '#concepts/steering/papers.resolution.ts';
import { paperLabels } from '#concepts/steering/recalled.queries.server.ts';
import { cell, heading, paragraph, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayOf, today } from '#platform/clock.ts';
import { longDayText } from '#ui/dates.ts';
import { checksumOf } from './checksum.server.ts';
import { fileFor, frozenPaper, invitedAgenda } from './queries.server.ts';
import type { FileKind } from './rules.ts';
import { paperTypeText } from './words.ts';

const inGerman = { locale: 'de' } as const;

/** Null where there is no such file for this reader. */
export async function paperOfFile(actor: Actor, id: string): Promise<Paper | null> {
	const file = await fileFor(actor, id);
	if (!file) return null;
	return files[file.kind](actor, file.of);
}

/** Security: the text alone – neither what others said of it nor who in the group dissented. */
async function proposal(actor: Actor, id: string): Promise<Paper | null> {
	const found = await frozenPaper(actor, id);
	if (!found) return null;
	const { frozen, number } = found;
	const frozenOn = dayOf(new Date(frozen.frozenAt));
	return {
		...frameOf({
			county: found.county,
			from: m.papers_programme({}, inGerman),
			title: `${paperTypeText()} ${number}`,
			subtitle: frozen.title,
			keyOn: frozenOn,
			fileName: `${paperTypeText()} ${number}`
		}),
		facts: [],
		sections: [
			heading(1, frozen.title),
			...fullText({
				title: frozen.title,
				outline: frozen.outline,
				responsible: frozen.responsible,
				dueOn: frozen.dueOn,
				version: { n: frozen.version, hash: '', frozenOn },
				dissents: []
			}),
			{ type: 'facts', facts: [{ label: m.oparl_checksum({}, inGerman), text: checksumOf(frozen) }] }
		]
	};
}

/** Security: a version that was approved, never the draft that stands in its place before. */
async function approved(actor: Actor, meetingId: string): Promise<Paper | null> {
	const paper = await minutesPaper(actor, meetingId, undefined, paperLabels);
	return paper?.hash ? paper : null;
}

async function agenda(actor: Actor, meetingId: string): Promise<Paper | null> {
	const found = await invitedAgenda(actor, meetingId);
	if (!found) return null;
	const [from, until] = [new Date(found.startsAt), new Date(found.endsAt)];
	const title = m.meetings_tab_agenda({}, inGerman);
	const when = m.meetings_from_until({ from: clockText(from), until: clockText(until) }, inGerman);
	return {
		fileName: `${title} ${found.bodyName} ${dayOf(from)}`,
		title,
		language: 'de',
		letterhead: [found.county, found.bodyName],
		subtitle: found.title,
		footer: `${found.county} · ${found.bodyName}`,
		author: found.county,
		facts: [
			{ label: m.meetings_column_when({}, inGerman), text: `${longDayText(from, 'de')}, ${when}` },
			{ label: m.meetings_field_place({}, inGerman), text: found.place }
		],
		sections: itemsOf(found.items),
		createdOn: today()
	};
}

const files: Record<FileKind, (actor: Actor, of: string) => Promise<Paper | null>> = {
	agenda,
	minutes: approved,
	paper: proposal,
	sheet: sheetPaper
};

function itemsOf(titles: readonly string[]): Block[] {
	if (!titles.length) return [paragraph(m.meetings_agenda_empty({}, inGerman))];
	return [{ type: 'list', ordered: true, items: titles.map((title) => cell(title)) }];
}
