/** Checks a text on the server once more, in a thread with a time limit: a check that crashes or hangs lets nothing pass. */
import path from 'node:path';
import type { CheckAnswer, CheckOrder } from '#concepts/anonymity/check.worker.ts';
import type { DetectOptions, Mark } from '#concepts/anonymity/marks.ts';
import { threadFor } from '#platform/thread.server.ts';

const timeLimitMs = 2_000;
/** Starting the thread and loading the word lists, on a busy machine; then the limit of the single text begins. */
const startLimitMs = 10_000;
/** A text of this length is checked well within the limit; the forms take far less. */
export const longestText = 200_000;

const script = (): string => path.resolve('src/concepts/anonymity/check.worker.ts');

export type Checker = (text: string, options?: DetectOptions) => Promise<Mark[]>;

export function createChecker(file: () => string = script, withinMs = timeLimitMs): Checker {
	const check = threadFor<CheckOrder, CheckAnswer>({
		file,
		name: 'the thread that checks texts',
		work: 'checking the text',
		mostWaiting: 200,
		warmUp: { order: { text: '', options: {} }, withinMs: Math.max(withinMs, startLimitMs) }
	});
	return async (text, options = {}) => {
		if (text.length > longestText) throw new Error('the text is too long to be checked');
		const answer = await check({ text, options }, withinMs);
		if ('error' in answer) throw new Error(`the text could not be checked: ${answer.error}`);
		return answer.marks;
	};
}

/** The marks of the text; rejects when the check crashed or took longer than two seconds – then nothing may be released. */
export const checkText: Checker = createChecker();
