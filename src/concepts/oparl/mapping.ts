/** Our things as OParl objects, field by field; pure. What has no field of its own there carries our prefix. */
import type { Addresses } from './addresses.ts';
import { schemaUrl } from './addresses.ts';
import { dayIn, instantText } from './instants.ts';
import type {
	ConsultationSource,
	DecisionSource,
	Frozen,
	LocationSource,
	OrganizationSource,
	PaperFileSource,
	PaperSource,
	SeatSource,
	Stamped
} from './rules.ts';
import { fileId } from './rules.ts';
import {
	functionText,
	kindText,
	paperTypeText,
	resultText,
	roleText,
	seatName,
	sheetText,
	systemName
} from './words.ts';

export type Oparl = Record<string, unknown> & { id: string; type: string };
/** Without what is undefined or an empty text: OParl wants such fields left out. */
export const filled = (fields: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')
	);

/** The head of every object; of what was withdrawn it is all that is said. */
export const objectOf = (id: string, type: string, s: Stamped, fields: () => Record<string, unknown>): Oparl => ({
	id,
	type: schemaUrl(type),
	...(s.deleted ? {} : filled(fields())),
	created: instantText(s.created),
	modified: instantText(s.modified),
	...(s.deleted && { deleted: true })
});

type County = { name: string; created: Date; modified: Date };
const stamped = (c: County): Stamped => ({ id: '', created: c.created, modified: c.modified, deleted: false });

/** Without a token it says no more than that there is an interface, and where it goes on. */
export const systemOf = (at: Addresses, county: County, known: boolean): Oparl =>
	objectOf(at.system, 'System', stamped(county), () => ({
		oparlVersion: schemaUrl(''),
		body: at.counties,
		...(known && { name: systemName(county.name), website: at.page('/'), web: at.page('/help/api') })
	}));

export const countyOf = (at: Addresses, county: County, o: { omitInternal: boolean }): Oparl => ({
	...objectOf(at.county, 'Body', stamped(county), () => ({
		system: at.system,
		name: county.name,
		organization: at.list('organization'),
		person: at.list('person'),
		meeting: at.list('meeting'),
		paper: at.list('paper'),
		agendaItem: at.list('agenda-item'),
		consultation: at.list('consultation'),
		file: at.list('file'),
		locationList: at.list('location'),
		legislativeTermList: at.list('legislative-term'),
		membership: at.list('membership')
	})),
	// half-years are no terms of a council: the list is there and empty
	...(o.omitInternal ? {} : { legislativeTerm: [] })
});

/** `known`: more than that there is such a body. */
export const organizationOf = (at: Addresses, s: OrganizationSource, known: boolean): Oparl =>
	objectOf(at.object('organization', s.id), 'Organization', s, () => ({
		body: at.county,
		name: s.name,
		organizationType: 'Gremium',
		classification: kindText(s.kind),
		...(known && {
			endDate: s.closedOn,
			memberCount: s.members,
			membership: s.seats.length ? s.seats.map((id) => at.object('membership', id)) : undefined,
			meeting: at.bodyList(s.id, 'meeting'),
			consultation: at.bodyList(s.id, 'consultation'),
			web: at.page(`/bodies/${s.id}`)
		})
	}));

/** `alone`: asked for by itself, with its way back to the person. */
export const membershipOf = (at: Addresses, s: SeatSource, alone: boolean): Oparl =>
	objectOf(at.object('membership', s.id), 'Membership', s, () => ({
		person: alone ? at.object('person', s.id) : undefined,
		organization: at.object('organization', s.bodyId),
		role: functionText(s.function),
		startDate: s.fromOn,
		endDate: s.untilOn
	}));

/** Security: no more of a person than the seat; the name only where the county shows names. */
export const personOf = (at: Addresses, s: SeatSource, o: { omitInternal: boolean }): Oparl =>
	objectOf(at.object('person', s.id), 'Person', s, () => ({
		body: at.county,
		name: s.name ?? seatName(functionText(s.function), s.bodyName),
		status: [functionText(s.function)],
		membership: o.omitInternal ? undefined : [membershipOf(at, s, false)]
	}));

