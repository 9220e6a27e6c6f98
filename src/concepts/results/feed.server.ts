/** The feed of released sheets as text; null for those who may not read it. German, like the sheets. */
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { baseUrl } from '#platform/env.server.ts';
import { atomOf } from './feed.ts';
import { feedSheets } from './queries.server.ts';
import { parts } from './rules.ts';
import { partWords } from './words.ts';

const inGerman = { locale: 'de' } as const;
type InGerman = (inputs: object, options: typeof inGerman) => string;

export async function feedOf(token: string | null): Promise<string | null> {
	const sheets = await feedSheets(token);
	if (!sheets) return null;
	const { countyName } = await settingsForPages();
	const id = `${baseUrl()}/results.atom`;
	return atomOf({
		id,
		self: token ? `${id}?key=${encodeURIComponent(token)}` : id,
		title: m.results_feed_title({ county: countyName }, inGerman),
		subtitle: m.results_programme({}, inGerman),
		author: countyName,
		entries: sheets.map((s) => ({
			id: s.id,
			title: `${s.number} ${s.title}`,
			updated: s.releasedAt,
			parts: parts
				.filter((part) => part !== 'title')
				.map((part) => ({ heading: (partWords[part] as InGerman)({}, inGerman), text: s[part] }))
		}))
	});
}
