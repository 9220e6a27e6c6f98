/** What proposals do by the clock: remind those who were asked for a statement. */
import type { Queue } from '#jobs/queue.server.ts';
import { remindOfStatement } from './statements.commands.server.ts';
import { statementsDue } from './statements.queries.server.ts';

const kind = { name: 'proposals.remind', withinSeconds: 900 };

export async function startProposalJobs(queue: Queue): Promise<void> {
	await queue.work(kind, remindOfStatements);
	await queue.schedule(kind.name, '45 5 * * *');
}

/** Each in a transaction of its own: one that fails holds up no other, and the job is tried again. */
export async function remindOfStatements(): Promise<void> {
	const failures: unknown[] = [];
	for (const id of await statementsDue()) await remindOfStatement(id).catch((e: unknown) => void failures.push(e));
	if (failures.length) throw new AggregateError(failures, `${failures.length} reminders failed`);
}
