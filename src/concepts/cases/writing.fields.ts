/** A draft as the form sends it, and what its buttons wish for; runs beside the page and on the server. */
import type { Attribute, CaseCell } from '#concepts/anonymity/ladders.ts';
import { dismissedField, dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import { attributeWords } from '#concepts/anonymity/words.ts';
import type { Content, TextName } from './rules.ts';

/** Their names alone: the ladders are too heavy for the page. */
export const attributeNames = Object.keys(attributeWords) as Attribute[];

/** The fields of a form, one entry a station in each of its four; a round trip through the server changes nothing. */
export function fieldsOf(content: Content): [name: string, value: string][] {
	const { legalDomains, phases } = content.attributes;
	return [
		['title', content.title],
		...attributeNames.map((a): [string, string] => [a, content.attributes[a] ?? '']),
		['mainDomain', legalDomains[0] ?? ''],
		...legalDomains.map((code): [string, string] => ['legalDomains', code]),
		...phases.map((code): [string, string] => ['phases', code]),
		...content.stations.flatMap((s): [string, string][] => [
			['stationMonth', String(s.month)],
			['stationDomain', s.legalDomain],
			['stationText', s.text],
			['stationBreak', s.breakAfter ?? '']
		]),
		['narrative', content.narrative],
		['helped', content.helped],
		['suspectedGap', content.suspectedGap],
		...content.dismissed.map((d): [string, string] => ['dismissed', dismissedField(d)])
	];
}

/** What was typed and refused, over what is stored. */
export function contentTyped(typed: Record<string, string | string[]> | undefined, stored: Content): Content {
	if (!typed) return stored;
	// a form sends CRLF; marks count what the text field holds
	const plain = (text: string) => text.replaceAll('\r\n', '\n');
	const one = (name: string, or = '') => (typeof typed[name] === 'string' ? plain(typed[name]) : or);
	const all = (name: string): string[] => [typed[name] ?? []].flat().map(plain);
	const cell = attributeNames.flatMap((a) => (one(a) ? [[a, one(a)]] : []));
	return {
		title: one('title', stored.title),
		narrative: one('narrative', stored.narrative),
		helped: one('helped', stored.helped),
		suspectedGap: one('suspectedGap', stored.suspectedGap),
		dismissed: dismissedFrom(all('dismissed')),
		attributes: {
			...(Object.fromEntries(cell) as CaseCell),
			legalDomains: [...new Set([one('mainDomain'), ...all('legalDomains')])].filter(Boolean),
			phases: all('phases')
		},
		stations: all('stationText').map((text, i) => {
			const breakAfter = all('stationBreak')[i];
			return {
				month: Number(all('stationMonth')[i]) || 0,
				legalDomain: all('stationDomain')[i] ?? '',
				text,
				...(breakAfter && { breakAfter })
			};
		})
	};
}

/** The wish of a button that makes attributes coarser: 'coarsen:place=05566,origin=145'. */
export const coarsenWish = (cell: CaseCell): string =>
	`coarsen:${attributeNames.flatMap((a) => (cell[a] === undefined ? [] : [`${a}=${cell[a]}`])).join(',')}`;
/** The codes of the wish, as they were sent. */
export function coarsenCodes(wish: string): Record<string, string> {
	if (!wish.startsWith('coarsen:')) return {};
	const pairs = wish.slice('coarsen:'.length).split(',');
	return Object.fromEntries(
		pairs.flatMap((pair): [string, string][] => {
			const [name, code] = pair.split('=');
			return name && code ? [[name, code]] : [];
		})
	);
}

/** The control in which a text is written. */
export const idOf = (field: TextName): string =>
	field.startsWith('stations.') ? `station-text-${field.slice('stations.'.length)}` : `f-${field}`;
const stationOf = (field: TextName): number => Number(field.slice('stations.'.length));

export function textIn(content: Content, field: TextName): string {
	if (!field.startsWith('stations.')) return content[field as 'title' | 'narrative' | 'helped' | 'suspectedGap'];
	return content.stations[stationOf(field)]?.text ?? '';
}
/** Writes into the content it is given. */
export function putText(content: Content, field: TextName, text: string): void {
	if (!field.startsWith('stations.')) content[field as 'title' | 'narrative' | 'helped' | 'suspectedGap'] = text;
	else if (content.stations[stationOf(field)]) content.stations[stationOf(field)]!.text = text;
}
/** In the order of the form. */
export const textNames = (stations: number): TextName[] => [
	'title',
	...Array.from({ length: stations }, (_, i): TextName => `stations.${i}`),
	'narrative',
	'helped',
	'suspectedGap'
];
