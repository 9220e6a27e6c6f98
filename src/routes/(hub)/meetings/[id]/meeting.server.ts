/** What the pages of one meeting share: the meeting, the labels of what is linked, and refusing in words. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/bodies/words.ts';
import { beginDocument } from '#concepts/meetings/document.begin.server.ts';
import { meetingPage } from '#concepts/meetings/queries.server.ts';
import { referredIn, withReferences } from '#concepts/meetings/references.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { labelsOrRecalled } from '#concepts/steering/recalled.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Thing } from '#platform/change.server.ts';
import { refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import { stateText } from '#wiring.words.ts';

/** 404 when it does not exist for this actor, or when the page is for those who lead the meeting only. */
export async function meetingFor(actor: Actor, id: string, page: 'all' | 'leads') {
	const meeting = await meetingPage(actor, id);
	if (!meeting || (page === 'leads' && !meeting.leads)) error(404);
	if (meeting.minutesPart.access === 'write') await beginDocument(id);
	const { draft, versions } = meeting.minutesPart;
	const referred = [draft, ...versions.map((v) => v.html)].flatMap(referredIn);
	const things = [...meeting.items, ...meeting.backlog].flatMap((i): Thing[] => i.links);
	const found = await labelsOrRecalled(actor, [...things, ...referred]);
	const named = new Map(
		[...found].map(([key, label]) => [key, { ...label, state: stateText(label.type, label.state) }])
	);
	const shown = (html: string) => withReferences(html, named, m.editor_not_released());
	meeting.minutesPart.draft = shown(draft);
	for (const version of versions) version.html = shown(version.html);
	const labels = Object.fromEntries([...found].map(([key, { number, title, href }]) => [key, { number, title, href }]));
	const recalled = [...found.values()].some((label) => !label.href);
	return { meeting, labels, recalled, device: actor.id ?? undefined };
}

export function answer(result: Result<unknown>, values: Typed, then: string) {
	if (!result.ok) return refused(result, values, refusalWords[result.why]());
	redirect(303, then);
}
