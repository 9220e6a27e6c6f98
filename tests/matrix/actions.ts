/** Who may send which form. All others are refused, and nothing changes. */
import { periodsAt } from '#concepts/cases/lists.rules.ts';
import { today } from '#platform/clock.ts';
import { days } from './days.ts';
import {
	admin,
	everybody,
	files,
	inCommittee,
	inGroup,
	inside,
	inTopicGroup,
	leadsCommittee,
	membersOfCommittee,
	office,
	seatedInTopicGroup,
	unit,
	type Group
} from './cast.ts';

export type Fields = Record<string, string | string[]>;
export type ActionLine = {
	/** The folder below src/routes and the name of the action. */
	action: string;
	path: string;
	may: Group;
	/** A body that parses; {name} stands for the id of that thing. */
	body: Fields;
	/** What the first of those who may is answered in the demo world; 303 unless the moment is wrong. */
	then: number;
	/** Where the thing is seen that the form is about: „forbidden“ is said only to those who see it; to others it does not exist. */
	seenAt: string | null;
};
type Sent = readonly [may: Group, body?: Fields, then?: number];
const on = (folder: string, path: string, sent: Record<string, Sent>, seenAt?: string): ActionLine[] =>
	Object.entries(sent).map(([name, [may, body = {}, then = 303]]) => ({
		action: `${folder}?/${name}`,
		path,
		may,
		body,
		then,
		seenAt: seenAt ?? /^[^?]*?\{\w+\}/.exec(path)?.[0] ?? null
	}));
const hub = (folder: string, path: string, sent: Record<string, Sent>, seenAt?: string): ActionLine[] =>
	on(`/(hub)/${folder}`, path, sent, seenAt);

const wrongMoment = 409;
const incomplete = 422;
const report = {
	clientKey: '{uuid}',
	text: 'Es fehlt ein Angebot am Abend.',
	phase: '{phase}',
	gapType: '{gap_type}',
	legalDomains: ['{legal_domain}'],
	seen: 'on'
};
const gapText = {
	title: 'Eine Lücke',
	description: 'Was fehlt.',
	gapType: '{gap_type}',
	legalDomains: ['{legal_domain}'],
	phases: ['{phase}'],
	municipalities: []
};
const caseText = {
	title: 'Ein Verlauf',
	ageBand: '{age_band}',
	legalDomains: ['{legal_domain}'],
	stationMonth: ['1'],
	stationDomain: ['{legal_domain}'],
	stationText: ['Antrag gestellt'],
	stationBreak: [''],
	narrative: 'Eine Frau wartet.',
	step: 'save'
};
const agreement = {
	title: 'Eine Vereinbarung',
	parties: ['{organisation_a}', '{organisation_unit}'],
	handover: 'Wer was übergibt.',
	validFrom: days.soon
};
const outline = { revision: '0', title: 'Ein Vorschlag', resolution: 'Es wird beschlossen.' };
const meetingText = { title: 'Sitzung', startsAt: `${days.soon}T10:00`, length: '60', place: 'Kreishaus' };
const item = { kind: 'discussion', title: 'Ein Thema', minutes: '10' };
const measure = { measureTitle: 'Etwas tun', contactId: '{account_unit}', measureDueOn: days.later, indicator: 'Zahl' };
const settings = {
	countyName: 'Kreis Steinfurt',
	noticePeriodDays: '14',
	quorumShare: '50',
	circulationDays: '7',
	minutesReviewDays: '14',
	taskReminderDays: '7',
	submissionDeadlineDays: '21',
	returnTargetDays: '20',
	statementReminderDays: '3',
	minimumCellSize: '5',
	intakeTargetDays: '10',
	effectReviewMonths: '6',
	reopenShare: '50',
	reopenLeastAnswers: '3',
	retentionMonths: '24',
	gapPrefix: 'L',
	proposalPrefix: 'V',
	mandatePrefix: 'M',
	measurePrefix: 'MA',
	decisionPrefix: 'LG'
};
const organisation = { name: 'Neues Haus', shortName: 'Haus', kind: 'other', active: 'on' };

