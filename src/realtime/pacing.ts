/** How many messages a second: a bucket that fills steadily and may be emptied at once. */

/** @returns a function that takes one out, or only looks, and says whether there was one */
export function bucket(perSecond: number, atOnce: number): (take?: boolean) => boolean {
	let [left, last] = [atOnce, Date.now()];
	return (take = true) => {
		const at = Date.now();
		left = Math.min(atOnce, left + ((at - last) / 1000) * perSecond);
		last = at;
		if (left < 1) return false;
		if (take) left -= 1;
		return true;
	};
}

/** One bucket for each key. */
export function buckets(perSecond: number, atOnce: number, keys = 10_000): (key: string, take?: boolean) => boolean {
	const all = new Map<string, ReturnType<typeof bucket>>();
	return (key, take) => {
		let of = all.get(key);
		if (!of) {
			if (take === false) return true;
			if (all.size >= keys) all.delete(all.keys().next().value!);
			all.set(key, (of = bucket(perSecond, atOnce)));
		}
		return of(take);
	};
}
