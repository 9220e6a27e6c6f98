/** What an agenda item may be linked to: offered by number and title, each list filtered by its own policy. */
import { casesPage } from '#concepts/cases/list.queries.server.ts';
import { bodyPage } from '#concepts/bodies/queries.server.ts';
import { registerPage } from '#concepts/gaps/queries.server.ts';
import type { LinkType } from '#concepts/meetings/rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { proposalsOf } from '#concepts/proposals/queries.server.ts';
import { measuresNamed } from '#concepts/steering/measures.queries.server.ts';

export type Linkables = { type: LinkType; entries: { value: string; label: string }[] }[];
const most = 25;

/** `find` narrows by number or title; without it the gaps of the body come first. */
export async function linkables(actor: Actor, bodyId: string, find: string): Promise<Linkables> {
	const [found, own, proposals, body, measures, cases] = await Promise.all([
		registerPage(actor, find ? { q: find } : {}),
		find ? null : registerPage(actor, { group: bodyId }),
		proposalsOf(actor, bodyId),
		bodyPage(actor, bodyId),
		measuresNamed(actor, find, most),
		casesPage(actor, 'released', 1)
	]);
	const gaps = [...new Map([...(own?.rows ?? []), ...(found?.rows ?? [])].map((g) => [g.id, g])).values()];
	const lists: [LinkType, { id: string; number: string | null; title: string }[]][] = [
		['service_gap', gaps.map(({ id, number, title }) => ({ id, number: plain(number), title: plain(title) }))],
		['proposal', proposals],
		['mandate', (body?.mandates ?? []).map((g) => ({ id: g.id, number: g.number, title: g.goal }))],
		['measure', measures],
		['case_analysis', cases?.rows ?? []]
	];
	const fits = (e: { number: string | null; title: string }) =>
		`${e.number ?? ''} ${e.title}`.toLowerCase().includes(find.toLowerCase());
	return lists
		.map(([type, all]) => ({
			type,
			entries: (type === 'service_gap' ? all : all.filter(fits)).slice(0, most).map((e) => entry(type, e))
		}))
		.filter((l) => l.entries.length);
}
/** Hits in the register are marked; here they are plain. */
const plain = (s: string) => s.replace(/[\u0001\u0002]/g, '');
const entry = (type: LinkType, e: { id: string; number: string | null; title: string }) => ({
	value: `${type}:${e.id}`,
	label: [e.number, e.title].filter(Boolean).join(' ').slice(0, 120)
});
