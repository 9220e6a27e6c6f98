/**
 * References in the HTML of minutes, as one reader may see them: number, title and state, or „nicht freigegeben“. The text
 * that is kept and hashed holds the number only, so that it says the same to everybody.
 */
import { escaped } from './blocks.html.server.ts';
import type { ReferenceType } from './minutes.blocks.ts';

export type Referred = { type: ReferenceType; id: string };
/** What a reader may know of a thing, by `type:id`; a missing one is not released to this reader. Papers say no state. */
export type ReferenceLabels = ReadonlyMap<string, { number: string | null; title: string; state?: string }>;

const typeOf: Record<string, ReferenceType> = { gaps: 'service_gap', proposals: 'proposal', measures: 'measure' };
// a link that somebody typed leads to another host and never begins with a slash
const link = /<a href="\/(gaps|proposals|measures)\/([0-9a-f-]{36})" rel="noreferrer">([^<]*)<\/a>/g;
/** L-2026-014; what else a writer's browser has put there may be a title. */
const isNumber = (label: string): boolean => /^[A-Z]{1,3}-[0-9A-Z/-]{1,20}$/.test(label);

export const referredIn = (html: string): Referred[] =>
	[...html.matchAll(link)].map(([, page, id]) => ({ type: typeOf[page!]!, id: id! }));

/** `hidden`: the words for what this reader may not see. */
export const withReferences = (html: string, labels: ReferenceLabels, hidden: string): string =>
	html.replace(link, (whole, page: string, id: string, label: string) => {
		const known = labels.get(`${typeOf[page]!}:${id}`);
		if (!known) return isNumber(label) ? `${label} (${escaped(hidden)})` : escaped(hidden);
		const name = [known.number, known.title].filter(Boolean).join(' ');
		const state = known.state ? ` (${escaped(known.state)})` : '';
		return `${whole.slice(0, whole.indexOf('>') + 1)}${escaped(name)}</a>${state}`;
	});
