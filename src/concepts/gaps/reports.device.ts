/** Reports on this device: what is typed and what waits to be sent, in the account's store, which is emptied at logout. */
import { del, entries, get, set, type UseStore } from 'idb-keyval';
import { copyKey, storeOf } from '#realtime/device.ts';
import type { ReportLists } from './catalogues.server.ts';
import { keptLists, keptReport, type KeptReport } from './reports.kept.ts';

export type { KeptReport } from './reports.kept.ts';

const keyOf = (clientKey: string): string => `report ${clientKey}`;
const listsKey = copyKey('report lists');

export type ReportsHere = {
	all: () => Promise<KeptReport[]>;
	keep: (report: KeptReport) => Promise<void>;
	drop: (clientKey: string) => Promise<void>;
	/** The choices of the form, for the page without a connection. */
	keepLists: (lists: ReportLists) => Promise<void>;
	lists: () => Promise<ReportLists | undefined>;
};

/** Rejects where this device keeps nothing. */
export function reportsOn(me: string): ReportsHere {
	let store: UseStore | undefined;
	// never opened anew: after a logout the store is gone, and nothing may be written again
	const opened = (): UseStore => {
		if (typeof indexedDB === 'undefined') throw new Error('no store on this device');
		return (store ??= storeOf(me));
	};
	return {
		async all() {
			const found = (await entries<string, unknown>(opened())).filter(([key]) => key.startsWith(keyOf('')));
			return found.flatMap(([, value]) => keptReport(value) ?? []);
		},
		keep: async (report) => set(keyOf(report.clientKey), report, opened()),
		drop: async (clientKey) => del(keyOf(clientKey), opened()),
		keepLists: async (lists) => set(listsKey, lists, opened()),
		async lists() {
			const found = await get<unknown>(listsKey, opened());
			return keptLists(found) as ReportLists | undefined;
		}
	};
}
