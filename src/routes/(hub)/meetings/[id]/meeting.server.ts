/** What the pages of one meeting share: the meeting, the labels of what is linked, and refusing in words. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/bodies/words.ts';
import { meetingPage } from '#concepts/meetings/queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { labelsOf } from '#concepts/steering/directory.queries.server.ts';
import { refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';

/** 404 when it does not exist for this actor, or when the page is for those who lead the meeting only. */
export async function meetingFor(actor: Actor, id: string, page: 'all' | 'leads') {
	const meeting = await meetingPage(actor, id);
	if (!meeting || (page === 'leads' && !meeting.leads)) error(404);
	const things = [...meeting.items, ...meeting.backlog].flatMap((i) => i.links);
	const found = await labelsOf(actor, things);
	const labels = Object.fromEntries([...found].map(([key, { number, title, href }]) => [key, { number, title, href }]));
	return { meeting, labels };
}

export function answer(result: Result<unknown>, values: Typed, then: string) {
	if (!result.ok) return refused(result, values, refusalWords[result.why]());
	redirect(303, then);
}
