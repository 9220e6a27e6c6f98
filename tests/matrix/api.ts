/** What of the interface for programs answers whom; with a token, which stands for its owner. */
import { everybody, inCommittee, inGroup, inside, inTopicGroup, type Group } from './cast.ts';

export type ApiLine = {
	route: string;
	/** Below /oparl/1.1; {name} stands for the id of that thing. */
	path: string;
	/** All others get 404. `world`: without a token, too. */
	may: Group;
	/** Of a list: those for whom something stands in it; undefined where it is no list. */
	filled?: Group;
};
const on = (folder: string, path: string, may: Group, filled?: Group): ApiLine => ({
	route: `GET /(api)/oparl/1.1${folder}`,
	path,
	may,
	...(filled && { filled })
});
const object = (path: string, may: Group) => on('/[type]/[id]', path, may);
const list = (name: string, filled: Group) => on('/body/[id]/[list]', `/body/1/${name}`, everybody, filled);
const seesMeetings: Group = [...inGroup, 'vorsitz', 'lenkung', 'gast'];

export const apiRoutes: ApiLine[] = [
	on('', '', 'world'),
	on('/body', '/body', 'world', everybody),
	on('/body/[id]', '/body/1', everybody),
	on('/body/[id]', '/body/2', []),

	list('organization', inside),
	list('person', inside),
	list('membership', inside),
	list('meeting', seesMeetings),
	list('agenda-item', seesMeetings),
	list('file', [...inside, 'gast']),
	list('location', seesMeetings),
	list('paper', inside),
	list('consultation', [...inGroup, 'vorsitz', 'lenkung']),
	list('legislative-term', []),
	on('/body/[id]/[list]', '/body/1/gaps', []),
	on('/body/[id]/[list]', '/body/2/meeting', []),

	object('/organization/{group}', inside),
	object('/organization/{committee}', inside),
	on('/organization/[id]/[list]', '/organization/{group}/meeting', inside, inGroup),
	on('/organization/[id]/[list]', '/organization/{committee}/meeting', inside, inCommittee),
	on('/organization/[id]/[list]', '/organization/{committee}/consultation', inside, inCommittee),
	on('/organization/[id]/[list]', '/organization/{group}/paper', []),
	object('/person/{seat_in_group}', inside),
	object('/person/{account_a}', []),
	object('/membership/{seat_in_group}', inside),

	object('/meeting/{meeting_group}', [...inGroup, 'gast']),
	object('/meeting/{meeting_group_closed}', inGroup),
	object('/meeting/{meeting_topic_held}', inTopicGroup),
	object('/meeting/{meeting_committee_held}', inCommittee),
	// not invited yet
	object('/meeting/{meeting_committee}', []),
	object('/agenda-item/{item_group}', [...inGroup, 'gast']),
	object('/agenda-item/{item_committee_held}', inCommittee),
	object('/agenda-item/{item_committee}', []),
	object('/agenda-item/{backlog_group}', []),
	object('/location/{meeting_group}', [...inGroup, 'gast']),
	object('/location/{meeting_committee}', []),

	object('/paper/{proposal_decided}', inside),
	object('/paper/{proposal_scheduled}', inside),
	object('/paper/{proposal_recommended}', []),
	object('/consultation/{item_with_paper}', inCommittee),

	object('/file/agenda-{meeting_group}', [...inGroup, 'gast']),
	object('/file/minutes-{meeting_group_closed}', inGroup),
	object('/file/paper-{proposal_decided}', inside),
	object('/file/paper-{proposal_recommended}', []),
	object('/file/sheet-{sheet_released}', inside),
	object('/file/sheet-{sheet_in_review}', []),
	// under review: there is a draft, and nothing to be had of it
	object('/file/minutes-{meeting_committee_held}', []),
	object('/file/agenda-{meeting_committee}', []),
	...['content', 'download'].flatMap((way) => [
		on('/file/[id]/[way]', `/file/agenda-{meeting_group}/${way}`, [...inGroup, 'gast']),
		on('/file/[id]/[way]', `/file/minutes-{meeting_group_closed}/${way}`, inGroup),
		on('/file/[id]/[way]', `/file/minutes-{meeting_committee_held}/${way}`, []),
		on('/file/[id]/[way]', `/file/paper-{proposal_decided}/${way}`, inside),
		on('/file/[id]/[way]', `/file/paper-{proposal_recommended}/${way}`, []),
		on('/file/[id]/[way]', `/file/sheet-{sheet_released}/${way}`, inside),
		on('/file/[id]/[way]', `/file/sheet-{sheet_in_review}/${way}`, [])
	]),
	on('/file/[id]/[way]', '/file/agenda-{meeting_group}/text', []),

	// what the interface knows nothing of
	object('/case/{case_released}', []),
	object('/paper/{case_released}', []),
	object('/service_gap/{gap_new}', []),
	object('/report/{report_received_b}', [])
];
