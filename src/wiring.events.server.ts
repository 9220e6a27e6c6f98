/** The events of all concepts as sentences – put into words by the server, so that no page carries those of every kind. */
import * as agreements from '#concepts/agreements/words.ts';
import * as bodies from '#concepts/bodies/words.ts';
import * as people from '#concepts/people/words.ts';
import * as lists from '#concepts/cases/lists.words.ts';
import * as cases from '#concepts/cases/words.ts';
import * as gaps from '#concepts/gaps/words.ts';
import * as meetings from '#concepts/meetings/words.ts';
import * as proposals from '#concepts/proposals/words.ts';
import * as results from '#concepts/results/words.ts';
import * as situation from '#concepts/situation/words.ts';
import * as papers from '#concepts/steering/papers.words.ts';
import * as steering from '#concepts/steering/words.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';

const sentences: Record<string, (data: EventData) => string> = {
	...people.eventWords,
	...cases.eventWords,
	...lists.eventWords,
	...gaps.eventWords,
	...agreements.eventWords,
	...situation.eventWords,
	...bodies.eventWords,
	...meetings.eventWords,
	...proposals.eventWords,
	...results.eventWords,
	...steering.eventWords,
	...papers.eventWords
};

/** An event as a sentence in the reader's language, e.g. „Lückenmeldung einer Versorgungslücke zugeordnet“. */
export const eventText = (kind: string, data: EventData): string => sentences[kind]?.(data) ?? m.thread_event_other();
export const wordedEvents = Object.keys(sentences);
