/** What roles, states, kinds of notification and events of people are called. */
import { m } from '#i18n/paraglide/messages.js';
import type { Note, OrganisationKind, Role } from './rules.ts';
import type { Tone } from '#ui/tones.ts';

type Say = (inputs?: object, options?: { locale?: 'de' | 'en' }) => string;

export const roleWords: Record<Role, () => string> = {
	case_manager: m.people_role_case_manager,
	officer: m.people_role_officer,
	coordinator: m.people_role_coordinator,
	reviewer: m.people_role_reviewer,
	responsible_unit: m.people_role_responsible_unit,
	data_protection: m.people_role_data_protection,
	administrator: m.people_role_administrator
};

/** Also said outside a request, in mails: then with the receiver's language. */
export const noteWords: Record<Note, Say> = {
	invitation: m.people_note_invitation,
	query: m.people_note_query,
	deadline: m.people_note_deadline,
	intake: m.people_note_intake,
	feedback: m.people_note_feedback,
	mention: m.people_note_mention,
	task: m.people_note_task,
	proposal: m.people_note_proposal,
	decision: m.people_note_decision,
	measure: m.people_note_measure,
	meeting: m.people_note_meeting,
	review: m.people_note_review,
	access: m.people_note_access
};

export type AccountState = 'invited' | 'active' | 'closed';
export const stateWords: Record<AccountState, () => string> = {
	invited: m.people_account_state_invited,
	active: m.people_account_state_active,
	closed: m.people_account_state_closed
};
export const stateTones: Record<AccountState, Tone> = { invited: 'info', active: 'success', closed: 'neutral' };

export const organisationKindWords: Record<OrganisationKind, () => string> = {
	carrier: m.people_organisation_kind_carrier,
	authority: m.people_organisation_kind_authority,
	county: m.people_organisation_kind_county,
	municipality: m.people_organisation_kind_municipality,
	other: m.people_organisation_kind_other
};

export const eventWords: Record<string, () => string> = {
	'account.login': m.people_event_account_login,
	'account.invite': m.people_event_account_invite,
	'account.invite_again': m.people_event_account_invite_again,
	'account.accept': m.people_event_account_accept,
	'account.edit': m.people_event_account_edit,
	'account.grant': m.people_event_account_grant,
	'account.close': m.people_event_account_close,
	'account.reopen': m.people_event_account_reopen,
	'account.change_password': m.people_event_account_change_password,
	'account.request_reset': m.people_event_account_request_reset,
	'account.reset_password': m.people_event_account_reset_password,
	'account.end_sessions': m.people_event_account_end_sessions,
	'account.end_session': m.people_event_account_end_session,
	'account.create_token': m.people_event_account_create_token,
	'account.revoke_token': m.people_event_account_revoke_token,
	'account.choose': m.people_event_account_choose,
	'account.export': m.people_event_account_export,
	'organisation.create': m.people_event_organisation_create,
	'organisation.edit': m.people_event_organisation_edit,
	'setting.change': m.people_event_setting_change,
	'setting.thresholds': m.people_event_setting_thresholds,
	'setting.reference': m.people_event_setting_reference,
	'catalogue_item.edit': m.people_event_catalogue_item_edit,
	'comment.write': m.people_event_comment_write
};
