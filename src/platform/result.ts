/** What a command or query answers: a value, or one of the named refusals. Anything unexpected is thrown. */

export type Why = 'not_found' | 'forbidden' | 'wrong_state' | 'incomplete' | 'conflict' | 'too_many';
/** `field` names the form field; `message` is the sentence shown there, already in the reader's language. */
export type Issue = { field: string; message: string };
export type Yes<T> = { ok: true; value: T };
export type No = { ok: false; why: Why; issues: Issue[] };
export type Result<T> = Yes<T> | No;

export const yes = <T>(value: T): Yes<T> => ({ ok: true, value });
export const no = (why: Why, issues: Issue[] = []): No => ({ ok: false, why, issues });

export const httpStatus = {
	not_found: 404,
	forbidden: 403,
	wrong_state: 409,
	incomplete: 422,
	conflict: 409,
	too_many: 429
} as const satisfies Record<Why, number>;
