/** Opens a file beside the page, with a time limit; then the thread and with it the file are gone. */
import type { ImportAnswer } from './import.worker.ts';

const timeLimitMs = 10_000;

export function readFile(file: File): Promise<ImportAnswer> {
	const thread = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
	return new Promise<ImportAnswer>((resolve) => {
		const timer = setTimeout(() => resolve({ fault: 'too_slow' }), timeLimitMs);
		thread.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
			clearTimeout(timer);
			resolve(data);
		};
		thread.onerror = () => resolve({ fault: 'unreadable' });
		file.arrayBuffer().then(
			(bytes) => thread.postMessage(bytes, [bytes]),
			() => resolve({ fault: 'unreadable' })
		);
	}).finally(() => thread.terminate());
}
