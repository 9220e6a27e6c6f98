/** Work that comes round. */

/** A round at a time; a failed one is followed by the next. @returns a function that stops and waits for the last one */
export function every(ms: number, onError: (e: unknown) => void, round: () => Promise<unknown>): () => Promise<void> {
	let running: Promise<unknown> | undefined;
	const timer = setInterval(() => {
		running ??= round()
			.catch(onError)
			.finally(() => (running = undefined));
	}, ms);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
