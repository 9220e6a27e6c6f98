/** Chapter: what happens around today, so that something waits for everybody. */
import { found, join } from '#concepts/bodies/commands.server.ts';
import { intake } from '#demo/content/gaps.ts';
import { askSender, declineReport, markUrgent } from '#concepts/gaps/intake.commands.server.ts';
import { saveDraft } from '#concepts/gaps/report.commands.server.ts';
import { noFields } from '#concepts/gaps/rules.ts';
import { commentOnGap, followGap } from '#concepts/gaps/voices.commands.server.ts';
import { proposeTopic } from '#concepts/meetings/agenda.commands.server.ts';
import { invite } from '#concepts/people/admin.commands.server.ts';
import type { SeatFunction } from '#concepts/people/rules.ts';
import { comment, follow } from '#concepts/proposals/commands.server.ts';
import { demoAddress } from '#demo/cast.server.ts';
import { sure, type Stage } from '#demo/stage.server.ts';
import { fileReport } from './gaps.server.ts';

export function tellOfToday(s: Stage): void {
	for (const { name, coding, ...report } of intake) fileReport(s, name, report, coding);
	s.on(
		-6,
		'10:05',
		'urgent',
		async () => void sure(await markUrgent(await s.as('koordination'), s.id('report', 'shelter'), true))
	);
	tellOfQuery(s);
	tellOfDecline(s);
	s.on(-1, '16:20', 'a draft', async () => {
		const text = 'Nach der Geburt eines Kindes dauert es Wochen, bis';
		sure(
			await saveDraft(await s.as('fallmanagement-a'), 'demo-draft', {
				...noFields,
				text,
				phase: 'IK11',
				gapType: 'GT11',
				municipality: '05566028'
			})
		);
	});
	tellOfVoices(s);
	s.on(-4, '08:30', 'invite a colleague', async () => {
		const colleague = {
			email: demoAddress('neue.kollegin'),
			name: 'Wiebke Sander',
			title: 'Case Management',
			organisationId: s.cast.organisations.carrierB,
			roles: ['case_manager' as const]
		};
		sure(await invite(await s.as('admin'), colleague));
	});
}

function tellOfQuery(s: Stage): void {
	const report = {
		by: 'fallmanagement-a',
		day: -9,
		municipality: '05566092',
		text: 'Anträge auf Wohngeld bleiben liegen, weil Nachweise aus dem Ausland nicht anerkannt werden.'
	};
	fileReport(s, 'housing-benefit', report, {
		phase: 'IK04',
		gapType: 'GT07',
		legalDomains: ['WOHNEN'],
		severity: 'SEV2',
		frequency: 'FQ2'
	});
	const question =
		'Danke für Ihre Meldung. Um welche Art von Nachweisen geht es, und betrifft das mehrere Kommunen? Bitte antworten Sie ohne Angaben zu einzelnen Personen.';
	s.on(
		-5,
		'11:30',
		'a query',
		async () => void sure(await askSender(await s.as('koordination'), s.id('report', 'housing-benefit'), question))
	);
}

function tellOfDecline(s: Stage): void {
	const report = {
		by: 'fallmanagement-b',
		day: -17,
		municipality: '05566076',
		text: 'Es fehlt eine Beratung für Menschen, die sich selbstständig machen wollen.'
	};
	fileReport(s, 'founders', report, {
		phase: 'IK09',
		gapType: 'GT01',
		legalDomains: ['SGB3'],
		severity: 'SEV1',
		frequency: 'FQ2'
	});
	const sentence =
		'Die Gründungsberatung der Wirtschaftsförderung steht auch Zugewanderten offen und bietet Termine mit Sprachmittlung an. Wir haben Ihnen die Kontaktstelle in die Übersicht der Angebote aufgenommen.';
	s.on(
		-8,
		'15:25',
		'decline',
		async () =>
			void sure(
				await declineReport(await s.as('koordination-2'), s.id('report', 'founders'), 'exists_already', sentence)
			)
	);
}

