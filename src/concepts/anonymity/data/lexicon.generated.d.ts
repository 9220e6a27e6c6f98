/** Packed word lists, see lexicon.packing.ts; made by build-lexicon.server.ts. */
export const stamp: string;
/** German words without what follows from them. */
export const words: string;
export const given: string;
export const family: string;
export const places: string;
/** Names that are nouns as well. */
export const doubtful: string;
/** Names that are words in lower case. */
export const plain: string;
export const likeness: string;
