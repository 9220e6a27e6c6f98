/** Access of programs: what a token looks like, how long it may be good, how many an account may have. */
import { addDays } from '#platform/clock.ts';

/** At most so many at a time; expired ones count until they are removed. */
export const mostTokens = 20;
export const nameLimit = 80;
const daysAtMost = 365;
const daysAsDelivered = 90;

/** The last day a token made today may be good, the day included. */
export const latestExpiry = (today: string): string => addDays(today, daysAtMost);
export const suggestedExpiry = (today: string): string => addDays(today, daysAsDelivered);
export const isExpiryAllowed = (expiresOn: string, today: string): boolean =>
	expiresOn >= today && expiresOn <= latestExpiry(today);
export const isExpired = (token: { expiresOn: string }, today: string): boolean => token.expiresOn < today;

/** What begins so is one of ours: whoever finds it in a program's text knows where to report it. */
export const tokenPrefix = 'lkl_';
/** 256 bits in base64url after the prefix. */
export const looksLikeToken = (text: string): boolean => /^lkl_[\w-]{43}$/.test(text);
