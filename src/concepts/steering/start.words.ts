/** The words of the start page: what waits, which day counts, quick actions. */
import { m } from '#i18n/paraglide/messages.js';
import type { QuickLabel, WaitingKind } from './start.ts';

type Word = () => string;
export const waitingWords: Record<WaitingKind, Word> = {
	queries: m.start_wait_queries,
	statements: m.start_wait_statements,
	recalled: m.start_wait_recalled,
	votes: m.start_wait_votes,
	decisions: m.start_wait_decisions,
	measures_accept: m.start_wait_measures_accept,
	measures_report: m.start_wait_measures_report,
	reviews: m.start_wait_reviews,
	sheets: m.start_wait_sheets,
	intake: m.start_wait_intake,
	minutes: m.start_wait_minutes,
	effects: m.start_wait_effects,
	tasks: m.start_wait_tasks,
	cases_returned: m.start_wait_cases_returned,
	invitations: m.start_wait_invitations,
	mandates: m.start_wait_mandates,
	feedback: m.start_wait_feedback,
	resubmissions: m.start_wait_resubmissions,
	agreements_expiring: m.start_wait_agreements_expiring,
	proposals_returned: m.start_wait_proposals_returned,
	statements_late: m.start_wait_statements_late,
	proposals_admit: m.start_wait_proposals_admit,
	proposals_schedule: m.start_wait_proposals_schedule,
	proposals_recommend: m.start_wait_proposals_recommend,
	measures_approve: m.start_wait_measures_approve,
	cases_evaluate: m.start_wait_cases_evaluate,
	report_drafts: m.start_wait_report_drafts,
	case_drafts: m.start_wait_case_drafts,
	people_invited: m.start_wait_people_invited
};

const [due, since, on, changed] = [m.start_day_due, m.start_day_since, m.start_day_on, m.start_day_changed];
const [until, vote] = [m.start_day_until, m.start_day_vote];
export const waitingDays: Record<WaitingKind, Word> = {
	queries: since,
	statements: due,
	recalled: on,
	votes: vote,
	decisions: on,
	measures_accept: due,
	measures_report: due,
	reviews: since,
	sheets: since,
	intake: since,
	minutes: due,
	effects: since,
	tasks: due,
	cases_returned: changed,
	invitations: on,
	mandates: due,
	feedback: since,
	resubmissions: due,
	agreements_expiring: until,
	proposals_returned: due,
	statements_late: due,
	proposals_admit: since,
	proposals_schedule: since,
	proposals_recommend: changed,
	measures_approve: since,
	cases_evaluate: since,
	report_drafts: changed,
	case_drafts: changed,
	people_invited: since
};

export const actionWords: Record<QuickLabel, Word> = {
	report: m.start_do_report,
	case: m.start_do_case,
	intake: m.start_do_intake,
	review: m.start_do_review,
	gaps: m.start_do_gaps,
	proposal: m.start_do_proposal,
	meeting: m.start_do_meeting,
	steering: m.start_do_steering,
	control: m.start_do_control,
	measures: m.start_do_measures,
	recalls: m.start_do_recalls,
	audit: m.start_do_audit,
	people: m.start_do_people,
	settings: m.start_do_settings,
	meetings: m.start_do_meetings
};
export const actionTexts: Record<QuickLabel, Word> = {
	report: m.start_do_report_text,
	case: m.start_do_case_text,
	intake: m.start_do_intake_text,
	review: m.start_do_review_text,
	gaps: m.start_do_gaps_text,
	proposal: m.start_do_proposal_text,
	meeting: m.start_do_meeting_text,
	steering: m.start_do_steering_text,
	control: m.start_do_control_text,
	measures: m.start_do_measures_text,
	recalls: m.start_do_recalls_text,
	audit: m.start_do_audit_text,
	people: m.start_do_people_text,
	settings: m.start_do_settings_text,
	meetings: m.start_do_meetings_text
};
