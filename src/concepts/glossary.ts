/** The words of the trade: English in the code, German for people, and the synonyms nobody may use instead. */

export type Term = {
	/** as in identifiers, in camel case */
	code: string;
	german: string;
	meaning: string;
	/** words or pairs of words in camel case that must not stand in for it */
	never: readonly string[];
};

export const glossary: readonly Term[] = [
	{
		code: 'caseAnalysis',
		german: 'Einzelfallanalyse',
		meaning: 'an anonymous account of how one case went',
		never: ['caseStudy', 'caseFile', 'caseReport']
	},
	{
		code: 'caseList',
		german: 'Fallliste',
		meaning: 'what a carrier gave in of its own list of cases: coarse codes and numbers, never the list',
		never: ['caseload', 'caseTable', 'clientList']
	},
	{
		code: 'station',
		german: 'Station',
		meaning: 'what happened in one legal domain, in order',
		never: ['milestone', 'waypoint']
	},
	{
		code: 'break',
		german: 'Bruchstelle',
		meaning: 'where the thread tore on the way to the next station',
		never: ['rupture', 'painPoint']
	},
	{
		code: 'gapReport',
		german: 'Lückenmeldung',
		meaning: 'what somebody misses, sent to the office',
		never: ['ticket', 'incident', 'complaint']
	},
	{
		code: 'serviceGap',
		german: 'Versorgungslücke',
		meaning: 'what is missing in the system, beyond one case',
		never: ['deficit', 'shortcoming', 'problemCase']
	},
	{
		code: 'confirmation',
		german: '„Betrifft uns auch“',
		meaning: 'a further carrier or municipality knows the gap',
		never: ['upvote', 'vouch', 'endorsement']
	},
	{
		code: 'contribution',
		german: 'Beitrag',
		meaning: 'what stands behind a gap: an assigned report, a confirmation or an analysis',
		never: ['evidenceItem', 'backing']
	},
	{
		code: 'agreement',
		german: 'Kooperationsvereinbarung',
		meaning: 'what organisations hand over to one another at an interface, and until when',
		never: ['contract', 'treaty', 'memorandum']
	},
	{
		code: 'situation',
		german: 'Lagebild',
		meaning: 'protected counts of contributions by topic, place and half-year',
		never: ['dashboard', 'analytics', 'cockpitChart']
	},
	{
		code: 'tranche',
		german: 'Lieferung',
		meaning: 'contributions that come into the situation picture together',
		never: ['snapshotBatch', 'importBatch']
	},
	{
		code: 'observation',
		german: 'Beobachtung',
		meaning: 'what was seen of a gap later on, also after it was closed',
		never: ['sighting', 'followUpReport']
	},
	{
		code: 'reopeningRequest',
		german: 'Bitte um Wiederaufnahme',
		meaning: 'somebody behind a closed gap asks for it to be taken up again',
		never: ['appeal', 'petition']
	},
	{
		code: 'body',
		german: 'Gremium',
		meaning: 'a working group or the steering committee',
		never: ['board', 'council', 'panelGroup']
	},
	{
		code: 'workingGroup',
		german: 'Arbeitsgruppe',
		meaning: 'cross-module or on a topic',
		never: ['taskForce', 'squad', 'workGroup']
	},
	{
		code: 'steeringCommittee',
		german: 'Lenkungsgruppe',
		meaning: 'meets every half year and decides',
		never: ['steeringGroup', 'steeringBoard']
	},
	{
		code: 'membership',
		german: 'Mitgliedschaft',
		meaning: 'a seat with function, term and organisation',
		never: ['enrolment', 'participation']
	},
	{
		code: 'mandate',
		german: 'Mandat',
		meaning: 'what the committee asks a group to do',
		never: ['charter', 'commission', 'remit']
	},
	{
		code: 'meeting',
		german: 'Sitzung',
		meaning: 'of a body, from draft to closed',
		never: ['conference', 'gathering']
	},
	{
		code: 'agendaItem',
		german: 'Tagesordnungspunkt',
		meaning: 'one point of an agenda',
		never: ['agendaPoint', 'agendaEntry', 'agendaTopic']
	},
	{
		code: 'backlog',
		german: 'Themenspeicher',
		meaning: 'topics that wait for a meeting',
		never: ['parkingLot', 'icebox']
	},
	{
		code: 'minutes',
		german: 'Protokoll, Niederschrift',
		meaning: 'what a meeting resulted in',
		never: ['transcript', 'meetingNotes']
	},
	{ code: 'objection', german: 'Einwendung', meaning: 'against a passage of the minutes', never: ['veto', 'dispute'] },
	{
		code: 'proposal',
		german: 'Lösungsvorschlag, Beschlussvorlage',
		meaning: 'a solution in the fixed outline',
		never: ['suggestion', 'motion']
	},
	{
		code: 'resolution',
		german: 'Beschlussvorschlag',
		meaning: 'the one sentence the committee is asked to decide',
		never: ['petition']
	},
	{ code: 'statement', german: 'Stellungnahme', meaning: 'what others say to a proposal', never: ['testimony'] },
	{
		code: 'dissentingVote',
		german: 'Sondervotum',
		meaning: 'why a member does not follow the recommendation of the group, by name or without',
		never: ['minorityReport', 'minorityVote']
	},
	{
		code: 'decision',
		german: 'Beschluss',
		meaning: 'of the committee, at gate 1 or 2',
		never: ['ruling', 'judgement']
	},
	{
		code: 'consentList',
		german: 'Zustimmungsliste',
		meaning: 'proposals decided in one step, as nobody wants to talk about them',
		never: ['bulkList', 'greenList']
	},
	{
		code: 'circulation',
		german: 'Umlaufbeschluss',
		meaning: 'a vote of the committee on one proposal between two meetings',
		never: ['ballot', 'mailVote']
	},
	{
		code: 'conflictOfInterest',
		german: 'Befangenheit',
		meaning: 'a member who does not vote on a matter, and is not counted',
		never: ['bias', 'recusal']
	},
	{
		code: 'controlList',
		german: 'Beschlusskontrolle',
		meaning: 'every decision, who, until when, what state',
		never: ['trackingList', 'statusList']
	},
	{
		code: 'dossier',
		german: 'Halbjahresdossier',
		meaning: 'what was reported, decided and done in a half-year up to a key date, on paper',
		never: ['halfYearBook', 'annualReport']
	},
	{
		code: 'folder',
		german: 'Sitzungsmappe',
		meaning: 'all papers of a committee meeting in one file',
		never: ['meetingPack', 'boardPack']
	},
	{
		code: 'keyDate',
		german: 'Stichtag',
		meaning: 'the day whose state a dossier shows',
		never: ['cutoffDate', 'effectiveDate']
	},
	{
		code: 'paperBuild',
		german: 'Unterlage',
		meaning: 'a paper made in the background, from order to file',
		never: ['exportJob', 'renderJob']
	},
	{
		code: 'measure',
		german: 'Maßnahme',
		meaning: 'what a unit does because it was decided',
		never: ['actionItem', 'initiative']
	},
	{
		code: 'responsibleUnit',
		german: 'Federführung',
		meaning: 'the one organisation that answers for a measure',
		never: ['assignedUnit', 'leadAgency']
	},
	{
		code: 'progressReport',
		german: 'Sachstand',
		meaning: 'what the unit itself says of its measure',
		never: ['statusUpdate', 'statusReport']
	},
	{
		code: 'effectReview',
		german: 'Wirkungsprüfung',
		meaning: 'those who reported say whether it is better',
		never: ['impactAssessment', 'followUpSurvey']
	},
	{
		code: 'escalation',
		german: 'Weitergabe an Land/Bund',
		meaning: 'what the county cannot solve itself',
		never: ['handoffUp']
	},
	{
		code: 'resultSheet',
		german: 'Ergebnisblatt',
		meaning: 'what was decided and what changes, for other networks, released by two',
		never: ['factSheet', 'flyer', 'newsletter']
	},
	{
		code: 'distribution',
		german: 'Verteiler',
		meaning: 'to which network a result sheet went, when, how, and what came back',
		never: ['mailingList', 'dispatchList']
	},
	{ code: 'feedback', german: 'Rückmeldung', meaning: 'the answer to everyone behind a gap', never: ['replyAll'] },
	{
		code: 'thread',
		german: 'Roter Faden',
		meaning: 'the chain from case to answer on one page',
		never: ['lineage', 'journey']
	},
	{
		code: 'legalDomain',
		german: 'Rechtskreis',
		meaning: 'SGB II, residence law and the like',
		never: ['jurisdiction', 'lawArea', 'legalArea']
	},
	{
		code: 'phase',
		german: 'Phase der Integrationskette',
		meaning: 'where in the integration chain',
		never: ['lifeStage']
	},
	{
		code: 'carrier',
		german: 'Träger',
		meaning: 'an independent organisation with case managers',
		never: ['provider', 'sponsor', 'vendor']
	},
	{
		code: 'accessToken',
		german: 'Zugang für Programme',
		meaning: 'lets a program read in the name of an account what is released',
		never: ['apiKey', 'secretKey']
	},
	{ code: 'account', german: 'Konto', meaning: 'somebody who can log in', never: ['user', 'users', 'enduser'] },
	{
		code: 'state',
		german: 'Stand',
		meaning: 'what a state table knows',
		never: ['updateStatus', 'setStatus', 'changeStatus']
	}
];

/** Words of the trade in German, which belong in texts and never in identifiers. */
export const germanWords = [
	'luecke',
	'meldung',
	'sitzung',
	'beschluss',
	'massnahme',
	'vorschlag',
	'protokoll',
	'gremium',
	'mandat',
	'traeger',
	'rechtskreis',
	'lenkungsgruppe',
	'rueckmeldung',
	'tagesordnung',
	'fall',
	'faden',
	'stand',
	'einladung',
	'aufgabe',
	'wirkung'
] as const;
