/** Words the parts of the editor share about a live document's room and the people in it. */
import type { OpenRoom } from '#realtime/open.ts';

export type RoomState = OpenRoom['status'];
export type Present = OpenRoom['people'][number];
export type Person = { id: string; name: string };

/** Security: names and colours come from the hub, yet a colour goes into a style only in this form. */
export const safeColor = (color: unknown): string =>
	typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#5b6273';
export type { KeptText } from '#realtime/kept.ts';