export const decisionFields = (d: DecisionSource) => ({
	number: d.number,
	date: dayIn(d.decidedAt),
	result: resultText(d.result),
	resolutionText: d.wording
});
export const decisionsField = (decisions: DecisionSource[]) => ({
	'lueckenlos:decision': decisions.length ? decisions.map(decisionFields) : undefined
});

/** The committee decides; a group works out what is put before it. */
const decides = (s: ConsultationSource): boolean => s.bodyKind === 'steering_committee';
export const consultationOf = (at: Addresses, s: ConsultationSource, alone: boolean): Oparl =>
	objectOf(at.object('consultation', s.id), 'Consultation', s, () => ({
		paper: alone ? at.object('paper', s.paperId) : undefined,
		agendaItem: at.object('agenda-item', s.itemId),
		meeting: at.object('meeting', s.meetingId),
		organization: [at.object('organization', s.bodyId)],
		authoritative: decides(s),
		role: roleText(decides(s))
	}));

type ChecksumOf = (frozen: Frozen) => string;
/** Of a paper: the frozen version, or a sheet about what became of it. */
export const paperFile = (at: Addresses, s: PaperFileSource, checksumOf: ChecksumOf, alone: boolean): Oparl =>
	objectOf(at.object('file', s.id), 'File', s, () => {
		const of = s.id.slice(s.kind.length + 1);
		const name = `${s.kind === 'paper' ? paperTypeText() : sheetText()} ${s.number}`;
		return {
			name,
			fileName: `${name}.pdf`,
			mimeType: 'application/pdf',
			date: dayIn(s.frozenAt),
			accessUrl: at.file(s.kind, of, 'content'),
			downloadUrl: at.file(s.kind, of, 'download'),
			paper: alone && s.papers.length ? s.papers.map((id) => at.object('paper', id)) : undefined,
			'lueckenlos:version': s.frozen?.version,
			'lueckenlos:hash': s.frozen && checksumOf(s.frozen)
		};
	});

const mainFile = (s: PaperSource): PaperFileSource => ({
	...s,
	id: fileId('paper', s.id),
	kind: 'paper',
	frozenAt: s.frozen.frozenAt,
	papers: [s.id]
});
/** `sheets`: about the gaps it answers. */
type InPaper = {
	consultations: readonly ConsultationSource[];
	sheets: readonly PaperFileSource[];
	checksumOf: ChecksumOf;
};
export const paperOf = (at: Addresses, s: PaperSource, { consultations, sheets, checksumOf }: InPaper): Oparl =>
	objectOf(at.object('paper', s.id), 'Paper', s, () => {
		const there = consultations.filter((c) => !c.deleted);
		const more = sheets.filter((f) => !f.deleted);
		return {
			body: at.county,
			name: s.frozen.title,
			reference: s.number,
			date: dayIn(s.frozen.frozenAt),
			paperType: paperTypeText(),
			originatorOrganization: s.bodySeen ? [at.object('organization', s.bodyId)] : undefined,
			mainFile: paperFile(at, mainFile(s), checksumOf, false),
			auxiliaryFile: more.length ? more.map((f) => paperFile(at, f, checksumOf, false)) : undefined,
			consultation: there.length ? there.map((c) => consultationOf(at, c, false)) : undefined,
			web: at.page(`/proposals/${s.id}`),
			'lueckenlos:resolutionText': s.frozen.outline.resolution,
			'lueckenlos:outline': filled({ ...s.frozen.outline, resolution: undefined }),
			'lueckenlos:responsible': s.frozen.responsible,
			'lueckenlos:dueDate': s.frozen.dueOn,
			'lueckenlos:version': s.frozen.version,
			'lueckenlos:hash': checksumOf(s.frozen),
			...decisionsField(s.decisions)
		};
	});

export const locationOf = (at: Addresses, s: LocationSource, alone: boolean): Oparl =>
	objectOf(at.object('location', s.id), 'Location', s, () => ({
		description: s.place,
		meetings: alone ? [at.object('meeting', s.id)] : undefined
	}));
