/** What lies on this device of a report is read as anything from outside. */
import * as v from 'valibot';
import { labels } from '#concepts/anonymity/marks.ts';

const codes = v.array(v.string());
const keptSchema = v.object({
	clientKey: v.pipe(v.string(), v.uuid()),
	/** `typed`: not sent yet by its writer; `refused`: the hub does not take it as it is. */
	state: v.picklist(['typed', 'waiting', 'refused']),
	issues: v.array(v.object({ field: v.string(), message: v.string() })),
	dismissed: v.array(v.object({ text: v.string(), label: v.picklist(labels) })),
	fields: v.object({
		text: v.string(),
		phase: v.string(),
		gapType: v.string(),
		legalDomains: codes,
		municipality: v.string(),
		severity: v.string(),
		frequency: v.string(),
		scope: v.string(),
		residenceGroups: codes,
		ageBands: codes,
		households: codes,
		languages: codes,
		actors: codes,
		idea: v.string(),
		urgent: v.boolean()
	})
});
export type KeptReport = v.InferOutput<typeof keptSchema>;
export function keptReport(found: unknown): KeptReport | undefined {
	const parsed = v.safeParse(keptSchema, found);
	return parsed.success ? parsed.output : undefined;
}

const item = v.object({
	code: v.string(),
	labelDe: v.string(),
	labelEn: v.string(),
	helpDe: v.string(),
	helpEn: v.string()
});
/** The choices of the form, as they were when it was open last. */
export const keptLists = (found: unknown) => {
	const parsed = v.safeParse(v.record(v.string(), v.array(item)), found);
	return parsed.success ? parsed.output : undefined;
};
