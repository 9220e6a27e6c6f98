/** The checksum of a paper as it is given out. */
import { createHash } from 'node:crypto';
import { outlineParts } from '#concepts/proposals/rules.ts';
import type { Frozen } from './rules.ts';

/**
 * Security: SHA-256, hex, over what is given out and nothing else, so that it can be checked by whoever has it and tells
 * nobody whether there were statements or dissents; the hub keeps its own, of all that was frozen. Over a JSON list:
 * title, the parts in their fixed order, responsible organisation, due date.
 */
export const checksumOf = (f: Frozen): string =>
	createHash('sha256')
		.update(JSON.stringify([f.title, ...outlineParts.map((part) => f.outline[part] ?? ''), f.responsible, f.dueOn]))
		.digest('hex');
