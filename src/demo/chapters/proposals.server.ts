/** Chapter: groups write proposals, and take them step by step to the committee's agenda. */
import { create, save, take, type PageStep } from '#concepts/proposals/commands.server.ts';
import { dissent } from '#concepts/proposals/dissents.commands.server.ts';
import { workbench } from '#concepts/proposals/queries.server.ts';
import { answerStatement, askStatement } from '#concepts/proposals/statements.commands.server.ts';
import { statementPage } from '#concepts/proposals/statements.queries.server.ts';
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
		giveBack(s, told);
		hearOthers(s, told);
	}
}

function giveBack(s: Stage, told: ToldProposal): void {
	if (!told.returned) return;
	const { day, comment, part, quote, revised } = told.returned;
	const id = () => s.id('proposal', told.name);
	s.on(day, '15:10', `return ${told.name}`, async () => {
		sure(await take(await s.as('koordination'), id(), 'return', { comment, part, quote }));
	});
	s.on(revised.day, '10:50', `revise ${told.name}`, async () => {
		const who = await s.as(revised.by);
		const { proposal: p } = (await workbench(who, id()))!;
		sure(await save(who, p.id, p.revision, { ...p, outline: { ...p.outline, ...revised.outline } }));
	});
}

function hearOthers(s: Stage, told: ToldProposal): void {
	const id = () => s.id('proposal', told.name);
	for (const t of told.statements ?? [])
		s.on(t.day, '11:25', `ask ${t.asked} about ${told.name}`, async () => {
			const asking = { accountId: s.account(t.asked), question: t.question, dueOn: s.day(t.dueDay) };
			const statementId = sure(await askStatement(await s.as(t.by), id(), asking));
			const { answer: given } = t;
			if (!given) return;
			s.on(given.day, '14:40', `answer of ${t.asked}`, async () => {
				const who = await s.as(t.asked);
				const seen = (await statementPage(who, statementId))!.shown!;
				sure(await answerStatement(who, statementId, { answer: given.answer, text: given.text }, seen));
			});
		});
	for (const d of told.dissents ?? [])
		s.on(d.day, '09:35', `dissent about ${told.name}`, async () => {
			sure(await dissent(await s.as(d.by), id(), { text: d.text, named: d.named }));
		});
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
