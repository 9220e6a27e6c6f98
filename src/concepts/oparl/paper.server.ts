/** The files of the interface: the agenda as it is released, and approved minutes as their page gives them. */
import type { Actor } from '#concepts/people/actor.ts';
import { minutesPaper } from '#concepts/meetings/paper.server.ts';
import { clockText } from '#concepts/meetings/times.ts';
import { paperLabels } from '#concepts/steering/recalled.queries.server.ts';
import { cell, paragraph, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayOf, today } from '#platform/clock.ts';
import { longDayText } from '#ui/dates.ts';
import { fileFor, invitedAgenda } from './queries.server.ts';

const inGerman = { locale: 'de' } as const;

/** Null where there is no such file for this reader. */
export async function paperOfFile(actor: Actor, id: string): Promise<Paper | null> {
	const file = await fileFor(actor, id);
	if (!file) return null;
	return file.kind === 'agenda' ? agenda(actor, file.meetingId) : approved(actor, file.meetingId);
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

function itemsOf(titles: readonly string[]): Block[] {
	if (!titles.length) return [paragraph(m.meetings_agenda_empty({}, inGerman))];
	return [{ type: 'list', ordered: true, items: titles.map((title) => cell(title)) }];
}
