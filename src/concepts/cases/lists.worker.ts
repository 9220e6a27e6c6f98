/** A list in a thread of the browser: the file goes in, what is recognised and what may leave comes out; no request is made here but for code. */
import { ready } from '#concepts/anonymity/detect.ts';
import { columnsOf, type ListColumn, type ListTable } from './lists.columns.ts';
import { leavingOf, type Leaving } from './lists.gate.ts';
import { tableFrom, UnreadableList, type ReadingFault } from './lists.reader.ts';
import { listFields, type ListField, type ListGate } from './lists.rules.ts';
import { casesOf, valuesOf, type Choices, type Chosen, type ListedValue } from './lists.sorting.ts';
import { suspicionOf } from './lists.suspicion.ts';

export type ListOrder =
	| { id: number; open: ArrayBuffer; today: string }
	| { id: number; weigh: { chosen: Chosen; choices: Choices; gate: ListGate; today: string } };
export type Opened = { columns: ListColumn[]; rows: number };
export type Weighed = { values: Partial<Record<ListField, ListedValue[]>>; leaving: Leaving };
export type ListAnswer = { id: number } & ({ opened: Opened } | { weighed: Weighed } | { fault: ReadingFault });

let table: ListTable | undefined;

async function answer(order: ListOrder): Promise<ListAnswer> {
	const { id } = order;
	if ('open' in order) {
		table = undefined;
		const read = await tableFrom(new Uint8Array(order.open));
		try {
			await ready();
		} catch {
			// Security: without the word lists nothing can be told apart, so nothing is shown as harmless
			return { id, fault: 'unchecked' };
		}
		const columns = columnsOf(read, suspicionOf, order.today);
		table = read;
		return { id, opened: { columns, rows: read.rows.length } };
	}
	if (!table) return { id, fault: 'empty' };
	const { chosen, choices, gate, today } = order.weigh;
	const values = Object.fromEntries(
		listFields.flatMap((field) => {
			const at = chosen[field];
			return at === undefined ? [] : [[field, valuesOf(field, table!.rows, at, choices, today, gate)]];
		})
	);
	return { id, weighed: { values, leaving: leavingOf(casesOf(table.rows, chosen, choices, today), gate) } };
}

addEventListener('message', (event: MessageEvent<ListOrder>) => {
	const { id } = event.data;
	void answer(event.data)
		.catch((e: unknown): ListAnswer => ({ id, fault: e instanceof UnreadableList ? e.fault : 'unreadable' }))
		.then((said) => postMessage(said));
});