const aboutGaps: ActionLine[] = [
	// Security: no one report is named, so that to others there is nothing
	...on('/(hub)/intake/[[id]]', '/intake', { code: [office, { id: ['{report_query_a}'], phase: '{phase}' }] }),
	...hub('reports/new', '/reports/new', {
		save: [files, report],
		send: [files, report],
		similar: [files, report, 200],
		join: [files, { ...report, gapId: '{gap_confirmed}', casesBand: '1-2' }]
	}),
	...hub('reports/import', '/reports/import', {
		preview: [files, { rows: 'Was fehlt\nEs fehlt ein Kurs.' }, 200],
		send: [files, { rows: 'Was fehlt\nEs fehlt ein Kurs.', text: '0' }, 200]
	}),
	...hub('contributions', '/contributions', {
		observe: [files, { gapId: '{gap_confirmed}', deed: 'observe', text: 'Es kommt weiter vor.' }],
		reopen: [files, { gapId: '{uuid}', deed: 'reopen', text: 'Es kommt weiter vor.' }, 404]
	}),
	...hub('intake/[[id]]', '/intake', {
		reopen: [office, { id: '{uuid}' }, 404],
		keepClosed: [office, { id: '{uuid}', answer: 'Dafür gibt es nun ein Angebot.' }, 404]
	}),
	...hub('reports/new', '/reports/new?draft={report_draft_a}', { discard: [['fallmanagement-a']] }),
	// Security: with the key of another's draft one writes a draft of one's own
	...hub('reports/new', '/reports/new', { save: [files, { ...report, clientKey: '{uuid}' }] }),
	...hub('reports/[id]', '/reports/{report_query_a}', {
		answer: [['fallmanagement-a'], { text: 'Es geht um Zeugnisse.' }],
		withdraw: [['fallmanagement-a']]
	}),
	...hub('reports/[id]', '/reports/{report_draft_a}', { withdraw: [['fallmanagement-a'], {}, 404] }),
	...hub(
		'intake/[[id]]',
		'/intake/{report_received_b}',
		{
			urgent: [office, { urgent: 'on' }],
			split: [office, { first: 'Ein Teil.', second: 'Ein anderer Teil.' }],
			ask: [office, { question: 'Wie oft?' }],
			assign: [office, { gapId: '{gap_confirmed}' }],
			create: [office, gapText, wrongMoment],
			decline: [office, { reason: 'too_vague', answer: 'Danke.' }, wrongMoment],
			undo: [office, { stepId: '{uuid}' }, wrongMoment]
		},
		'/reports/{report_received_b}'
	),
	...hub('gaps', '/gaps', {
		save: [inside, { name: 'Meine Sicht', query: 'state=new' }],
		delete: [['fallmanagement-a'], { id: '{view_a}' }]
	}),
	...hub('gaps/[id]', '/gaps/{gap_new}', {
		follow: [inside],
		unfollow: [inside],
		join: [files, { casesBand: '1-2', municipality: '{municipality}', legalDomains: ['{legal_domain}'] }],
		comment: [inside, { comment: 'Das kennen wir.' }],
		confirmByDecision: [office, { decision: '{meeting_group_closed}:1' }, incomplete],
		confirm: [office],
		notConfirm: [office, {}, wrongMoment],
		takeBack: [files],
		defer: [office, { until: days.later }],
		resume: [office],
		assignGroup: [office, { bodyId: '{topic_group}' }],
		releaseGroup: [office, { bodyId: '{topic_group}' }],
		linkCase: [office, { caseId: '{case_released}' }],
		feedback: [office, { text: 'Wir sind dran.' }],
		merge: [office, { intoId: '{gap_mandated}' }],
		unmerge: [office]
	}),
	...hub('gaps/[id]', '/gaps/{gap_new}', {
		feedback: [office, { feedbackId: '{feedback_owed}', text: 'Wir sind dran.' }]
	}),
	...hub('gaps/[id]/edit', '/gaps/{gap_new}/edit', { default: [office, gapText] })
];

