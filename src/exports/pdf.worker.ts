/** The thread that sets papers as PDF: one message with a paper in, one with the file or the reason out. */
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Paper and words as JSON; how lines are broken, in the words of Typst. */
export type Order = { paper: string; words: string; breaks: 'optimized' | 'simple' };
export type Answer = { pdf: Uint8Array } | { error: string };

/** A long paper would take all cores: pages and the database come first. On Linux alone it is this thread, with those it starts. */
const politeness = 15;
if (process.platform === 'linux') os.setPriority(politeness);

const { template } = workerData as { template: string };
const fonts = path.dirname(createRequire(template).resolve('@expo-google-fonts/fira-sans/package.json'));
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];
const compiler = NodeCompiler.create({
	workspace: path.dirname(template),
	fontArgs: [{ fontPaths: faces.map((face) => path.join(fonts, face)) }]
});

const told = (e: unknown): string => (e instanceof Error ? e.message : JSON.stringify(e));

function compiled(inputs: Record<string, string>): Uint8Array {
	const done = compiler.compile({ mainFilePath: template, inputs });
	if (!done.result) throw new Error(JSON.stringify(done.takeDiagnostics()?.shortDiagnostics ?? 'no result'));
	return compiler.pdf(done.result, { pdfStandard: 'ua-1' });
}

/** Signs that no font here can show are written as their number: PDF/UA refuses a file with an empty box. */
const numbered = (sign: string): string => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
/** The compiler names them in quotes that it has escaped once or twice. */
function signsIn(refusal: string): string[] {
	const quoted = [...refusal.matchAll(/(?:the text|codepoint) `\\*"(.+?)\\*"`/gu)].map((x) => x[1]!);
	return quoted.flatMap((s) => [
		...s.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
	]);
}
const without = (json: string, signs: ReadonlySet<string>): string =>
	[...json].map((c) => (c.codePointAt(0)! > 0x7f && signs.has(c) ? numbered(c) : c)).join('');
/** Scripts that Fira Sans knows, and punctuation. */
const known = /[\u0000-\u024f\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203a\u20ac]/u;

function pdfFrom({ paper, ...more }: Order): Uint8Array {
	try {
		return compiled({ paper, ...more });
	} catch (e) {
		const signs = new Set(signsIn(told(e)));
		if (!signs.size) throw e;
		try {
			return compiled({ paper: without(paper, signs), ...more });
		} catch {
			return compiled({ paper: without(paper, new Set([...paper].filter((c) => !known.test(c)))), ...more });
		}
	}
}

parentPort!.on('message', (order: Order) => {
	let answer: Answer;
	try {
		answer = { pdf: pdfFrom(order) };
	} catch (e) {
		answer = { error: told(e) };
	}
	parentPort!.postMessage(answer);
	compiler.evictCache(4);
});
