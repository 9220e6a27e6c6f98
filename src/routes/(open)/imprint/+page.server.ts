/** What the county has written about itself in the settings. */
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { countyName, imprintText, accessibilityContact } = await settingsForPages();
	return { countyName, imprintText, accessibilityContact };
};