const listUpload = JSON.stringify({ rows: [], counts: [{ field: 'gender', code: 'G_F', cases: 12 }] });
const listPeriod = periodsAt(today())[0]!;
const aboutLists: ActionLine[] = [
	...hub('cases/lists/new', '/cases/lists/new', {
		send: [files, { period: listPeriod, upload: listUpload }],
		counts: [files, { period: listPeriod, field: 'gender', code: ['G_F'], cases: ['12'] }]
	}),
	...hub(
		'cases/lists',
		'/cases/lists',
		{ withdraw: [['fallmanagement-a'], { id: '{case_list_a}' }] },
		'/cases/lists/{case_list_a}'
	)
];
const aboutCases: ActionLine[] = [
	...hub('cases/new', '/cases/new', { default: [files, caseText] }),
	...hub('cases/[id]/edit', '/cases/{case_draft_a}/edit', { default: [['fallmanagement-a'], caseText] }),
	...hub('cases/[id]', '/cases/{case_draft_a}', { submit: [['fallmanagement-a']] }),
	...hub('cases/[id]', '/cases/{case_in_review}', {
		release: [['pruefung'], { version: '1', ticked: ['no_identifiers'] }, incomplete],
		return: [['pruefung'], { version: '1', comment: 'Bitte den Ort weglassen.' }],
		submit: [[]],
		delete: [[]]
	}),
	...hub('cases/[id]', '/cases/{case_released}', {
		discuss: [office, { meetingId: '{meeting_group}' }],
		evaluate: [office, { finding: 'good_practice' }],
		archive: [office],
		recall: [inside]
	}),
	...hub('cases/[id]', '/cases/{case_recalled}', {
		evaluate: [office, { finding: 'good_practice' }, wrongMoment],
		recall: [[]],
		discuss: [[], { meetingId: '{meeting_group}' }],
		restore: [['datenschutz', ...office]]
	}),
	// recalled by the lines before
	...hub('cases/[id]', '/cases/{case_released}', { erase: [['datenschutz', ...office], { sure: 'on' }] }),
	...hub('cases/waiting', '/cases/waiting', { release: [office, {}, wrongMoment] })
];

const aboutBodies: ActionLine[] = [
	...hub('agreements/new', '/agreements/new', { default: [office, agreement] }),
	...hub('agreements/[id]/edit', '/agreements/{agreement}/edit', { default: [office, agreement] }),
	...hub('bodies/new', '/bodies/new', { default: [office, { kind: 'topic_group', name: 'Neue Gruppe' }] }),
	...hub('bodies/[id]', '/bodies/{group}', {
		topic: [inGroup, item],
		remove: [office, { itemId: '{backlog_group}', step: 'remove' }]
	}),
	...hub('bodies/[id]/edit', '/bodies/{topic_group}/edit', {
		save: [office, { kind: 'topic_group', name: 'Themengruppe', purpose: '' }],
		step: [office, { step: 'reopen' }, wrongMoment]
	}),
	...hub('bodies/[id]/members', '/bodies/{committee}/members', {
		add: [
			office,
			{
				accountId: '{account_b}',
				organisationId: '{organisation_a}',
				function: 'member',
				fromOn: days.today,
				untilOn: ''
			}
		]
	}),
	...hub('bodies/[id]/members', '/bodies/{group}/members', {
		end: [office, { membershipId: '{seat_in_group}', untilOn: days.later }]
	}),
	...hub('bodies/[id]/mandate', '/bodies/{group}/mandate', {
		default: [leadsCommittee, { goal: 'Etwas klären', dueOn: days.later }]
	}),
	...hub('mandates/[id]', '/mandates/{mandate_given}', { step: [office, { step: 'accept', text: '', dueOn: '' }] }),
	...hub('mandates/[id]', '/mandates/{mandate_given}', {
		step: [leadsCommittee, { step: 'extend', text: 'Mehr Zeit', dueOn: days.far }]
	}),
	...hub('mandates/[id]', '/mandates/{mandate_in_work}', {
		step: [leadsCommittee, { step: 'approve', text: '', dueOn: '' }, wrongMoment]
	})
];

