/** Reports out of a spreadsheet: rows are pasted or read on the device, looked through, then sent in one request. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { codingLabels } from '#concepts/gaps/catalogues.server.ts';
import { asText, previewRows, sendRows, type Weighed } from '#concepts/gaps/import.commands.server.ts';
import { importFields, type ImportTable, type Mapping } from '#concepts/gaps/import.rules.ts';
import { may } from '#concepts/gaps/policy.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!may(locals.actor, 'report')) error(404);
	return { lists: await codingLabels() };
};

const column = () => v.optional(v.pipe(v.string(), v.maxLength(4)), '');
const schema = v.object({
	rows: v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(400_000, () => m.gaps_import_too_much())
	),
	mapped: column(),
	text: column(),
	idea: column(),
	phase: column(),
	gapType: column(),
	legalDomains: column(),
	municipality: column()
});
type Sent = v.InferOutput<typeof schema>;
const mappingFrom = (sent: Sent): Mapping =>
	Object.fromEntries(importFields.flatMap((f) => (/^\d{1,3}$/.test(sent[f]) ? [[f, Number(sent[f])]] : [])));

const shown = (table: ImportTable, mapping: Mapping, rows: Weighed[]) => ({
	headings: table.headings,
	mapping,
	rows: rows.map(({ number, fields, problems, issues }) => ({ number, fields, problems, issues }))
});
const nothing = () => m.gaps_import_nothing();

export const actions: Actions = {
	preview: async ({ locals, request }) => {
		const parsed = await parseForm(request, schema);
		if (!parsed.ok) return parsed.refusal;
		const { rows, mapped } = parsed.value;
		const seen = await previewRows(locals.actor, rows, mapped ? mappingFrom(parsed.value) : undefined);
		if (!seen.ok) return refused({ ...seen, issues: [{ field: 'rows', message: nothing() }] }, parsed.values);
		const { table, mapping, rows: weighed } = seen.value;
		return { values: { rows }, issues: [], preview: shown(table, mapping, weighed), sent: [] };
	},
	send: async ({ locals, request }) => {
		const parsed = await parseForm(request, schema);
		if (!parsed.ok) return parsed.refusal;
		const done = await sendRows(locals.actor, parsed.value.rows, mappingFrom(parsed.value));
		if (!done.ok) return refused({ ...done, issues: [{ field: 'rows', message: nothing() }] }, parsed.values);
		const { table, mapping, sent, left } = done.value;
		const rest = { headings: table.headings, rows: left.map((row) => row.source) };
		const again = left.map((row, i) => ({ ...row, number: i + 1 }));
		return {
			values: { rows: left.length ? asText(rest) : '' },
			issues: [],
			preview: left.length ? shown(rest, mapping, again) : null,
			sent
		};
	}
};
