/** The live document of an outline inside a transaction: read, begun from its row, and the row as the document says. */
import type * as Y from 'yjs';
import type { Transaction } from '#platform/change.server.ts';
import { claimForHub, editAsHub } from '#realtime/hub.server.ts';
import { hold, readDocument } from '#realtime/log.server.ts';
import { begin, contentOf, isBegun, roomOf, setFields } from './outline.document.ts';
import { outlineParts, type Content } from './rules.ts';
import { organisationName, write, type Proposal } from './store.server.ts';

/** For whoever has locked the proposal: a document that has not begun, begins as the row says. */
export async function documentOf(tx: Transaction, p: Proposal): Promise<Y.Doc> {
	const doc = await readDocument(tx, roomOf(p.id));
	if (isBegun(doc)) return doc;
	await claimForHub(tx, roomOf(p.id));
	await editAsHub(tx, roomOf(p.id), doc, () => begin(doc, p));
	return doc;
}

/**
 * For whoever has locked a proposal that the group works on: the row follows the document, and what the document may not
 * say is put right in it. @returns the row as it is from now on, and whether anything has changed
 */
export async function rowFollows(
	tx: Transaction,
	p: Proposal,
	doc: Y.Doc
): Promise<{ row: Proposal; changed: boolean }> {
	const said = contentOf(doc);
	const content: Content = {
		...said,
		title: said.title || p.title,
		responsibleOrganisationId: await soundUnit(tx, said.responsibleOrganisationId, p.responsibleOrganisationId)
	};
	const mended = await editAsHub(tx, roomOf(p.id), doc, () => {
		const { title, responsibleOrganisationId, dueOn } = content;
		if (title !== said.title || responsibleOrganisationId !== said.responsibleOrganisationId)
			setFields(doc, { title, responsible: responsibleOrganisationId ?? '', dueOn: dueOn ?? '' });
	});
	if (isSame(content, p)) return { row: p, changed: mended };
	return { row: await write(tx, p.id, content), changed: true };
}
async function soundUnit(tx: Transaction, said: string | null, before: string | null): Promise<string | null> {
	if (!said || said === before) return said;
	return (await organisationName(tx, said)) === null ? before : said;
}
const isSame = (a: Content, b: Content): boolean =>
	a.title === b.title &&
	a.responsibleOrganisationId === b.responsibleOrganisationId &&
	a.dueOn === b.dueOn &&
	outlineParts.every((part) => a.outline[part] === (b.outline[part] ?? ''));

/** The same once all that is on its way into the log is in it; until this transaction ends, nobody else writes. */
export async function settled(tx: Transaction, p: Proposal): Promise<{ row: Proposal; doc: Y.Doc }> {
	await hold(tx, roomOf(p.id)); // before reading, so that nothing is taken afterwards
	const doc = await documentOf(tx, p);
	return { row: (await rowFollows(tx, p, doc)).row, doc };
}