const guest = { accountId: '{account_unit}', accessUntil: days.later };
const onPassages = {
	comment: [[...inGroup, 'gast'], { itemId: '{item_group}', passage: 'zwei Plätze', comment: 'Sind es nicht drei?' }],
	reply_comment: [[...inGroup, 'gast'], { commentId: '{uuid}', comment: 'Es sind drei.' }, 404],
	resolve_comment: [[...inGroup, 'gast'], { commentId: '{uuid}' }, 404]
} satisfies Parameters<typeof hub>[2];
const aboutMeetings: ActionLine[] = [
	...hub('meetings/new', '/meetings/new', { default: [office, { bodyId: '{group}', ...meetingText }] }),
	...hub('meetings/new', '/meetings/new', { default: [leadsCommittee, { bodyId: '{committee}', ...meetingText }] }),
	...hub('meetings/[id]/edit', '/meetings/{meeting_committee}/edit', { default: [leadsCommittee, meetingText] }),
	...hub('meetings/[id]/agenda', '/meetings/{meeting_group}/agenda', {
		add: [office, item],
		edit: [office, { itemId: '{item_group}', ...item }],
		move: [office, { move: '{item_group}:down' }],
		put_on: [office, { itemId: '{backlog_group}' }],
		take_up: [office, { taskId: '{uuid}' }, 404],
		take_up_all: [office, {}, incomplete],
		link: [office, { itemId: '{item_group}', to: 'service_gap:{gap_new}' }],
		unlink: [office, { itemId: '{item_group}', to: 'service_gap:{gap_new}' }],
		take_off: [office, { itemId: '{backlog_group}', step: 'unschedule' }],
		save_template: [office]
	}),
	...hub('meetings/[id]/agenda', '/meetings/{meeting_committee}/agenda', { add: [leadsCommittee, item] }),
	...hub('meetings/[id]/agenda', '/meetings/{meeting_committee}/agenda', {
		move: [leadsCommittee, { move: '{item_group}:up' }, incomplete]
	}),
	...hub('meetings/[id]/invite', '/meetings/{meeting_committee}/invite', {
		guest: [leadsCommittee, guest],
		no_guest: [leadsCommittee, { accountId: '{account_unit}' }],
		send: [leadsCommittee, { seen: 'somebody else', shortNoticeReason: '' }, wrongMoment]
	}),
	...hub('meetings/[id]/invite', '/meetings/{meeting_group}/invite', {
		further: [office, { accountId: '{account_unit}', accessUntil: days.later }],
		access: [office, guest]
	}),
	...hub('meetings/[id]', '/meetings/{meeting_group}', {
		reply: [[...inGroup, 'gast'], { reply: 'accepted' }],
		schedule: [office, {}, wrongMoment],
		end: [office, {}, wrongMoment],
		close: [office, {}, wrongMoment],
		start: [office],
		cancel: [office, {}, wrongMoment]
	}),
	...hub('meetings/[id]', '/meetings/{meeting_committee}', {
		schedule: [leadsCommittee, {}, wrongMoment],
		start: [leadsCommittee, {}, wrongMoment]
	}),
	...hub('meetings/[id]/postpone', '/meetings/{meeting_group}/postpone', {
		default: [office, { startsAt: `${days.later}T10:00`, length: '60', place: 'Kreishaus' }, wrongMoment]
	}),
	...hub('meetings/[id]/run', '/meetings/{meeting_group}/run', {
		attendance: [office, { 'attendance:{account_a}': 'present' }],
		result: [office, { itemId: '{item_group}', step: 'call', result: '' }],
		approval: [office, { itemId: '{item_group}', outcome: 'approved', result: '' }, 404],
		task: [office, { title: 'Etwas klären', assigneeId: '{account_a}', dueOn: days.later }],
		...onPassages
	}),
	...hub('meetings/[id]/run', '/meetings/{meeting_committee}/run', {
		task: [leadsCommittee, { title: 'Etwas klären', assigneeId: '{account_lenkung}', dueOn: days.later }]
	}),
	...hub('meetings/[id]/minutes', '/meetings/{meeting_group}/minutes', {
		note: [inGroup, { itemId: '{item_group}', text: 'Eine Notiz.' }],
		...onPassages
	}),
	...hub('meetings/[id]/versions', '/meetings/{meeting_group}/versions', {
		restore: [inGroup, { itemId: '{item_group}', versionId: '{uuid}' }, 404],
		erase: [office]
	}),
	...hub('meetings/[id]/minutes', '/meetings/{meeting_committee_held}/minutes', {
		note: [['lenkung', ...leadsCommittee], { itemId: '{uuid}', text: 'Text' }, wrongMoment],
		circulate: [leadsCommittee, { reviewUntil: days.later }, wrongMoment],
		ask_members: [leadsCommittee, { approvalUntil: days.later }],
		review: [['vorsitz', 'lenkung'], { answer: 'object', objection: 'Ein Wort fehlt.', seen: '{hash_committee_held}' }],
		demand_meeting: [leadsCommittee],
		answer: [leadsCommittee, { accountId: '{account_a}', answer: 'Ist ergänzt.' }, 404],
		correct: [leadsCommittee, { text: 'Text', reason: 'Ein Fehler' }, wrongMoment],
		rework: [leadsCommittee],
		approve: [leadsCommittee, {}, wrongMoment]
	}),
	// Security: the thing counts, not the address its form is sent to: who leads the committee does not reach into a group by it
	...hub(
		'meetings/[id]/agenda',
		'/meetings/{meeting_committee}/agenda',
		{
			edit: [office, { itemId: '{item_group}', ...item }],
			link: [office, { itemId: '{item_group}', to: 'service_gap:{gap_new}' }],
			take_off: [office, { itemId: '{item_group}', step: 'unschedule' }, wrongMoment]
		},
		'/meetings/{meeting_group}'
	),
	...hub(
		'meetings/[id]/run',
		'/meetings/{meeting_committee}/run',
		{
			result: [office, { itemId: '{item_group}', step: 'call', result: '' }, wrongMoment]
		},
		'/meetings/{meeting_group}'
	),
	...hub(
		'bodies/[id]',
		'/bodies/{committee}',
		{ remove: [office, { itemId: '{item_group}', step: 'remove' }] },
		'/meetings/{meeting_group}'
	),
	...hub('tasks', '/tasks', { step: [['mitglied', ...office], { taskId: '{task_topic}', step: 'finish', back: '' }] }),
	...hub('tasks/[id]', '/tasks/{task_topic}', {
		default: [office, { on: 'task', title: 'Neu', assigneeId: '', dueOn: days.later }, wrongMoment]
	}),
	...hub('tasks', '/tasks', { step: [office, { taskId: '{task_office}', step: 'drop', back: '' }] })
];

