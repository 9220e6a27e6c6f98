/** What the things that a document speaks of are called, as far as this reader may know; asked in bundles, once each. */
import { SvelteMap } from 'svelte/reactivity';

/** `null`: not released to this reader, or gone; without `href` recalled, which `state` says. */
export type ThingLabel = { number: string | null; title: string; state: string; href: string };
export type ThingHit = { type: string; id: string; number: string | null; title: string; state: string };
export type Things = ReturnType<typeof thingsOf>;

const mostAtOnce = 60;

export function thingsOf(meetingId: string) {
	const known = new SvelteMap<string, ThingLabel | null>();
	// plain on purpose: nobody draws them, and a template that asks must not change what it reads
	let asked: Record<string, boolean> = {};
	let heard: (() => void)[] = [];
	const waiting: string[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** grows when everything is to be asked for again: what was under way before may be old */
	let generation = 0;

	function want(key: string) {
		if (asked[key]) return;
		asked[key] = true;
		waiting.push(key);
		timer ??= setTimeout(() => void ask(), 30);
	}
	async function ask() {
		timer = undefined;
		const keys = waiting.splice(0, mostAtOnce);
		if (waiting.length) timer = setTimeout(() => void ask(), 0);
		const askedIn = generation;
		try {
			const answer = await fetch(`/meetings/${meetingId}/labels?refs=${keys.join(',')}`);
			if (!answer.ok) throw new Error(String(answer.status));
			const labels = (await answer.json()) as Record<string, ThingLabel>;
			// no template need look again where nothing was known yet, so they are asked for from here
			if (askedIn !== generation) return keys.forEach(want);
			for (const key of keys) known.set(key, labels[key] ?? null);
		} catch {
			// offline: asked again when it is looked at the next time
			if (askedIn === generation) for (const key of keys) asked[key] = false;
		}
		for (const tell of heard) tell();
	}
	return {
		/** undefined while it is being asked for */
		get(key: string): ThingLabel | null | undefined {
			const label = known.get(key);
			if (label === undefined) want(key);
			return label;
		},
		/** Asks for everything again, as things may show themselves otherwise now; meanwhile nothing old is shown. */
		refresh(): void {
			generation++;
			asked = Object.fromEntries(waiting.map((key) => [key, true]));
			known.clear();
			for (const tell of heard) tell();
		},
		onChange(tell: () => void): () => void {
			heard.push(tell);
			return () => (heard = heard.filter((other) => other !== tell));
		},
		/** By number or title; `links` for what an agenda item may be linked to. */
		async find(q: string, links = false): Promise<ThingHit[]> {
			const answer = await fetch(
				`/meetings/${meetingId}/suggest?q=${encodeURIComponent(q)}${links ? '&links=1' : ''}`
			).catch(() => null);
			return answer?.ok ? ((await answer.json()) as ThingHit[]) : [];
		}
	};
}
