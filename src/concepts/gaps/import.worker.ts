/** Reads a file in a thread of the browser; columns that name people stay there. No request is made here but for code. */
import { identifyingHeaders } from '#concepts/cases/data/list-headers.ts';
import { shownAs } from '#concepts/cases/lists.columns.ts';
import { tableFrom, UnreadableList, type ReadingFault } from '#concepts/cases/lists.reader.ts';
import { plain } from '#concepts/cases/lists.values.ts';
import { mostImportRows } from './import.rules.ts';

export type ImportAnswer = { text: string; kept: string[]; rows: number; more: boolean } | { fault: ReadingFault };

const identifies = ({ text: _, ...others }: typeof identifyingHeaders) => Object.values(others);
const asCell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function read(bytes: ArrayBuffer): Promise<ImportAnswer> {
	const table = await tableFrom(new Uint8Array(bytes));
	const stays = table.headings.map((heading) => identifies(identifyingHeaders).some((x) => x.test(plain(heading))));
	const lines = [table.headings, ...table.rows.slice(0, mostImportRows).map((row) => row.map(shownAs))];
	return {
		text: lines
			.map((line) =>
				line
					.filter((_, i) => !stays[i])
					.map(asCell)
					.join('\t')
			)
			.join('\n'),
		kept: table.headings.filter((_, i) => stays[i]),
		rows: Math.min(table.rows.length, mostImportRows),
		more: table.rows.length > mostImportRows
	};
}

addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
	void read(event.data)
		.catch((e: unknown): ImportAnswer => ({ fault: e instanceof UnreadableList ? e.fault : 'unreadable' }))
		.then((answer) => postMessage(answer));
});
