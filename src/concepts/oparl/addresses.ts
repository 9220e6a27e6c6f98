/** The addresses of the interface, stable and made from ids alone; the base is the hub's own, never the asker's. */
import { countyId, fileId, type BodyListType, type FileKind, type ListType, type ObjectType } from './rules.ts';

export const apiPath = '/oparl/1.1';
export const schemaUrl = (type: string): string => `https://schema.oparl.org/1.1/${type}`;

export type Addresses = ReturnType<typeof addressesAt>;
/** @param base such as https://hub.example.org, without a slash at the end */
export function addressesAt(base: string) {
	const api = base + apiPath;
	const object = (type: ObjectType, id: string): string => `${api}/${type}/${id}`;
	const county = `${api}/body/${countyId}`;
	return {
		system: api,
		counties: `${api}/body`,
		county,
		object,
		list: (type: ListType): string => `${county}/${type}`,
		bodyList: (bodyId: string, type: BodyListType): string => `${object('organization', bodyId)}/${type}`,
		file: (kind: FileKind, of: string, way: 'content' | 'download'): string =>
			`${object('file', fileId(kind, of))}/${way}`,
		/** A page of the hub, for people. */
		page: (path: string): string => base + path
	};
}
