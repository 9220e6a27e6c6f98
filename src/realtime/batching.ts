/** One question at a time: what is asked while an answer is on its way goes out together with the next one. */

type Waiting<A, B> = { asked: A; resolve: (b: B) => void; reject: (e: unknown) => void };

/**
 * `run` answers all in the order asked. Whoever asks is answered by a run that began after the asking.
 * @param max how many go together at most
 * @param apartMs how much time lies between two beginnings at least, so that under load more go together
 */
export function batched<A, B>(
	run: (asked: A[]) => Promise<readonly B[]>,
	max = 1000,
	apartMs = 0
): (asked: A) => Promise<B> {
	let queue: Waiting<A, B>[] = [];
	let running = false;
	let beganAt = -Infinity;
	const drain = async () => {
		running = true;
		await new Promise<void>((resolve) => setImmediate(resolve));
		while (queue.length) {
			const early = beganAt + apartMs - performance.now();
			if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
			beganAt = performance.now();
			const batch = queue.slice(0, max);
			queue = queue.slice(max);
			try {
				const answers = await run(batch.map((w) => w.asked));
				batch.forEach((w, i) => w.resolve(answers[i]!));
			} catch (e) {
				for (const w of batch) w.reject(e);
			}
		}
		running = false;
	};
	return (asked) =>
		new Promise<B>((resolve, reject) => {
			queue.push({ asked, resolve, reject });
			if (!running) void drain();
		});
}
