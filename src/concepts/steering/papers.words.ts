/** The words of papers: kinds, states, stages of a build, events. */
import { m } from '#i18n/paraglide/messages.js';
import type { Tone } from '#ui/tones.ts';
import type { PaperKind, PaperState, Stage } from './papers.rules.ts';

export const kindWords: Record<PaperKind, (none?: object, options?: { locale?: 'de' | 'en' }) => string> = {
	folder: m.papers_kind_folder,
	summary: m.papers_kind_summary,
	dossier: m.papers_kind_dossier
};
export const paperStateWords: Record<PaperState, () => string> = {
	queued: m.papers_state_queued,
	building: m.papers_state_building,
	ready: m.papers_state_ready,
	failed: m.papers_state_failed,
	withdrawn: m.papers_state_withdrawn
};
export const paperStateTones: Record<PaperState, Tone> = {
	queued: 'info',
	building: 'progress',
	ready: 'success',
	failed: 'danger',
	withdrawn: 'warning'
};
export const stageWords: Record<Stage, () => string> = {
	read: m.papers_stage_read,
	compose: m.papers_stage_compose,
	set: m.papers_stage_set,
	keep: m.papers_stage_keep
};
export const stateWords = { paper_build: paperStateWords };
export const stateTones = { paper_build: paperStateTones };
export const eventWords: Record<string, () => string> = {
	'paper_build.order': m.papers_event_order,
	'paper_build.order_again': m.papers_event_order_again,
	'paper_build.begin': m.papers_event_begin,
	'paper_build.advance': m.papers_event_advance,
	'paper_build.finish': m.papers_event_finish,
	'paper_build.fail': m.papers_event_fail
};

/** „412 kB“, „1,4 MB“ */
export function sizeText(bytes: number, locale: string): string {
	const format = (n: number) => n.toLocaleString(locale, { maximumFractionDigits: 1 });
	return bytes < 1_000_000 ? `${format(Math.ceil(bytes / 1000))}\u00a0kB` : `${format(bytes / 1_000_000)}\u00a0MB`;
}
