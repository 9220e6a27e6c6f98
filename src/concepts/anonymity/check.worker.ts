/** The thread of the server that checks texts: one message with a text in, one with its marks or the reason out. */
import { parentPort } from 'node:worker_threads';
import { detect, ready, type DetectOptions, type Mark } from '#concepts/anonymity/detect.ts';

export type CheckOrder = { text: string; options: DetectOptions };
export type CheckAnswer = { marks: Mark[] } | { error: string };

parentPort!.on('message', ({ text, options }: CheckOrder) => {
	void ready()
		.then((): CheckAnswer => ({ marks: detect(text, options) }))
		.catch((e: unknown): CheckAnswer => ({ error: String(e) }))
		.then((answer) => parentPort!.postMessage(answer));
});
