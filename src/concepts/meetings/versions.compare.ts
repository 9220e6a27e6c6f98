/** An earlier version beside the present document: item by item, word by word. */
import { diffWordsWithSpace } from 'diff';

export type ItemWords = { id: string; title: string; words: string };
export type Part = { kind: 'same' | 'added' | 'removed'; text: string };
/** `since` is what has become of the item since the version. */
export type ComparedItem = {
	id: string;
	title: Part[];
	since: 'same' | 'changed' | 'added' | 'removed';
	parts: Part[];
};

/** Longer than that nobody waits for a page: then the whole text stands as replaced. */
const patienceMs = 300;

/** In the order of the present agenda; what has left it since comes last. */
export function compareItems(then: readonly ItemWords[], present: readonly ItemWords[]): ComparedItem[] {
	const before = new Map(then.map((i) => [i.id, i]));
	const still = new Set(present.map((i) => i.id));
	const whole = (kind: Part['kind'], text: string): Part[] => (text ? [{ kind, text }] : []);
	return [
		...present.map((item): ComparedItem => {
			const old = before.get(item.id);
			if (!old)
				return { id: item.id, title: whole('added', item.title), since: 'added', parts: whole('added', item.words) };
			const title = comparedWords(old.title, item.title);
			const parts = comparedWords(old.words, item.words);
			const same = [...title, ...parts].every((p) => p.kind === 'same');
			return { id: item.id, title, since: same ? 'same' : 'changed', parts };
		}),
		...then
			.filter((i) => !still.has(i.id))
			.map((i): ComparedItem => ({
				id: i.id,
				title: whole('removed', i.title),
				since: 'removed',
				parts: whole('removed', i.words)
			}))
	];
}

export function comparedWords(then: string, present: string): Part[] {
	if (then === present) return then ? [{ kind: 'same', text: then }] : [];
	const changes = diffWordsWithSpace(then, present, { timeout: patienceMs }) ?? [
		{ value: then, removed: true, added: false },
		{ value: present, removed: false, added: true }
	];
	return changes
		.filter((c) => c.value)
		.map((c) => ({ kind: c.added ? 'added' : c.removed ? 'removed' : 'same', text: c.value }));
}
