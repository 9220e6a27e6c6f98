/** The county's boundaries: brought as a GeoJSON file, checked and drawn at the border; the file itself is not kept. */
import type { Actor } from '#concepts/people/actor.ts';
import { catalogue } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { mapFrom } from './map.ts';
import { may } from './policy.ts';
import { deleteMap, putMap } from './store.server.ts';
import { faultWords } from './words.ts';

/** There is one map; in the log it stands under this. */
const theMap = { type: 'county_map', id: '00000000-0000-4000-8000-000000000003' };

/** `text` null: there was no file, or it was too big. */
export const bringMap = (actor: Actor, text: string | null, attribution: string): Promise<Result<{ shapes: number }>> =>
	change(actor, async ({ tx, record }) => {
		if (!may(actor, 'bring_map')) return no('not_found');
		if (!attribution.trim())
			return no('incomplete', [{ field: 'attribution', message: m.situation_map_need_attribution() }]);
		if (text === null) return no('incomplete', [{ field: 'file', message: m.situation_map_size() }]);
		const made = mapFrom(text, await catalogue('municipality', tx));
		if (!made.ok) return no('incomplete', [{ field: 'file', message: faultWords[made.fault]() }]);
		await putMap(tx, { ...made.map, attribution: attribution.trim() }, now());
		record('county_map.bring', theMap, { shapes: made.map.shapes.length });
		return yes({ shapes: made.map.shapes.length });
	});

/** The tile grid stands in its place. */
export const removeMap = (actor: Actor): Promise<Result<null>> =>
	change(actor, async ({ tx, record }) => {
		if (!may(actor, 'bring_map')) return no('not_found');
		if (!(await deleteMap(tx))) return no('wrong_state');
		record('county_map.remove', theMap);
		return yes(null);
	});
