/** What a browser may send of a list: codes and whole numbers, nothing else; and counts that were typed in by hand. */
import * as v from 'valibot';
import { listFields, mostUploadRows, type ListUpload } from './lists.rules.ts';

/** The longest code there is has 8 letters; no sentence fits in. */
const code = v.pipe(v.string(), v.maxLength(16), v.regex(/^(?:[A-Z0-9_-]+|\*)$/));
const cases = v.pipe(v.number(), v.integer(), v.minValue(1));
const rowSchema = v.strictObject({
	place: code,
	ageBand: code,
	origin: code,
	residenceGroup: code,
	household: code,
	gender: code,
	legalDomain: code,
	phase: code,
	cases
});
const uploadSchema = v.strictObject({
	rows: v.pipe(v.array(rowSchema), v.maxLength(mostUploadRows)),
	counts: v.pipe(v.array(v.strictObject({ field: v.picklist(listFields), code, cases })), v.maxLength(mostUploadRows))
});
const period = v.pipe(v.string(), v.regex(/^\d{4}-H[12]$/));

export const listSchema = v.object({
	period: v.optional(v.string(), ''),
	upload: v.optional(v.pipe(v.string(), v.maxLength(600_000)), '')
});

/** Undefined for whatever is not exactly an upload. */
export function uploadFrom(typed: v.InferOutput<typeof listSchema>): ListUpload | undefined {
	try {
		const parsed = v.safeParse(uploadSchema, JSON.parse(typed.upload));
		const when = v.safeParse(period, typed.period);
		return parsed.success && when.success ? { period: when.output, ...parsed.output } : undefined;
	} catch {
		return undefined;
	}
}

const many = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100)), []);
export const countsSchema = v.object({
	period: v.optional(v.string(), ''),
	field: v.picklist(listFields),
	code: many,
	cases: many
});

/** Counts typed in by hand, empty ones left out; undefined where one of them is no whole number. */
export function countsFrom(typed: v.InferOutput<typeof countsSchema>): ListUpload | undefined {
	const when = v.safeParse(period, typed.period);
	if (!when.success || typed.code.length !== typed.cases.length) return undefined;
	const given = typed.code
		.map((c, i) => ({ field: typed.field, code: c, cases: typed.cases[i]!.trim() }))
		.filter((c) => c.cases !== '' && c.cases !== '0');
	if (given.some((c) => !/^\d{1,5}$/.test(c.cases))) return undefined;
	return { period: when.output, rows: [], counts: given.map((c) => ({ ...c, cases: Number(c.cases) })) };
}
