/** Holds an object against the published schema of OParl 1.1, and against what its text demands beyond the schema. */
import fs from 'node:fs';

type Property = { type: string; format?: string; pattern?: string; schema?: string; items?: Property };
type Schema = { title: string; required: string[]; properties: Record<string, Property> };

const folder = new URL('./schema/', import.meta.url);
const schemas = new Map(
	fs
		.readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => [name, JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8')) as Schema])
);

const formats: Record<string, (text: string) => boolean> = {
	url: (text) => /^https?:\/\/[^\s>")\]`]+$/.test(text) && URL.canParse(text),
	date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
	'date-time': (text) =>
		/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
};
const kindOf = (value: unknown): string =>
	Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : value === null ? 'null' : typeof value;

function wrongIn(where: string, value: unknown, p: Property): string[] {
	if (kindOf(value) !== p.type) return [`${where}: ${kindOf(value)} instead of ${p.type}`];
	if (typeof value === 'string') {
		if (value === '') return [`${where}: an empty text is to be left out`];
		if (p.format && !formats[p.format]!(value)) return [`${where}: „${value}“ is no ${p.format}`];
		return p.pattern && !new RegExp(p.pattern).test(value) ? [`${where}: „${value}“ does not fit`] : [];
	}
	if (Array.isArray(value)) return value.flatMap((v, i) => wrongIn(`${where}[${i}]`, v, p.items!));
	return p.type === 'object' && p.schema ? wrongObject(where, value, p.schema, true) : [];
}

const demanded = ['id', 'type', 'created', 'modified'];
function wrongObject(where: string, value: unknown, file: string, inside: boolean): string[] {
	const schema = schemas.get(file);
	if (!schema) return [`${where}: there is no schema ${file}`];
	const object = value as Record<string, unknown>;
	const names = Object.keys(object);
	if (object.deleted === true) {
		const more = names.filter((n) => ![...demanded, 'deleted'].includes(n));
		return [
			...(inside ? [`${where}: withdrawn, and yet inside another`] : []),
			...more.map((n) => `${where}.${n}: withdrawn, and yet it says something`)
		];
	}
	const missing = [...new Set([...schema.required, ...demanded])].filter((n) => !(n in object));
	return [
		...missing.map((n) => `${where}.${n}: missing`),
		...names.flatMap((n) => {
			if (n.includes(':')) return n.startsWith('lueckenlos:') ? [] : [`${where}.${n}: a prefix of others`];
			const property = schema.properties[n];
			return property ? wrongIn(`${where}.${n}`, object[n], property) : [`${where}.${n}: OParl knows no such field`];
		})
	];
}

/** What is wrong with an object; its type says which schema is meant. */
export function flawsOf(object: unknown): string[] {
	const type = (object as { type?: unknown }).type;
	const name = /^https:\/\/schema\.oparl\.org\/1\.1\/([A-Za-z]+)$/.exec(typeof type === 'string' ? type : '')?.[1];
	return name ? wrongObject(name, object, `${name}.json`, false) : [`no type: ${JSON.stringify(type)}`];
}

type List = { data: unknown[]; pagination: Record<string, unknown>; links: Record<string, string> };
export function flawsOfList(body: unknown): string[] {
	const list = body as Partial<List>;
	if (!Array.isArray(list.data) || kindOf(list.pagination) !== 'object' || kindOf(list.links) !== 'object')
		return ['a list has data, pagination and links'];
	const counts = Object.entries(list.pagination!).filter(([, n]) => !Number.isInteger(n));
	const links = Object.entries(list.links!).filter(([, url]) => !formats.url!(url));
	return [
		...counts.map(([name]) => `pagination.${name}: no number`),
		...links.map(([name, url]) => `links.${name}: ${url}`),
		...list.data.flatMap(flawsOf)
	];
}
