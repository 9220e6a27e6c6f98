/** Whom to turn to: an office with its number and address may stand there, a person may not. */
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import { checkWords } from '#concepts/gaps/words.ts';
import { textOptions } from '#concepts/gaps/rules.ts';
import { log } from '#platform/log.server.ts';
import type { Issue } from '#platform/result.ts';

/** Security: a check that failed lets nothing pass. */
export async function contactIssues(text: string, check: Checker = checkText): Promise<Issue[]> {
	const marks = await check(text, textOptions).catch((err: unknown) => {
		log.error({ err }, 'the contact of a result sheet could not be checked');
		return null;
	});
	if (!marks) return [{ field: 'contact', message: checkWords.failed() }];
	const people = marks
		.filter((mark) => mark.label === 'PERSON')
		.map((mark) => ({ ...mark, words: text.slice(mark.start, mark.end) }));
	return people.length ? [{ field: 'contact', message: checkWords.named(people) }] : [];
}
