/** Chapter: groups write proposals, and take them step by step to the committee's agenda. */
import { create, save, take, type PageStep } from '#concepts/proposals/commands.server.ts';
import { proposals, type ToldProposal } from '#demo/content/proposals.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

export function tellOfProposals(s: Stage, houses: ReadonlyMap<string, string>): void {
	for (const told of proposals) {
		const id = () => s.id('proposal', told.name);
		s.on(told.days.create, '10:20', `create ${told.name}`, async () => write(s, told, houses.get(told.responsible)!));
		const step = (name: PageStep, day: number | undefined, time: string) => {
			if (day === undefined) return;
			const meetingId = () => (name === 'schedule' ? { meetingId: s.id('meeting', told.meeting!) } : {});
			s.on(
				day,
				time,
				`${name} ${told.name}`,
				async () => void sure(await take(await s.as('koordination'), id(), name, meetingId()))
			);
		};
		step('consult', told.days.consult, '09:50');
		step('recommend', told.days.recommend, '16:30');
		step('submit', told.days.submit, '11:10');
		step('admit', told.days.admit, '11:40');
		step('schedule', told.days.schedule, '13:30');
	}
}

async function write(s: Stage, told: ToldProposal, responsibleOrganisationId: string): Promise<void> {
	const who = await s.as(told.by);
	const { id } = sure(
		await create(who, {
			bodyId: s.id('body', told.body),
			title: told.title,
			gapIds: told.gaps.map((gap) => s.id('gap', gap))
		})
	);
	s.keep('proposal', told.name, id);
	sure(
		await save(who, id, 1, {
			title: told.title,
			outline: told.outline,
			responsibleOrganisationId,
			dueOn: s.day(told.dueDay)
		})
	);
}
