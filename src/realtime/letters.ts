/** Which parts of a document are known to be letters in a text: what is typed behind them needs no look at the document. */

/** Client id, first clock, how many. */
export type Span = readonly [client: number, clock: number, length: number];

/** So many spans are kept; then all are forgotten, and looked up again. */
const most = 4000;

export class Letters {
	readonly #of = new Map<number, { from: number; to: number }[]>();
	#count = 0;

	add([client, from, length]: Span): void {
		const to = from + length;
		const spans = this.#of.get(client) ?? [];
		const last = spans.at(-1);
		if (last && last.to === from) last.to = to;
		else if (!this.has({ client, clock: from }) || !this.has({ client, clock: to - 1 })) {
			if (++this.#count > most) {
				this.#of.clear();
				this.#count = 1;
				spans.length = 0;
			}
			spans.push({ from, to });
		}
		this.#of.set(client, spans);
	}
	has({ client, clock }: { client: number; clock: number }): boolean {
		const spans = this.#of.get(client);
		// who types goes on at the end
		return spans !== undefined && spans.findLastIndex((s) => s.from <= clock && clock < s.to) >= 0;
	}
	spans(): Span[] {
		return [...this.#of].flatMap(([client, spans]) => spans.map(({ from, to }): Span => [client, from, to - from]));
	}
}
