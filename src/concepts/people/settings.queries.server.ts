/** The settings as stored, with the delivered ones where nothing is. */
import { look, type Transaction } from '#platform/change.server.ts';
import { setting } from './tables.server.ts';
import { settingsFrom, type Settings } from './settings.ts';

/** For decisions: as they stand in this transaction. */
export async function settingsOf(tx: Transaction): Promise<Settings> {
	return settingsFrom(await tx.select().from(setting));
}

const keptForMs = 10_000;
const slot = Symbol.for('lueckenlos.settings');
const holder = globalThis as { [slot]?: { until: number; settings: Settings } };

/** For what every page shows, such as the county's name: up to ten seconds old. */
export async function settingsForPages(): Promise<Settings> {
	const kept = holder[slot];
	if (kept && kept.until > performance.now()) return kept.settings;
	const settings = await look(settingsOf);
	holder[slot] = { until: performance.now() + keptForMs, settings };
	return settings;
}

export function forgetSettings(): void {
	delete holder[slot];
}
