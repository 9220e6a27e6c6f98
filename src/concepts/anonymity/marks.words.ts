/** Marks in words: how serious one is, and how many are open. */
import { m } from '#i18n/paraglide/messages.js';
import type { Severity } from '#concepts/anonymity/marks.ts';

export const severityWords = {
	red: m.anonymity_mark_red,
	amber: m.anonymity_mark_amber
} as const satisfies Record<Severity, () => string>;

export const openWords = (count: number): string =>
	count === 1 ? m.anonymity_marks_open_one() : m.anonymity_marks_open({ count });
