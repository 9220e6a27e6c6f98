/** The register as a sheet: the rows, order and columns of the screen, not only those of one page. */
import { getLocale } from '#i18n/paraglide/runtime.js';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { registerLabels } from './catalogues.server.ts';
import { registerPage } from './queries.server.ts';
import { shownColumns, type ColumnKey, type RegisterFilter } from './register.ts';
import { cellText, columnWords } from './register.words.ts';

/** More would be no list to read; the filters narrow it. */
export const mostRows = 5000;
const widths: Partial<Record<ColumnKey, number>> = { title: 60, number: 14, state: 20, changed: 14 };

/** Null for those who see no gaps. */
export async function registerSheet(actor: Actor, f: RegisterFilter) {
	const found = await registerPage(actor, f, mostRows);
	if (!found) return null;
	const [lists, { minimumCellSize: cellSize }] = await Promise.all([registerLabels(), settingsForPages()]);
	const columns = shownColumns(f);
	return {
		name: m.gaps_register_title(),
		columns: columns.map((key) => ({ heading: columnWords[key](), width: widths[key] ?? 32 })),
		rows: found.rows.map((gap) => columns.map((key) => cellText(gap, key, { lists, cellSize, locale: getLocale() })))
	};
}