const aboutProposals: ActionLine[] = [
	...hub('statements/[id]', '/statements/{statement_open}', {
		draft: [['gast'], { answer: 'agree', text: 'Ja.' }],
		// the text that was read is not the text of the proposal
		answer: [['gast'], { answer: 'agree', text: 'Ja.', seen_title: 'Etwas anderes' }, wrongMoment]
	}),
	...hub('proposals/new', '/proposals/new', { default: [inGroup, { bodyId: '{group}', title: 'Ein Vorschlag' }] }),
	...hub('proposals/[id]', '/proposals/{proposal_recommended}', {
		save: [inGroup, outline, wrongMoment],
		link: [inGroup, { gapId: '{gap_confirmed}' }, wrongMoment],
		unlink: [inGroup, { gapId: '{gap_in_solution}' }, wrongMoment],
		comment: [inGroup, { comment: 'Gut.' }],
		follow: [inGroup, { on: 'on' }],
		ask: [inGroup, { accountId: '{account_lenkung}', question: 'Tragen Sie das mit?', statementDueOn: days.soon }],
		withdraw_statement: [inGroup, { statementId: '{statement_open}' }],
		dissent: [inGroup, { dissent: 'Das reicht nicht.', named: 'on' }],
		withdraw_dissent: [inGroup],
		step: [office, { step: 'submit', comment: '', meetingId: '' }]
	}),
	...hub('proposals/[id]', '/proposals/{proposal_decided}', {
		save: [inTopicGroup, outline, wrongMoment],
		link: [inTopicGroup, { gapId: '{gap_confirmed}' }, wrongMoment],
		unlink: [inTopicGroup, { gapId: '{gap_confirmed}' }, wrongMoment],
		comment: [inside, { comment: 'Gut.' }],
		follow: [inside, { on: 'on' }],
		ask: [
			inTopicGroup,
			{ accountId: '{account_lenkung}', question: 'Tragen Sie das mit?', statementDueOn: days.soon },
			wrongMoment
		],
		dissent: [seatedInTopicGroup, { dissent: 'Das reicht nicht.' }, wrongMoment],
		step: [office, { step: 'return', comment: 'Bitte ergänzen.', meetingId: '' }, wrongMoment]
	})
];

