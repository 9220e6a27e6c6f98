/** The filters of the situation picture from an address, and the form of the map. */
import * as v from 'valibot';
import { textField } from '#platform/form.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { filterKeys, type Filter } from './picture.ts';

const code = /^[\w-]{1,40}$|^\d{4}\/[12]$/;
/** Unknown values fall away. */
export const filterFrom = (url: URL): Filter =>
	Object.fromEntries(
		filterKeys.map((key) => {
			const asked = url.searchParams.get(key) ?? '';
			return [key, code.test(asked) ? asked : ''];
		})
	) as Filter;
export const queryOf = (f: Filter): string =>
	new URLSearchParams(filterKeys.filter((k) => f[k]).map((k) => [k, f[k]])).toString();

export const mapForm = () =>
	v.object({ attribution: textField({ max: 200, tooLong: m.situation_map_long_attribution() }) });
