/** Form data is parsed once, here: typed values, or the sentences for the fields with everything typed kept. */
import { error, fail, isHttpError, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { isDay } from './clock.ts';
import { httpStatus, type Issue, type No } from './result.ts';

/** What was typed, by field; a field sent several times holds all its values. */
export type Typed = Record<string, string | string[]>;
export type Refusal = { values: Typed; issues: Issue[] };
export type Parsed<T> = { ok: true; value: T; values: Typed } | { ok: false; refusal: ActionFailure<Refusal> };

type Entries = v.ObjectEntries;

/**
 * Parses the body of a form POST by a valibot object schema whose messages are in the reader's language. Fields that
 * the schema declares as arrays always get an array. A failure carries status 400 and keeps what was typed.
 */
export async function parseForm<E extends Entries>(
	request: Request,
	schema: v.ObjectSchema<E, undefined>
): Promise<Parsed<v.InferOutput<v.ObjectSchema<E, undefined>>>> {
	const data = await formOf(request);
	const values: Typed = {};
	for (const [name, entry] of Object.entries(schema.entries)) {
		const all = data
			.getAll(name)
			.filter((x): x is string => typeof x === 'string')
			.map((x) => x.replaceAll('\0', '')); // the database takes no NUL
		if (isArray(entry)) values[name] = all;
		else if (all.length > 0) values[name] = all[0]!;
	}
	const parsed = v.safeParse(schema, values);
	if (parsed.success) return { ok: true, value: parsed.output, values };
	const issues = parsed.issues.map((i) => ({ field: v.getDotPath(i)?.split('.')[0] ?? '', message: i.message }));
	return { ok: false, refusal: fail(400, { values: withoutSecrets(values), issues: firstOfEach(issues) }) };
}

/** The body of a form POST; what is too big answers 413, what is none 400. */
export async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (e) {
		if (isHttpError(e)) throw e;
		error((e as { status?: number }).status === 413 ? 413 : 400);
	}
}

/** The text of an uploaded file; null where there is none, or it is empty or of more bytes than allowed. */
export async function fileOf(request: Request, name: string, mostBytes: number): Promise<string | null> {
	const file = (await formOf(request)).get(name);
	if (!(file instanceof File) || file.size === 0 || file.size > mostBytes) return null;
	return file.text();
}

/** The answer to a form whose command was refused: its status, its sentences, everything typed. */
export const refused = (answer: No, values: Typed, sentence?: string): ActionFailure<Refusal> =>
	fail(httpStatus[answer.why], {
		values: withoutSecrets(values),
		issues: answer.issues.length ? answer.issues : [{ field: '', message: sentence ?? '' }]
	});

/** A trimmed text with a limit; `required` is the sentence for an empty field. */
export const textField = (o: { required?: string; max?: number; tooLong?: string | (() => string) } = {}) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((s) => s.replace(/\r\n/g, '\n').trim()),
		v.check((s) => !o.required || s.length > 0, o.required ?? ''),
		v.maxLength(o.max ?? 8000, o.tooLong ?? `Bitte höchstens ${o.max ?? 8000} Zeichen.`)
	);

/** A day 'YYYY-MM-DD' that is in the calendar; `message` is the sentence for anything else. */
export const dayField = (message: string) => v.pipe(v.optional(v.string(), ''), v.check(isDay, message));
/** The same, or nothing. */
export const dayOrNone = (message: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((s) => !s || isDay(s), message)
	);

function isArray(entry: unknown): boolean {
	const e = entry as { type?: string; wrapped?: unknown; pipe?: unknown[] };
	return (
		e.type === 'array' ||
		(e.wrapped !== undefined && isArray(e.wrapped)) ||
		(Array.isArray(e.pipe) && e.pipe[0] !== entry && isArray(e.pipe[0]))
	);
}
const withoutSecrets = (values: Typed): Typed =>
	Object.fromEntries(Object.entries(values).filter(([name]) => !/password|token|secret/i.test(name)));
const firstOfEach = (issues: Issue[]): Issue[] =>
	issues.filter((issue, i) => issues.findIndex((x) => x.field === issue.field) === i);
