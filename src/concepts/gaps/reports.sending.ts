/** Sends reports that lie on this device to the form's own action, each under the key it was given here: twice is once. */
import { deserialize } from '$app/forms';
import { dismissedField } from '#concepts/anonymity/field-marks.ts';
import type { KeptReport, ReportsHere } from './reports.device.ts';

type Issue = { field: string; message: string };
export type Sent = { how: 'sent' } | { how: 'logged_out' } | { how: 'refused'; issues: Issue[] };

export function formOf({ clientKey, fields, dismissed }: KeptReport): FormData {
	const body = new FormData();
	body.append('clientKey', clientKey);
	for (const [name, value] of Object.entries(fields)) {
		if (typeof value === 'boolean') {
			if (value) body.append(name, 'on');
		} else for (const one of [value].flat()) body.append(name, one);
	}
	for (const d of dismissed) body.append('dismissed', dismissedField(d));
	// known gaps could not be offered where there was no connection; the office sees them beside the report
	body.append('seen', 'on');
	return body;
}

/** Rejects when the hub cannot be reached. */
export async function sendReport(report: KeptReport): Promise<Sent> {
	const response = await fetch('/reports/new?/send', {
		method: 'POST',
		body: formOf(report),
		headers: { 'x-sveltekit-action': 'true', accept: 'application/json' }
	});
	if (response.status >= 500) throw new Error(`the hub answered ${response.status}`);
	const result = deserialize<Record<string, never>, { issues?: Issue[] }>(await response.text());
	if (result.type === 'redirect') return { how: result.location.startsWith('/login') ? 'logged_out' : 'sent' };
	if (result.type === 'failure') return { how: 'refused', issues: result.data?.issues ?? [] };
	throw new Error('the hub did not understand');
}

export type Brought = { sent: string[]; refused: string[]; left: number; loggedOut: boolean };
/** All that wait, one after another; what is refused stays here with the reasons, what cannot be sent waits on. */
export async function bring(here: ReportsHere, send: typeof sendReport = sendReport): Promise<Brought> {
	const brought: Brought = { sent: [], refused: [], left: 0, loggedOut: false };
	for (const report of (await here.all()).filter(({ state }) => state === 'waiting')) {
		const answer = brought.loggedOut ? undefined : await send(report).catch(() => undefined);
		if (answer?.how === 'sent') {
			await here.drop(report.clientKey);
			brought.sent.push(report.clientKey);
		} else if (answer?.how === 'refused') {
			await here.keep({ ...report, state: 'refused', issues: answer.issues });
			brought.refused.push(report.clientKey);
		} else {
			brought.left++;
			brought.loggedOut ||= answer?.how === 'logged_out';
		}
	}
	return brought;
}
