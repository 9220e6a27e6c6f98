/** Open meetings learn when an analysis they speak of is recalled or comes back, so that no page goes on showing its name. */
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { committed, look, type Transaction } from '#platform/change.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

/** After these an analysis shows itself otherwise than before. */
const kinds = ['recall', 'restore', 'erase', 'expire'].map((step) => `case_analysis.${step}`);
const everyMs = 2000;
/** So far back it is looked each time: transactions do not commit in the order of their numbers. */
const lookBack = 1000;

/**
 * Calls `lookAgain` with each room concerned, soon after the commit wherever it was made. Each node does it for its own
 * browsers; what is told twice is asked for twice and does no harm.
 */
export function startRecallHints(o: { lookAgain: (room: string) => void; onError: (e: unknown) => void }): {
	stop(): Promise<void>;
} {
	let told: Set<number> | undefined;
	let running: Promise<void> | undefined;
	let again = false;
	const round = async () => {
		do {
			again = false;
			const fresh = await look(recentRecalls);
			// what happened before the start was never shown here
			const unheard = told ? fresh.filter((e) => !told!.has(e.id)) : [];
			if (unheard.length)
				for (const room of await look((tx) => roomsWith(tx, [...new Set(unheard.map((e) => e.thingId))])))
					o.lookAgain(room);
			// only now: what could not be told is still unheard the next time
			told = new Set(fresh.map((e) => e.id));
		} while (again);
	};
	const wake = () => {
		again = true;
		running ??= round()
			.catch(o.onError)
			.finally(() => (running = undefined));
	};
	committed.add(wake);
	const timer = setInterval(wake, everyMs);
	timer.unref();
	wake();
	return {
		async stop() {
			committed.delete(wake);
			clearInterval(timer);
			await running;
		}
	};
}

async function recentRecalls(tx: Transaction): Promise<{ id: number; thingId: string }[]> {
	const newest = sql`(select coalesce(max(${event.id}), 0) - ${lookBack} from ${event})`;
	return tx
		.select({ id: event.id, thingId: event.thingId })
		.from(event)
		.where(and(gt(event.id, newest), eq(event.thingType, 'case_analysis'), inArray(event.kind, kinds)))
		.orderBy(desc(event.id));
}

/** The rooms of the meetings whose agenda is linked to one of these. */
async function roomsWith(tx: Transaction, caseIds: string[]): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: agendaItem.meetingId })
		.from(agendaItem)
		.innerJoin(agendaLink, eq(agendaLink.itemId, agendaItem.id))
		.where(and(eq(agendaLink.thingType, 'case_analysis'), inArray(agendaLink.thingId, caseIds)));
	return rows.flatMap(({ id }) => (id ? [`meeting:${id}`] : []));
}
