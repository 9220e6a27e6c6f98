/** Chapter: the committee decides, units carry out, those who reported are answered and asked whether it helped. */
import { takeMandateStep } from '#concepts/bodies/commands.server.ts';
import { giveFeedback, sendFeedback } from '#concepts/gaps/commands.server.ts';
import { owedFeedback } from '#concepts/gaps/evidence.server.ts';
import { decide } from '#concepts/steering/commands.server.ts';
import { noteDone } from '#concepts/steering/control.commands.server.ts';
import { prioritise } from '#concepts/steering/gate1.commands.server.ts';
import { issue } from '#concepts/steering/issue.server.ts';
import { takeMeasureStep, type MeasureStepInput, type TakenStep } from '#concepts/steering/measures.commands.server.ts';
import { answerReview, askDueReviews, askNow, closeReview } from '#concepts/steering/reviews.commands.server.ts';
import type { StillHappens } from '#concepts/steering/reviews.rules.ts';
import { decision, effectReview, measure } from '#concepts/steering/tables.server.ts';
import { asc, eq } from 'drizzle-orm';
import { decisions, priorities, type ToldDecision, type ToldPriority } from '#demo/content/decisions.ts';
import { effects, progress, type ToldStep } from '#demo/content/progress.ts';
import { proposals } from '#demo/content/proposals.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

/** Where the committee took note of what had been done until then. */
const notedIn = 'steering-spring';

/** What is decided in a meeting, while it sits. */
export const decideIn =
	(s: Stage) =>
	async (meeting: string): Promise<void> => {
		if (meeting === notedIn) sure(await noteDone(await s.as('vorsitz'), s.id('meeting', meeting)));
		for (const told of priorities[meeting] ?? []) await playPriority(s, meeting, told);
		for (const told of decisions[meeting] ?? []) await playDecision(s, told);
	};

async function playPriority(s: Stage, meeting: string, told: ToldPriority): Promise<void> {
	const mandate = told.mandate
		? {
				bodyId: s.id('body', told.mandate.body),
				goal: told.mandate.goal,
				dueOn: s.day(told.mandate.dueDay),
				interimDueOn: told.mandate.interimDay === undefined ? null : s.day(told.mandate.interimDay)
			}
		: null;
	const input = {
		gapId: s.id('gap', told.gap),
		meetingId: s.id('meeting', meeting),
		priority: told.priority,
		reason: told.reason,
		vote: told.vote,
		mandate
	};
	const { id } = sure(await prioritise(await s.as('vorsitz'), input));
	s.keep('decision', `gate 1 ${told.gap}`, id);
	if (!told.mandate) return;
	const [row] = await s.tx.select({ mandateId: decision.mandateId }).from(decision).where(eq(decision.id, id));
	s.keep('mandate', told.mandate.name, row!.mandateId!);
}

async function playDecision(s: Stage, told: ToldDecision): Promise<void> {
	const proposed = proposals.find((p) => p.name === told.proposal)!.outline.resolution;
	const measures = (told.measures ?? []).map((m) => ({
		title: m.title,
		contactId: s.account(m.contact),
		deputyId: m.deputy ? s.account(m.deputy) : null,
		dueOn: s.day(m.dueDay),
		indicator: m.indicator
	}));
	const targetOn = told.targetDay === undefined ? null : s.day(told.targetDay);
	const { result, vote, wording = proposed, reason = '', target = '' } = told;
	const { id } = sure(
		await decide(await s.as('vorsitz'), {
			proposalId: s.id('proposal', told.proposal),
			result,
			wording,
			reason,
			target,
			targetOn,
			vote,
			measures
		})
	);
	s.keep('decision', told.proposal, id);
	const rows = await s.tx
		.select({ id: measure.id })
		.from(measure)
		.where(eq(measure.decisionId, id))
		.orderBy(asc(measure.number));
	for (const [i, m] of (told.measures ?? []).entries()) s.keep('measure', m.name, rows[i]!.id);
}

