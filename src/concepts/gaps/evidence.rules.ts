/** When a gap is evidenced well enough to be confirmed; see docs/adr/0013. */

export type Piece = { kind: 'report' | 'confirmation' | 'case'; person: string; organisation: string };

/** By different people, and from different houses – or one of them is a released analysis, which two people have read. */
const areIndependent = (a: Piece, b: Piece): boolean =>
	a.person !== b.person && (a.organisation !== b.organisation || a.kind === 'case' || b.kind === 'case');
export const isSupported = (pieces: readonly Piece[]): boolean =>
	pieces.some((a, i) => pieces.slice(i + 1).some((b) => areIndependent(a, b)));
