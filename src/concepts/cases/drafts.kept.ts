/** What lies on this device of a draft is read as anything from outside; loaded only where something lies there. */
import * as v from 'valibot';
import { labels } from '#concepts/anonymity/marks.ts';

const codes = v.array(v.string());
const code = v.optional(v.string());
const keptSchema = v.object({
	version: v.optional(v.number()),
	draft: v.optional(v.string()),
	content: v.object({
		title: v.string(),
		attributes: v.object({
			place: code,
			ageBand: code,
			origin: code,
			residenceGroup: code,
			household: code,
			gender: code,
			legalDomains: codes,
			phases: codes
		}),
		stations: v.array(
			v.object({ month: v.number(), legalDomain: v.string(), text: v.string(), breakAfter: v.optional(v.string()) })
		),
		narrative: v.string(),
		helped: v.string(),
		suspectedGap: v.string(),
		dismissed: v.array(v.object({ text: v.string(), label: v.picklist(labels) }))
	})
});
export type KeptDraft = v.InferOutput<typeof keptSchema>;
export function keptDraft(found: unknown): KeptDraft | undefined {
	const parsed = v.safeParse(keptSchema, found);
	return parsed.success ? parsed.output : undefined;
}
