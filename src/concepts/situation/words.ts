/** The words of the situation picture: figures, half-years, what is wrong with a map, events. */
import type { Figure } from '#concepts/anonymity/suppress.classes.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { ToldStep } from './changes.server.ts';
import type { MapFault } from './map.ts';
import type { FigureTable, Head } from './picture.ts';

/** '12', „mindestens 12“ or „verdeckt“. */
export const figureText = ({ least, most }: Figure): string =>
	least === most ? String(least) : least ? m.situation_at_least({ n: least }) : m.situation_hidden();
export const headText = (head: Head): string => (head.code === null ? m.situation_hidden_row() : head.label);

/** '2026/1' → „1. Halbjahr 2026“ */
export const halfYearText = (halfYear: string): string => {
	const [year = '', half] = halfYear.split('/');
	return half === '1' ? m.situation_half_1({ year }) : m.situation_half_2({ year });
};

export const tableWords: Record<FigureTable['key'], () => string> = {
	topics: m.situation_topics,
	chain: m.situation_chain,
	places: m.situation_places,
	half_years: m.situation_half_years
};

export const faultWords: Record<MapFault, () => string> = {
	not_json: m.situation_map_not_json,
	no_collection: m.situation_map_no_collection,
	too_many_points: m.situation_map_too_many_points,
	no_municipality: m.situation_map_no_municipality,
	out_of_bounds: m.situation_map_out_of_bounds
};

export const eventWords: Record<string, (data: EventData) => string> = {
	'situation_tranche.publish': () => m.situation_event_publish(),
	'county_map.bring': () => m.situation_event_map_bring(),
	'county_map.remove': () => m.situation_event_map_remove()
};

export const stepWords: Record<ToldStep, () => string> = {
	create: m.situation_step_create,
	confirm: m.situation_step_confirm,
	prioritise: m.situation_step_prioritise,
	mandate: m.situation_step_mandate,
	solve: m.situation_step_solve,
	decide: m.situation_step_decide,
	implement: m.situation_step_implement,
	review: m.situation_step_review,
	close: m.situation_step_close,
	reopen: m.situation_step_reopen,
	escalate: m.situation_step_escalate
};
