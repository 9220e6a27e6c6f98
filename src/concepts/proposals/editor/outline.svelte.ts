/** The live outline of one proposal as its page sees it: what it says now, its state, who is here. */
import * as Y from 'yjs';
import { liveRoom } from '#concepts/meetings/editor/room.svelte.ts';
import type { KeptText } from '#realtime/kept.ts';
import { contentOf, fieldsOf, outlineSchema, partsOf, roomOf } from '#concepts/proposals/outline.document.ts';
import { emptyOutline, type Content } from '#concepts/proposals/rules.ts';

export type LiveOutline = ReturnType<typeof liveOutline>;

/** `device` names the account's store of unsent text on this device. */
export function liveOutline(proposalId: string, device: string | undefined) {
	const doc = new Y.Doc();
	const opened = liveRoom({ room: roomOf(proposalId), doc, device, schema: outlineSchema });
	let content = $state.raw<Content>({ title: '', outline: emptyOutline, responsibleOrganisationId: null, dueOn: null });
	let due = 0;
	const read = () => {
		due = 0;
		content = contentOf(doc);
	};
	/** Letters come faster than what stands beside them needs to be drawn. */
	const soon = () => {
		due ||= requestAnimationFrame(read);
	};
	partsOf(doc).observeDeep(soon);
	fieldsOf(doc).observe(soon);

	return {
		doc,
		room: opened.room,
		synced: opened.room.synced.then(read),
		get content() {
			return content;
		},
		get state() {
			return opened.state;
		},
		get writable() {
			return opened.writable;
		},
		get people() {
			return opened.people;
		},
		get kept() {
			return opened.kept;
		},
		dismiss: (gone: KeptText) => opened.dismiss(gone),
		/** Fulfilled when all that was typed here is committed, or after so long (ms). */
		saved: async (ms = 4000): Promise<void> => {
			const until = Date.now() + ms;
			while (opened.room.unacknowledged > 0 && Date.now() < until) await new Promise((ok) => setTimeout(ok, 50));
		},
		close() {
			cancelAnimationFrame(due);
			partsOf(doc).unobserveDeep(soon);
			fieldsOf(doc).unobserve(soon);
			opened.close();
		}
	};
}
