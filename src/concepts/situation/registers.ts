/** From a figure to the register of gaps: the same filter there, as gaps are shown to all who read them. */
import type { Filter } from './picture.ts';
import { regionOf } from './rules.ts';

/** The register knows municipalities, not regions; houses and half-years are no matter of a gap. */
export function gapsHref(f: Filter, more: Partial<Filter> = {}): string {
	const { legalDomain, gapType, phase, place } = { ...f, ...more };
	const municipality = regionOf(place) ? place : '';
	const asked = Object.entries({ legalDomain, gapType, phase, municipality }).filter(([, code]) => code);
	return asked.length ? `/gaps?${new URLSearchParams(asked)}` : '/gaps';
}
