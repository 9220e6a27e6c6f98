/** Columns of an imported table in words, and why a row cannot be taken. */
import { m } from '#i18n/paraglide/messages.js';
import type { ImportField, ImportProblem } from './import.rules.ts';

export const importWords: Record<ImportField, () => string> = {
	text: m.gaps_report_text,
	idea: m.gaps_report_idea,
	phase: m.gaps_report_phase,
	gapType: m.gaps_report_kind,
	legalDomains: m.gaps_report_domains,
	municipality: m.gaps_report_municipality
};
export const problemWords = ({ field, why, value }: ImportProblem): string =>
	({
		missing: () => m.gaps_import_missing({ field: importWords[field]() }),
		unknown: () => m.gaps_import_unknown({ field: importWords[field](), value: value.slice(0, 60) }),
		too_long: () => m.gaps_import_too_long({ field: importWords[field]() }),
		double: m.gaps_import_double
	})[why]();
