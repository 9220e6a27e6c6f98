/** Documents opened over a browser tab's one connection to the hub. */
import type * as Y from 'yjs';
import { liveSocket } from './connection.ts';
import { RoomProvider } from './provider.ts';

/** `device` names this account's store of unsent text; call destroy() on the result when the page is left. */
export const openRoom = (o: { room: string; doc: Y.Doc; device?: string; schema?: number }): RoomProvider =>
	new RoomProvider({ ...o, socket: liveSocket() });
export type OpenRoom = RoomProvider;