/** Comments with mentions, follows and topics for the next meeting. */
function tellOfVoices(s: Stage): void {
	const say = (day: number, who: string, gap: string, text: string) =>
		s.on(
			day,
			'17:05',
			`${who} comments`,
			async () => void sure(await commentOnGap(await s.as(who), s.id('gap', gap), { comment: text, mentions: [] }))
		);
	say(
		-64,
		'mitglied',
		'childcare',
		'Unser Haus kann ab dem nächsten Quartal zwei Räume am Vormittag stellen. @Jana Vogt, bitte für den Vorschlag vormerken.'
	);
	say(-63, 'koordination', 'childcare', 'Danke, das ist aufgenommen. @Olaf Wessels, gilt das auch in den Ferien?');
	say(
		-7,
		'koordination-2',
		'housing',
		'Die Wohnungsämter in Greven und Rheine haben Interesse an einem Austausch. @Jana Vogt, ich schlage einen Termin im nächsten Monat vor.'
	);
	say(
		-2,
		'fachkraft',
		'naturalisation',
		'Die Liste der Unterlagen könnten wir in der nächsten Sitzung gemeinsam mit den Beratungsstellen abstimmen. @Jana Vogt'
	);
	s.on(-10, '16:55', 'comment on proposal', async () => {
		const id = s.id('proposal', 'advice-hours');
		const text =
			'Für den Osten des Kreises bietet sich ein Raum im Rathaus an. @Olaf Wessels, passt das zu eurem Kursplan?';
		sure(await comment(await s.as('koordination'), id, { comment: text, mentions: [] }));
	});
	const follows = (who: string, ...gaps: string[]) =>
		s.on(-150, '08:15', `${who} follows`, async () => {
			for (const gap of gaps) sure(await followGap(await s.as(who), s.id('gap', gap), true));
		});
	follows('lenkung', 'housing', 'payment');
	follows('mitglied', 'childcare', 'buses');
	follows('vorsitz', 'payment');
	follows('fallmanagement-a', 'permit');
	s.on(
		-40,
		'08:20',
		'follow a proposal',
		async () => void sure(await follow(await s.as('lenkung'), s.id('proposal', 'bridge-course'), true))
	);
	s.on(-3, '14:45', 'a topic', async () => {
		const input = {
			kind: 'discussion' as const,
			title: 'Schutzunterkunft am Wochenende',
			minutes: 20,
			rapporteur: 'Case Management'
		};
		sure(await proposeTopic(await s.as('fallmanagement-a'), s.id('body', 'group'), input));
	});
}

/** The third group is founded in the story; the cast brings the others. */
export function tellOfGroups(s: Stage): void {
	for (const key of ['group', 'topicGroup', 'committee'] as const) s.keep('body', key, s.cast.bodies[key]);
	s.on(-175, '09:00', 'found a group', async () => {
		const who = await s.as('koordination');
		const purpose = 'Entwickelt mit Kursträgern, Jugendamt und Ehrenamt Lösungen für Sprache, Betreuung und Wege.';
		const bodyId = sure(
			await found(who, { kind: 'topic_group', name: 'Themengruppe Sprache, Betreuung, Mobilität', purpose })
		);
		s.keep('body', 'languageGroup', bodyId);
		const seats: [string, SeatFunction][] = [
			['koordination', 'chair'],
			['koordination-2', 'deputy'],
			['mitglied', 'member'],
			['fallmanagement-a', 'member'],
			['fallmanagement-c', 'member'],
			['wohlfahrt', 'member']
		];
		for (const [name, seat] of seats) {
			const { id, organisationId } = await s.as(name);
			sure(
				await join(who, bodyId, { accountId: id, function: seat, organisationId, fromOn: s.day(-175), untilOn: null })
			);
		}
		s.forget();
	});
}
