/** Days for the bodies of forms. */
import { addDays, today } from '#platform/clock.ts';

export const days = {
	today: today(),
	soon: addDays(today(), 40),
	later: addDays(today(), 90),
	far: addDays(today(), 900)
} as const;
