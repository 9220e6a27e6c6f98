/** Meetings with their agenda and files as OParl objects; pure. */
import type { Addresses } from './addresses.ts';
import { instantText, dayIn } from './instants.ts';
import { decisionsField, locationOf, objectOf, type Oparl } from './mapping.ts';
import type { ItemSource, MeetingFileSource, MeetingSource } from './rules.ts';
import { fileId } from './rules.ts';
import { caseItemText, fileWords, groupResultText, resultText } from './words.ts';

const lines = (texts: readonly string[], between = '\n\n'): string => texts.filter(Boolean).join(between);

/** Security: an item about an analysis is called by its number alone, whatever somebody has written there. */
export const titleOf = (s: Pick<ItemSource, 'title' | 'analysis'>): string =>
	s.analysis ? caseItemText(s.analysis.number) : s.title;

/** `place`: from 0 in the agenda. `alone`: asked for by itself, with its way back to the meeting. */
export const itemOf = (at: Addresses, s: ItemSource, place: number, alone: boolean): Oparl => {
	const object = objectOf(at.object('agenda-item', s.id), 'AgendaItem', s, () => ({
		meeting: alone ? at.object('meeting', s.meetingId) : undefined,
		number: String(place + 1),
		name: titleOf(s),
		public: false,
		consultation: s.paper && !s.paper.deleted ? at.object('consultation', s.id) : undefined,
		result: lines(
			[
				...new Set([
					...s.decisions.map((d) => resultText(d.result)),
					...s.groupDecisions.map((g) => groupResultText(g.result))
				])
			],
			', '
		),
		resolutionText: lines([
			...s.decisions.map((d) => `${d.number}: ${d.wording}`),
			...s.groupDecisions.map((g) => g.wording)
		]),
		'lueckenlos:note': s.note,
		...decisionsField(s.decisions)
	}));
	return s.deleted ? object : { ...object, order: place };
};

/** The agenda: what is there, in its order. */
export const inOrder = (items: readonly ItemSource[]): ItemSource[] =>
	items.filter((i) => !i.deleted).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
/** From 0, by the item's id. */
export const placesIn = (items: readonly ItemSource[]): Map<string, number> =>
	new Map(inOrder(items).map((i, n) => [i.id, n]));

export const meetingFile = (at: Addresses, s: MeetingFileSource, alone: boolean): Oparl =>
	objectOf(at.object('file', s.id), 'File', s, () => {
		const name =
			s.kind === 'agenda'
				? fileWords.agenda()
				: s.bodyKind === 'steering_committee'
					? fileWords.committeeMinutes()
					: fileWords.groupMinutes();
		return {
			name,
			fileName: `${name} ${s.bodyName} ${dayIn(s.startsAt)}.pdf`,
			mimeType: 'application/pdf',
			date: dayIn(s.created),
			accessUrl: at.file(s.kind, s.meetingId, 'content'),
			downloadUrl: at.file(s.kind, s.meetingId, 'download'),
			meeting: alone ? [at.object('meeting', s.meetingId)] : undefined,
			...(s.kind === 'minutes' && { 'lueckenlos:version': s.minutes?.version, 'lueckenlos:textHash': s.minutes?.hash })
		};
	});

const agendaFile = (s: MeetingSource): MeetingFileSource => ({
	...s,
	id: fileId('agenda', s.id),
	meetingId: s.id,
	kind: 'agenda'
});
const minutesFile = (s: MeetingSource): MeetingFileSource | null =>
	s.minutes && {
		...agendaFile(s),
		id: fileId('minutes', s.id),
		kind: 'minutes',
		created: new Date(s.minutes.first),
		modified: new Date(s.minutes.last)
	};

/** OParl knows invited until the minutes are approved, and held from then on. */
const stateText = (s: MeetingSource): string => (s.minutesState === 'approved' ? 'durchgeführt' : 'eingeladen');

export function meetingOf(
	at: Addresses,
	s: MeetingSource,
	items: readonly ItemSource[],
	o: { omitInternal: boolean }
): Oparl {
	const agenda = inOrder(items);
	const minutes = minutesFile(s);
	return objectOf(at.object('meeting', s.id), 'Meeting', s, () => ({
		name: s.title,
		meetingState: stateText(s),
		cancelled: s.state === 'cancelled',
		start: instantText(s.startsAt),
		end: instantText(s.endsAt),
		location: s.place ? locationOf(at, s, false) : undefined,
		organization: s.bodySeen ? [at.object('organization', s.bodyId)] : undefined,
		invitation: meetingFile(at, agendaFile(s), false),
		resultsProtocol: minutes ? meetingFile(at, minutes, false) : undefined,
		agendaItem: o.omitInternal || !agenda.length ? undefined : agenda.map((i, n) => itemOf(at, i, n, false)),
		web: at.page(`/meetings/${s.id}`),
		...decisionsField(s.decisions)
	}));
}