const steering: ActionLine[] = [
	...hub(
		'steering/[id]/prepare/[proposal]',
		'/steering/{meeting_committee}/prepare/{proposal_scheduled}',
		{ default: [leadsCommittee, measure] },
		'/proposals/{proposal_scheduled}'
	),
	...hub(
		'steering/[id]',
		'/steering/{meeting_committee}',
		{
			place: [office, { proposalId: '{proposal_scheduled}', list: 'discussion' }],
			conflict: [inCommittee, { proposalId: '{proposal_scheduled}', accountId: '{account_lenkung}', on: 'on' }],
			pull: [membersOfCommittee, { proposalId: '{proposal_scheduled}', word: 'Bitte kurz besprechen.' }]
		},
		'/proposals/{proposal_scheduled}'
	),
	...hub('steering/[id]', '/steering/{meeting_committee}', {
		consent: [leadsCommittee, { proposals: ['{proposal_scheduled}'] }, wrongMoment]
	}),
	...hub(
		'steering',
		'/steering',
		{ pull: [membersOfCommittee, { proposalId: '{proposal_scheduled}', word: '' }, wrongMoment] },
		'/proposals/{proposal_scheduled}'
	),
	...hub(
		'steering',
		'/steering',
		{
			confirm: [membersOfCommittee, { meetingId: '{meeting_committee_held}', seen: 'anders' }, wrongMoment]
		},
		'/meetings/{meeting_committee_held}'
	),
	...hub(
		'circulations/new',
		'/circulations/new?proposal={proposal_admitted}',
		{ start: [office, { untilOn: days.later, reason: 'Eilt', ...measure, measureDueOn: days.far }] },
		'/proposals/{proposal_admitted}'
	),
	...hub('circulations/[id]', '/circulations/{circulation}', {
		vote: [membersOfCommittee, { vote: 'yes', reason: '' }]
	}),
	...hub(
		'circulations/[id]',
		'/circulations/{circulation}',
		{
			conflict: [
				inCommittee,
				{ proposalId: '{proposal_in_circulation}', accountId: '{account_unit}', on: 'on' },
				incomplete
			]
		},
		'/proposals/{proposal_in_circulation}'
	),
	...hub('circulations/[id]', '/circulations/{circulation}', { demand: [membersOfCommittee, { word: '' }] }),
	...hub(
		'decisions/new',
		'/decisions/new?proposal={proposal_scheduled}',
		{
			decide: [leadsCommittee, { result: 'adopted', wording: 'Es wird beschlossen.', vote: 'einstimmig' }, wrongMoment]
		},
		'/proposals/{proposal_scheduled}'
	),
	...hub(
		'decisions/new',
		'/decisions/new?gap={gap_confirmed}',
		{
			prioritise: [
				leadsCommittee,
				{ meetingId: '{meeting_committee}', priority: 'high', reason: 'Dringend', vote: 'einstimmig' },
				wrongMoment
			]
		},
		'/gaps/{gap_confirmed}'
	),
	...hub(
		'papers',
		'/papers',
		{
			order: [inCommittee, { kind: 'folder', meetingId: '{meeting_committee}' }],
			again: [inCommittee, { id: '{paper_folder}' }]
		},
		'/papers/{paper_folder}/file.pdf'
	),
	...hub('decisions/[id]', '/decisions/{decision_with_unit}', {
		feedback: [office, { feedbackId: '{feedback_owed}', text: 'Es geht voran.' }, wrongMoment],
		issue: [leadsCommittee, measure]
	}),
	...hub('measures/[id]', '/measures/{measure_of_unit}', { default: [unit, { step: 'accept' }] }),
	...hub('measures/[id]', '/measures/{measure_of_unit}', {
		default: [unit, { step: 'report', text: 'Läuft.', nextStep: 'Weiter' }]
	}),
	...hub('measures/[id]', '/measures/{measure_of_unit}', {
		default: [leadsCommittee, { step: 'grant_extension' }, wrongMoment]
	}),
	...hub('measures/[id]', '/measures/{measure_of_unit}', { default: [office, { step: 'drop', remark: 'Entfällt.' }] }),
	...hub('measures/[id]', '/measures/{measure_of_others}', {
		default: [office, { step: 'send_back', remark: 'Bitte belegen.' }]
	}),
	...hub('measures/[id]', '/measures/{measure_of_others}', { default: [[], { step: 'finish', text: 'Fertig.' }] }),
	...hub('effect/[id]', '/effect/{review_asked}', {
		answer: [['fallmanagement-a', 'fallmanagement-b', 'fachkraft'], { stillHappens: 'gone', changed: '', missing: '' }],
		ask: [office, {}, wrongMoment],
		reopen: [leadsCommittee, {}, wrongMoment],
		keep: [leadsCommittee, { reason: 'Die Regel ändert sich im Frühjahr.' }, wrongMoment],
		close: [office, { choice: 'pass' }]
	}),
	...hub('control-list', '/control-list', {
		note: [leadsCommittee, { meetingId: '{meeting_committee_held}' }]
	}),
	...hub('passed-on/[id]', '/passed-on/{escalation}', {
		default: [office, { step: 'remind', resubmitOn: days.later }]
	})
];

