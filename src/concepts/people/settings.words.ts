/** What settings are called, in the order and groups of the form. */
import { m } from '#i18n/paraglide/messages.js';
import type { SettingKey } from './settings.ts';

export const settingWords: Record<SettingKey, () => string> = {
	countyName: m.people_setting_countyName,
	noticePeriodDays: m.people_setting_noticePeriodDays,
	quorumShare: m.people_setting_quorumShare,
	externalMembersVote: m.people_setting_externalMembersVote,
	conflictedMembersVote: m.people_setting_conflictedMembersVote,
	circulationDays: m.people_setting_circulationDays,
	minutesReviewDays: m.people_setting_minutesReviewDays,
	taskReminderDays: m.people_setting_taskReminderDays,
	reviewersOfSameOrganisation: m.people_setting_reviewersOfSameOrganisation,
	minimumCellSize: m.people_setting_minimumCellSize,
	submissionDeadlineDays: m.people_setting_submissionDeadlineDays,
	returnTargetDays: m.people_setting_returnTargetDays,
	statementReminderDays: m.people_setting_statementReminderDays,
	intakeTargetDays: m.people_setting_intakeTargetDays,
	effectReviewMonths: m.people_setting_effectReviewMonths,
	reopenShare: m.people_setting_reopenShare,
	reopenLeastAnswers: m.people_setting_reopenLeastAnswers,
	publicResultFeed: m.people_setting_publicResultFeed,
	retentionMonths: m.people_setting_retentionMonths,
	gapPrefix: m.people_setting_gapPrefix,
	proposalPrefix: m.people_setting_proposalPrefix,
	mandatePrefix: m.people_setting_mandatePrefix,
	measurePrefix: m.people_setting_measurePrefix,
	decisionPrefix: m.people_setting_decisionPrefix,
	imprintText: m.people_setting_imprintText,
	accessibilityContact: m.people_setting_accessibilityContact,
	publicInterface: m.people_setting_publicInterface,
	namesInInterface: m.people_setting_namesInInterface
};

export const settingGroups: readonly { title: () => string; keys: readonly SettingKey[] }[] = [
	{ title: m.people_admin_settings_county, keys: ['countyName'] },
	{
		title: m.people_admin_settings_meetings,
		keys: [
			'noticePeriodDays',
			'minutesReviewDays',
			'taskReminderDays',
			'quorumShare',
			'externalMembersVote',
			'conflictedMembersVote',
			'circulationDays'
		]
	},
	{
		title: m.people_admin_settings_times,
		keys: ['intakeTargetDays', 'effectReviewMonths', 'reopenShare', 'reopenLeastAnswers']
	},
	{
		title: m.people_admin_settings_proposals,
		keys: ['submissionDeadlineDays', 'returnTargetDays', 'statementReminderDays']
	},
	{
		title: m.people_admin_settings_protection,
		keys: ['minimumCellSize', 'retentionMonths', 'reviewersOfSameOrganisation', 'publicResultFeed']
	},
	{
		title: m.people_admin_settings_numbers,
		keys: ['gapPrefix', 'proposalPrefix', 'mandatePrefix', 'measurePrefix', 'decisionPrefix']
	},
	{ title: m.people_admin_settings_pages, keys: ['imprintText', 'accessibilityContact'] },
	{ title: m.people_admin_settings_interface, keys: ['publicInterface', 'namesInInterface'] }
];
