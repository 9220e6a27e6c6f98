/** The detector in a thread of the browser: one text in, its marks or the reason there are none out. */
import { detect, ready, type DetectOptions, type Mark } from '#concepts/anonymity/detect.ts';

export type Order = { id: number; text: string; options: DetectOptions };
export type Answer = { id: number; marks: Mark[] } | { id: number; error: string };

const answer = async ({ id, text, options }: Order): Promise<Answer> => {
	try {
		await ready();
		return { id, marks: detect(text, options) };
	} catch (e) {
		return { id, error: String(e) };
	}
};

addEventListener('message', (event: MessageEvent<Order>) => {
	void answer(event.data).then((told) => postMessage(told));
});
