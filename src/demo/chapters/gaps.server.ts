/** Chapter: case managers report, the office gathers the reports into gaps, others say „Betrifft uns auch“. */
import { addObservation } from '#concepts/gaps/after.commands.server.ts';
import { affectsUs } from '#concepts/gaps/voices.commands.server.ts';
import { assignGroup, confirmGap, linkCaseToGap } from '#concepts/gaps/commands.server.ts';
import { assignToGap, assignToNewGap } from '#concepts/gaps/intake.commands.server.ts';
import { mergeGap } from '#concepts/gaps/merging.commands.server.ts';
import { submitReport } from '#concepts/gaps/report.commands.server.ts';
import { noFields, type ReportFields } from '#concepts/gaps/rules.ts';
import { gaps, type ToldGap, type ToldReport } from '#demo/content/gaps.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

/** Days until the office has settled a report. */
const settledAfter = 5;

export function tellOfGaps(s: Stage): void {
	for (const gap of gaps) {
		gap.reports.forEach((report, i) => tellOfReport(s, gap, report, i));
		for (const c of gap.confirmations) {
			s.on(c.day, '11:20', `${c.by} confirms ${gap.name}`, async () => {
				const mine = {
					casesBand: c.band,
					municipality: c.municipality,
					legalDomains: gap.coding.legalDomains.slice(0, 2)
				};
				sure(await affectsUs(await s.as(c.by), s.id('gap', gap.name), mine));
			});
		}
		if (gap.confirmed)
			s.on(
				gap.confirmed,
				// the evidence of the same day is there by then
				'16:50',
				`confirm ${gap.name}`,
				async () => void sure(await confirmGap(await office(s), s.id('gap', gap.name)))
			);
		if (gap.group) {
			const bodyId = () => s.id('body', gap.group!);
			s.on(
				gap.groupDay ?? gap.confirmed!,
				'10:15',
				`group of ${gap.name}`,
				async () => void sure(await assignGroup(await office(s), s.id('gap', gap.name), bodyId()))
			);
		}
	}
	s.on(
		-125,
		'09:40',
		'merge',
		async () => void sure(await mergeGap(await office(s), s.id('gap', 'childcare-course'), s.id('gap', 'childcare')))
	);
	s.on(
		-170,
		'15:30',
		'link case',
		async () =>
			void sure(await linkCaseToGap(await office(s), s.id('gap', 'early-support'), s.id('case', 'early-support')))
	);
	s.on(-30, '16:10', 'observation', async () => {
		const text = 'Auch im neuen Jahr hat wieder eine Stelle zuerst die Ablehnung der anderen verlangt.';
		sure(await addObservation(await s.as('fallmanagement-a'), s.id('gap', 'early-support'), text));
	});
}
const office = (s: Stage) => s.as('koordination');

function tellOfReport(s: Stage, gap: ToldGap, report: ToldReport, i: number): void {
	const name = `${gap.name}-${i}`;
	fileReport(s, name, report, gap.coding);
	s.on(report.day + settledAfter, '14:30', `settle ${name}`, async () => {
		const who = await s.as(i % 3 === 2 ? 'koordination-2' : 'koordination');
		if (i > 0) return void sure(await assignToGap(who, s.id('report', name), s.id('gap', gap.name)));
		const { title, description, coding: c } = gap;
		const coding = {
			gapType: c.gapType,
			legalDomains: c.legalDomains,
			phases: [c.phase],
			municipalities: [report.municipality],
			severity: c.severity,
			frequency: c.frequency,
			scope: c.scope
		};
		s.keep(
			'gap',
			gap.name,
			sure(await assignToNewGap(who, s.id('report', name), { title, description, ...coding })).gapId
		);
	});
}

/** Sends a report; the sender's legal domains go before those of the gap. */
export function fileReport(s: Stage, name: string, report: ToldReport, coding: Partial<ReportFields>): void {
	const { by, text, municipality, idea = '', urgent = false } = report;
	const legalDomains = report.legalDomains ?? coding.legalDomains ?? [];
	const minute = 5 + (text.length % 50);
	s.on(report.day, `08:${String(minute).padStart(2, '0')}`, `${by} reports ${name}`, async () => {
		const fields: ReportFields = { ...noFields, ...coding, legalDomains, text, municipality, idea, urgent };
		s.keep('report', name, sure(await submitReport(await s.as(by), `demo-${name}`, fields)).id);
	});
}