const sheet = { title: 'Ein Ergebnis', background: '', decided: '', changes: '', audience: '', contact: '' };
const link = { label: 'Netzwerk Frühe Hilfen', days: '30' };
const sheets: ActionLine[] = [
	...hub('results', '/results', { link: [office, link, 200], unlink: [office, { linkId: '{uuid}' }, 404] }),
	...hub('results/new', '/results/new?gap={gap_in_implementation}', {
		default: [[...office, 'pruefung'], { ...sheet, gapId: '{gap_in_implementation}' }]
	}),
	...hub(
		'results/[id]/edit',
		'/results/{sheet_draft}/edit',
		{ default: [['koordination'], sheet] },
		'/results/{sheet_draft}'
	),
	...hub('results/[id]', '/results/{sheet_draft}', { submit: [['koordination'], {}, incomplete] }),
	...hub('results/[id]', '/results/{sheet_in_review}', {
		// written by the other coordinator
		release: [['koordination'], { hand: 'office' }],
		return: [[...office, 'pruefung'], { remark: 'Bitte kürzer.' }]
	}),
	...hub('results/[id]', '/results/{sheet_released}', {
		distribute: [office, { network: 'Netzwerk', recipient: '', channel: 'mail', sentOn: days.today }],
		answer: [office, { distributionId: '{distribution}', answer: 'Danke.' }],
		link: [office, link, 200],
		unlink: [office, { linkId: '{uuid}' }, 404],
		withdraw: [office, { remark: 'Überholt.' }]
	})
];

