/** Ids in addresses: what does not look like one names nothing; asked with it, the database would throw. */
export type Id = `${string}-${string}-${string}-${string}-${string}`;
const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string | null | undefined): text is Id => shape.test(text ?? '');
