// The six tones of states and notices, each with the icon that says the same without colour.
import type { IconName } from '#ui/icons.ts';

export type Tone = 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger';

export const toneIcon: Record<Tone, IconName> = {
	neutral: 'circle',
	info: 'info',
	progress: 'progress',
	success: 'check-circle',
	warning: 'warning',
	danger: 'danger'
};