const aboutPeople: ActionLine[] = [
	...hub('admin/catalogues/[list]/[code]', '/admin/catalogues/legalDomain/{legal_domain}', {
		default: [admin, { labelDe: 'Bereich', labelEn: 'Domain', helpDe: '', helpEn: '', active: 'on' }]
	}),
	...hub('admin/organisations', '/admin/organisations', { default: [admin, organisation] }),
	...hub('admin/organisations/[id]', '/admin/organisations/{organisation_a}', {
		default: [admin, { ...organisation, name: 'Brückenhaus', kind: 'carrier' }]
	}),
	...hub('admin/people/new', '/admin/people/new', {
		default: [
			admin,
			{
				email: 'neu@demo.lueckenlos.example',
				name: 'Neu',
				title: '',
				organisationId: '{organisation_a}',
				roles: ['case_manager']
			}
		]
	}),
	...hub('admin/people/[id]', '/admin/people/{account_invited}', {
		details: [admin, { name: 'Wiebke Sander', title: '', organisationId: '{organisation_a}' }],
		roles: [admin, { roles: ['coordinator', 'administrator'] }],
		inviteAgain: [admin],
		close: [admin],
		reopen: [admin]
	}),
	...hub('admin/people/[id]', '/admin/people/{account_b}', { revokeToken: [admin, { token: '{token_b}' }] }),
	...hub('admin/settings', '/admin/settings', { default: [admin, settings] }),
	...hub('admin/map', '/admin/map', {
		bring: [admin, { attribution: 'Kreis' }, incomplete],
		remove: [admin, {}, wrongMoment]
	}),
	...hub('admin/anonymity', '/admin/anonymity', {
		thresholds: [
			admin,
			{ population: '20', populationRed: '8', domains: '3', countryShare: '5', batchSize: '10', arrivals: '2' }
		],
		reference: [admin, { asOf: days.today, source: 'Melderegister', newcomers_05566072: '400', gender_G_F: '49,5' }]
	}),
	...hub('audit', '/audit', { verify: [['datenschutz', 'admin'], {}, 200] }),
	...hub('inbox', '/inbox', {
		open: [['fallmanagement-a'], { item: '{inbox_a}' }],
		read: [['fallmanagement-a'], { item: '{inbox_a}' }],
		readAll: [everybody]
	}),
	...hub('profile/tokens', '/profile/tokens', {
		create: [everybody, { name: 'Auswertung', expiresOn: days.today }, 200],
		revoke: [['fallmanagement-a'], { token: '{token_a}' }]
	}),
	...hub('profile', '/profile', {
		details: [everybody, { name: 'Aylin Brandt', title: 'Case Management' }],
		look: [everybody, { locale: 'de', theme: 'system' }],
		notifications: [everybody, { digest: 'daily', notes: ['query'] }],
		password: [
			everybody,
			{ oldPassword: 'falsch', password: 'ein-ganz-neues-wort', passwordAgain: 'ein-ganz-neues-wort' },
			incomplete
		],
		endSession: [['fallmanagement-a'], { session: '{session_a}' }],
		endAll: [everybody]
	}),
	...on('/(open)/login', '/login', {
		default: ['world', { email: 'niemand@demo.lueckenlos.example', password: 'falsch' }, 403]
	}),
	...on('/(open)/logout', '/logout', { default: ['world'] }),
	...on('/(open)/reset', '/reset', { default: ['world', { email: 'niemand@demo.lueckenlos.example' }, 200] }),
	...on('/(open)/reset/[token]', '/reset/no-such-token', {
		default: ['world', { password: 'ein-ganz-neues-wort', passwordAgain: 'ein-ganz-neues-wort' }, 404]
	}),
	...on('/(open)/invitation/[token]', '/invitation/no-such-token', {
		default: ['world', { password: 'ein-ganz-neues-wort', passwordAgain: 'ein-ganz-neues-wort' }, 404]
	})
];

export const actions: ActionLine[] = [
	...aboutGaps,
	...aboutCases,
	...aboutLists,
	...aboutMeetings,
	...aboutBodies,
	...aboutProposals,
	...steering,
	...sheets,
	...aboutPeople
];
