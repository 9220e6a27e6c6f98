/** The administrator's forms, parsed; made for each request, as the sentences are in the reader's language. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { textField } from '#platform/form.server.ts';
import { organisationKinds, roles } from './rules.ts';

const checked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((s) => s === 'on')
);
const organisationId = () => v.pipe(v.optional(v.string(), ''), v.uuid(m.people_organisation_required()));

export const detailsForm = () =>
	v.object({
		name: textField({ required: m.people_name_required(), max: 120 }),
		title: textField({ max: 120 }),
		organisationId: organisationId()
	});
export const rolesForm = () => v.object({ roles: v.optional(v.array(v.picklist(roles)), []) });
export const invitationForm = () =>
	v.object({
		email: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(320), v.email(m.people_email_invalid())),
		...detailsForm().entries,
		...rolesForm().entries
	});
export const organisationForm = () =>
	v.object({
		name: textField({ required: m.people_name_required(), max: 200 }),
		shortName: textField({ required: m.people_name_required(), max: 40 }),
		kind: v.picklist(organisationKinds),
		active: checked
	});
export const itemForm = () => {
	const label = textField({ required: m.people_admin_catalogue_label_required(), max: 200 });
	return v.object({
		labelDe: label,
		labelEn: label,
		helpDe: textField({ max: 1000 }),
		helpEn: textField({ max: 1000 }),
		active: checked
	});
};

const whole = (min: number, max: number, scale = 1) => {
	const message = m.people_setting_number({ min, max });
	const digits = v.pipe(v.optional(v.string(), ''), v.trim(), v.regex(/^\d{1,5}$/, message), v.transform(Number));
	return v.pipe(
		digits,
		v.minValue(min, message),
		v.maxValue(max, message),
		v.transform((n) => n / scale)
	);
};
const line = (max: number) => textField({ required: m.people_setting_text({ max }), max });
const prefix = () =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.toUpperCase(), v.regex(/^[A-ZÄÖÜ]{1,4}$/, m.people_setting_prefix()));

/** The same limits as settings.ts; shares are typed in percent. */
export const settingsForm = () =>
	v.object({
		countyName: line(120),
		noticePeriodDays: whole(0, 90),
		quorumShare: whole(0, 100, 100),
		externalMembersVote: checked,
		conflictedMembersVote: checked,
		circulationDays: whole(1, 60),
		minutesReviewDays: whole(1, 90),
		taskReminderDays: whole(0, 60),
		submissionDeadlineDays: whole(0, 120),
		returnTargetDays: whole(1, 120),
		statementReminderDays: whole(0, 60),
		reviewersOfSameOrganisation: checked,
		minimumCellSize: whole(3, 50),
		intakeTargetDays: whole(1, 90),
		effectReviewMonths: whole(1, 36),
		reopenShare: whole(0, 100, 100),
		reopenLeastAnswers: whole(1, 50),
		publicResultFeed: checked,
		retentionMonths: whole(6, 240),
		gapPrefix: prefix(),
		proposalPrefix: prefix(),
		mandatePrefix: prefix(),
		measurePrefix: prefix(),
		decisionPrefix: prefix(),
		imprintText: textField({ max: 4000 }),
		accessibilityContact: textField({ max: 1000 }),
		publicInterface: checked,
		namesInInterface: checked
	});
