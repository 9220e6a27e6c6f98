/** Sets a paper as tagged PDF (PDF/UA-1) in a thread of its own, so that the hub goes on answering. */
import path from 'node:path';
import { threadFor } from '#platform/thread.server.ts';
import { cleanPaper } from './paper.clean.ts';
import { pageWords, type Paper } from './paper.ts';
import type { Answer, Order } from './pdf.worker.ts';

const timeLimitMs = 20_000;
/** Characters of JSON from which on lines are broken one by one: the best breaks of a paragraph take ten times as long. */
const longFrom = 30_000;
/** Characters of JSON; a paper of a thousand pages stays below. */
const longest = 8_000_000;

const inExports = (file: string): string => path.resolve('src/exports', file);
const set = threadFor<Order, Answer>({
	file: () => inExports('pdf.worker.ts'),
	workerData: () => ({ template: inExports('paper.typ') }),
	name: 'the thread that sets papers',
	work: 'setting the paper',
	/** One takes a few hundredths of a second. */
	mostWaiting: 100
});

/** The bytes of the file; the same paper gives the same bytes. Rejects when setting it takes longer than `withinMs`. */
export async function pdfOf(paper: Paper, withinMs = timeLimitMs): Promise<Uint8Array> {
	const json = JSON.stringify(cleanPaper(paper));
	const breaks = json.length < longFrom ? 'optimized' : 'simple';
	const order: Order = { paper: json, words: JSON.stringify(pageWords[paper.language]), breaks };
	if (order.paper.length > longest) throw new Error('the paper is too long');
	const answer = await set(order, withinMs);
	if ('error' in answer) throw new Error(`the paper could not be set: ${answer.error}`);
	return answer.pdf;
}

/** How many pages one of our own files has. */
export const pageCount = (pdf: Uint8Array): number =>
	(
		Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
			.toString('latin1')
			.match(/\/Type \/Page\b/g) ?? []
	).length;
