// The components' fixed words in the language of the page; the root layout provides them.
import { m } from '#i18n/paraglide/messages.js';
import type { Words } from '#ui/words.ts';

export const shellWords = (): Words => ({
	optional: m.shell_optional(),
	close: m.shell_close(),
	cancel: m.shell_cancel(),
	menu: m.shell_menu(),
	mainNavigation: m.shell_main_navigation(),
	note: m.shell_note(),
	skip: m.shell_skip(),
	search: m.shell_search(),
	breadcrumb: m.shell_breadcrumb(),
	previous: m.shell_previous(),
	next: m.shell_next(),
	page: (n) => m.shell_page({ n }),
	moveUp: (name) => m.shell_move_up({ name }),
	moveDown: (name) => m.shell_move_down({ name }),
	drag: m.shell_drag(),
	moved: (name, place, of) => m.shell_moved({ name, place, of }),
	charactersLeft: (n) => m.shell_characters_left({ n }),
	charactersOver: (n) => m.shell_characters_over({ n }),
	showAll: (n) => m.shell_show_all({ n }),
	showLess: m.shell_show_less(),
	selected: (n) => m.shell_selected({ n }),
	hits: (n) => m.shell_hits({ n }),
	sorted: (direction) => (direction === 'ascending' ? m.shell_sorted_ascending() : m.shell_sorted_descending())
});
