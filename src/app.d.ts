/** What each request carries. */
import type { Actor } from '#concepts/people/actor.ts';

declare global {
	namespace App {
		interface Locals {
			/** Never null: before login it is nobody. */
			actor: Actor;
			/** The session's id, for logout; null before login. */
			sessionId: string | null;
		}
		interface Error {
			message: string;
		}
	}
}
export {};