/** What comes after the meetings: answers to those who reported, mandates, measures, effect reviews. */
export function tellOfSteering(s: Stage): void {
	for (const [meeting, all] of Object.entries(decisions))
		for (const { feedback } of all) answer(s, meeting, feedback.gap, feedback);
	for (const [meeting, all] of Object.entries(priorities))
		for (const { gap, feedback } of all) answer(s, meeting, gap, feedback);
	for (const step of progress) tellOfStep(s, step);
	tellOfMandates(s);
	tellOfEffects(s);
	s.on(-6, '09:00', 'issue a further measure', async () => {
		const input = {
			title: 'Bericht mit Zahlen zur Erprobung der Übergabe vorlegen',
			contactId: s.account('federfuehrung'),
			deputyId: null,
			dueOn: s.day(150),
			indicator: 'Bericht liegt der Lenkungsgruppe vor der nächsten Sitzung vor'
		};
		sure(await issue(await s.as('koordination'), s.id('decision', 'handover'), input));
	});
}

/** Without a day the answer is still owed. */
function answer(s: Stage, meeting: string, gap: string, feedback: { day?: number; text: string }): void {
	if (feedback.day === undefined) return;
	s.on(feedback.day, '14:20', `feedback on ${gap}`, async () => {
		const owed = (await owedFeedback(s.tx, s.id('meeting', meeting))).find((f) => f.gapId === s.id('gap', gap));
		sure(await giveFeedback(await s.as('koordination'), owed!.id, feedback.text));
	});
}

function tellOfStep(s: Stage, { measure: name, step, by, day, helper, ...input }: ToldStep): void {
	s.on(day, '15:10', `${step} ${name}`, async () => {
		const given: MeasureStepInput = { ...input, ...(helper && { helper: `a:${s.account(helper)}` }) };
		sure(await takeMeasureStep(await s.as(by), s.id('measure', name), step as TakenStep, given));
	});
}

function tellOfMandates(s: Stage): void {
	const step = (day: number, by: string, name: string, of: Parameters<typeof takeMandateStep>[2], text = '') =>
		s.on(
			day,
			'13:40',
			`${of} mandate ${name}`,
			async () => void sure(await takeMandateStep(await s.as(by), s.id('mandate', name), of, { text }))
		);
	step(-552, 'koordination-2', 'online-booking', 'accept');
	step(-549, 'koordination-2', 'online-booking', 'start');
	step(
		-402,
		'koordination-2',
		'online-booking',
		'report',
		'Die Gruppe hat drei Wege geprüft und empfiehlt eine offene Sprechstunde mit Sprachmittlung. Der Vorschlag liegt der Lenkungsgruppe vor.'
	);
	step(-372, 'vorsitz', 'online-booking', 'approve');
	step(-176, 'koordination', 'school', 'accept');
	step(-172, 'koordination', 'school', 'start');
	step(
		-96,
		'koordination',
		'school',
		'report_interim',
		'Mit zwei Berufskollegs ist gesprochen. Eine Übersicht der freien Plätze liegt vor, die Abstimmung mit der Schulaufsicht steht aus.'
	);
}

function tellOfEffects(s: Stage): void {
	s.on(effects.askedDay, '06:00', 'the daily job asks', async () => void (await askDueReviews()));
	s.on(effects.askedAgainDay, '09:45', 'the office asks early', async () => {
		const id = await reviewOf(s, 'reminder-letter');
		sure(await askNow(await s.as('koordination'), id));
	});
	for (const { by, day, measure: name, still, changed = '', missing = '' } of effects.answers) {
		s.on(day, '12:50', `${by} answers the review`, async () => {
			const given = { stillHappens: still as StillHappens, changed, missing };
			sure(await answerReview(await s.as(by), await reviewOf(s, name), given));
		});
	}
	// case managers of the region were asked, too, and not all of them answer
	s.on(effects.closedDay, '09:30', 'the office closes the review', async () => {
		const id = await reviewOf(s, 'open-hours');
		const [row] = await s.tx.select({ state: effectReview.state }).from(effectReview).where(eq(effectReview.id, id));
		if (row!.state === 'asked') sure(await closeReview(await s.as('koordination'), id));
	});
	s.on(
		effects.thanksDay,
		'10:30',
		'thanks',
		async () => void sure(await sendFeedback(await s.as('koordination'), s.id('gap', 'online-booking'), effects.thanks))
	);
}

async function reviewOf(s: Stage, name: string): Promise<string> {
	const [row] = await s.tx
		.select({ id: effectReview.id })
		.from(effectReview)
		.where(eq(effectReview.measureId, s.id('measure', name)));
	return row!.id;
}
