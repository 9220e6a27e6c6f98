/** Chapter: case analyses are written, released by a second person, talked through and evaluated. */
import { archiveCase, recallCase, releaseCase, startCase, submitCase } from '#concepts/cases/commands.server.ts';
import { recordReading } from '#concepts/cases/readings.commands.server.ts';
import { releaseBatchIfDue } from '#concepts/cases/waiting.commands.server.ts';
import { checklist, type Content, type Finding } from '#concepts/cases/rules.ts';
import { concludeCase } from '#concepts/gaps/cases.commands.server.ts';
import told from '#demo/content/cases.json' with { type: 'json' };
import { sure, type Stage } from '#demo/stage.server.ts';

/** The night in which six analyses of one cell come out of the waiting room; the others wait for more that are alike. */
const batchDay = -152;

/** Nobody saves a second time here. */
const firstVersion = 1;

/** A step without a day was not taken: it waits. */
type Days = {
	start: number;
	submit?: number;
	release?: number;
	conclude?: number;
	archive?: number;
	recall?: number;
	gaps?: string[];
	finding?: Finding;
};
const days: Record<string, Days> = {
	'online-booking': {
		start: -633,
		submit: -628,
		release: -622,
		conclude: -588,
		archive: -300,
		gaps: ['online-booking']
	},
	payment: { start: -281, submit: -276, release: -271, conclude: -214, gaps: ['payment', 'housing'] },
	childcare: { start: -278, submit: -272, release: -267, conclude: -250, gaps: ['childcare', 'daycare'] },
	interpreting: { start: -268, submit: -264, release: -260, conclude: -236, gaps: ['interpreting'] },
	buses: { start: -275, submit: -270, release: -262, conclude: -239, gaps: ['buses'] },
	recognition: { start: -183, submit: -178, release: -173, conclude: -155, gaps: ['permit', 'recognition'] },
	'health-card': { start: -240, submit: -235, release: -230, conclude: -160, finding: 'no_structural_finding' },
	'kita-start': { start: -220, submit: -215, release: -210, conclude: -158, gaps: ['daycare'] },
	'school-place': { start: -200, submit: -196, release: -190, conclude: -156, finding: 'good_practice' },
	'course-switch': { start: -171, submit: -167, release: -164 },
	'early-support': { start: -186, submit: -182, release: -176 },
	recalled: { start: -94, submit: -90, release: -84, recall: -3 },
	eviction: { start: -20, submit: -12 },
	'coming-of-age': { start: -9, submit: -5 },
	draft: { start: -2 }
};

export function tellOfCases(s: Stage): void {
	s.on(batchDay, '04:40', 'batch of cases', async () => void (await releaseBatchIfDue()));
	for (const { name, by, content } of told) {
		const d = days[name]!;
		const id = () => s.id('case', name);
		s.on(d.start, '13:10', `start case ${name}`, async () =>
			s.keep('case', name, sure(await startCase(await s.as(by), content as Content)).id)
		);
		if (d.submit)
			s.on(d.submit, '15:45', `submit case ${name}`, async () => void sure(await submitCase(await s.as(by), id())));
		if (d.release) {
			s.on(
				d.release,
				'09:20',
				`release case ${name}`,
				async () =>
					void sure(await releaseCase(await s.as('pruefung'), id(), { ticked: checklist, version: firstVersion }))
			);
			s.on(
				d.release + 1,
				'10:50',
				`read case ${name}`,
				async () => void (await recordReading(await s.as('koordination'), id()))
			);
			s.on(
				d.release + 2,
				'16:15',
				`read case ${name}`,
				async () => void (await recordReading(await s.as('mitglied'), id()))
			);
		}
		if (d.conclude) {
			s.on(d.conclude, '14:00', `conclude case ${name}`, async () => {
				const linked = (d.gaps ?? []).map((gap) => s.id('gap', gap));
				sure(await concludeCase(await s.as('koordination'), id(), d.finding ?? 'gaps_linked', linked));
			});
		}
		if (d.archive)
			s.on(
				d.archive,
				'10:30',
				`archive case ${name}`,
				async () => void sure(await archiveCase(await s.as('koordination'), id()))
			);
		if (d.recall)
			s.on(
				d.recall,
				'11:05',
				`recall case ${name}`,
				async () => void sure(await recallCase(await s.as('mitglied'), id(), 'known_story'))
			);
	}
}
