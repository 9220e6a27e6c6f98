/** Chapter: what was reached is told to other networks, and what the county cannot solve goes to the Land. */
import { eq } from 'drizzle-orm';
import { createSheet, releaseSheet, submitSheet } from '#concepts/results/commands.server.ts';
import { distribute, recordAnswer } from '#concepts/results/distribution.commands.server.ts';
import { resultDistribution } from '#concepts/results/tables.server.ts';
import { takeEscalationStep, type EscalationInput } from '#concepts/steering/escalations.commands.server.ts';
import { escalation } from '#concepts/steering/escalations.tables.server.ts';
import { letter, sheets, type ToldSheet } from '#demo/content/results.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

export function tellOfResults(s: Stage): void {
	for (const sheet of sheets) tellOfSheet(s, sheet);
	tellOfLetter(s);
}

/** Written by one, released by two others, sent to networks of which one answers. */
function tellOfSheet(s: Stage, told: ToldSheet): void {
	const { gap, by, day, until, text, sent = [] } = told;
	const id = () => s.id('sheet', gap);
	s.on(day, '09:20', `a result sheet on ${gap}`, async () => {
		const made = sure(await createSheet(await s.as(by), s.id('gap', gap), text));
		s.keep('sheet', gap, made.id);
		if (until !== 'draft') sure(await submitSheet(await s.as(by), made.id));
	});
	if (until !== 'released') return;
	const other = by === 'koordination' ? 'koordination-2' : 'koordination';
	s.on(
		day + 1,
		'10:10',
		'the office releases',
		async () => void sure(await releaseSheet(await s.as(other), id(), 'office'))
	);
	s.on(
		day + 2,
		'11:30',
		'the reviewer releases',
		async () => void sure(await releaseSheet(await s.as('pruefung'), id(), 'reviewer'))
	);
	for (const { day: on, answer, ...of } of sent) {
		s.on(
			on,
			'14:00',
			`to ${of.network}`,
			async () => void sure(await distribute(await s.as('koordination'), id(), { ...of, sentOn: s.day(on) }))
		);
		if (!answer) continue;
		s.on(answer.day, '08:40', `${of.network} answers`, async () => {
			const [row] = await s.tx
				.select({ id: resultDistribution.id })
				.from(resultDistribution)
				.where(eq(resultDistribution.network, of.network));
			sure(await recordAnswer(await s.as('koordination'), id(), row!.id, answer.text));
		});
	}
}

const nothing: EscalationInput = {
	addressee: '',
	subject: '',
	reason: '',
	request: '',
	sentOn: '',
	resubmitOn: '',
	answeredOn: '',
	answer: '',
	feedback: '',
	outcome: ''
};
function tellOfLetter(s: Stage): void {
	s.on(letter.day, '10:50', 'the letter to the Land', async () => {
		const [row] = await s.tx
			.select({ id: escalation.id })
			.from(escalation)
			.where(eq(escalation.decisionId, s.id('decision', letter.decision)));
		const office = await s.as('koordination');
		const written = { ...nothing, ...letter.text, resubmitOn: s.day(letter.resubmitDay) };
		sure(await takeEscalationStep(office, row!.id, 'edit', written));
		sure(await takeEscalationStep(office, row!.id, 'send', { ...nothing, sentOn: s.day(letter.day) }));
	});
}
