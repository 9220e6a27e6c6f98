/** What proposals do by the clock: remind those who were asked for a statement, and groups of what they were to bring back. */
import type { Queue } from '#jobs/queue.server.ts';
import { remindOfReturn, returnsDue } from './returns.reminders.server.ts';
import { remindOfStatement } from './statements.commands.server.ts';
import { statementsDue } from './statements.queries.server.ts';

const kind = { name: 'proposals.remind', withinSeconds: 900 };
const returns = { name: 'proposals.remind_returns', withinSeconds: 900 };

export async function startProposalJobs(queue: Queue): Promise<void> {
	await queue.work(kind, remindOfStatements);
	await queue.schedule(kind.name, '45 5 * * *');
	await queue.work(returns, remindOfReturns);
	await queue.schedule(returns.name, '47 5 * * *');
}

export const remindOfStatements = async (): Promise<void> => each(await statementsDue(), remindOfStatement);
export const remindOfReturns = async (): Promise<void> => each(await returnsDue(), remindOfReturn);

/** Each in a transaction of its own: one that fails holds up no other, and the job is tried again. */
async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
	const failures: unknown[] = [];
	for (const id of ids) await work(id).catch((e: unknown) => void failures.push(e));
	if (failures.length) throw new AggregateError(failures, `${failures.length} reminders failed`);
}
