/** The members of the committee approve minutes that are under review, by circulation; two days go by. */
import { askMembers, endReview } from '#concepts/meetings/approval.commands.server.ts';
import { review } from '#concepts/meetings/minutes.commands.server.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { value, type World } from './world.ts';

export async function approveByCirculation(w: World, id: string): Promise<void> {
	value(await askMembers(w.koordination, id, addDays(today(), 1)));
	for (const member of [w.vorsitz, w.lenkung]) value(await review(member, id, { confirmed: true, objection: '' }));
	const before = now();
	setClock(new Date(before.getTime() + 2 * 86_400_000));
	try {
		if (value(await endReview(id)) !== 'approved') throw new Error('the members do not approve');
	} finally {
		setClock(null);
	}
}
