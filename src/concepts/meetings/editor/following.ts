/** Keeps a page of a meeting as others have made it: who called what, what is finished. */
import { onMount } from 'svelte';
import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

/** Asked first: a page whose data cannot be loaded would be replaced by an error page, and with it what is typed there. */
const isReachable = (): Promise<boolean> =>
	fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(3000) }).then(
		(answer) => answer.ok,
		() => false
	);

/** Call while a component is made. Not while somebody fills in a form, is on his way, or looks elsewhere. */
export function followOthers(dependency: string, everyMs: number, isOn: () => boolean = () => true): void {
	onMount(() => {
		let asking = false;
		const isFree = () =>
			isOn() && !document.activeElement?.matches('form :is(input, select, textarea)') && !navigating.to;
		async function follow() {
			if (asking || document.hidden || !isFree()) return;
			asking = true;
			if ((await isReachable()) && isFree()) await invalidate(dependency);
			asking = false;
		}
		const timer = setInterval(() => void follow(), everyMs);
		return () => clearInterval(timer);
	});
}
