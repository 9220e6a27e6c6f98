/** The settings of a county: what each means, what is delivered, what is allowed. Another county is configuration. */
import * as v from 'valibot';

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const prefix = v.pipe(v.string(), v.regex(/^[A-ZÄÖÜ]{1,4}$/));

/** One entry a setting; the order is that of the form. */
export const settingSchemas = {
	countyName: line(120),
	/** Days between invitation and meeting. */
	noticePeriodDays: whole(0, 90),
	/** Share of the voting members that must be present, 0 to 1; 0: no quorum is needed. */
	quorumShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	/** Whether members from outside the county administration vote in the steering committee. */
	externalMembersVote: v.boolean(),
	/** Whether members who have declared a conflict of interest vote all the same; if not, they are not counted either. */
	conflictedMembersVote: v.boolean(),
	/** Days that a circulation vote is open at the least. */
	circulationDays: whole(1, 60),
	/** Days in which those present may object to the minutes. */
	minutesReviewDays: whole(1, 90),
	/** Days before a task is due on which its assignee is reminded; 0: on the day itself. */
	taskReminderDays: whole(0, 60),
	/** Whether a reviewer may release analyses of her own organisation (never her own ones). */
	reviewersOfSameOrganisation: v.boolean(),
	/** Counts below it are not shown. */
	minimumCellSize: whole(3, 50),
	/** Days before a meeting of the committee by which proposals for it are submitted. */
	submissionDeadlineDays: whole(0, 120),
	/** Working days in which a group brings back a proposal that was returned. */
	returnTargetDays: whole(1, 120),
	/** Days before a statement is due on which who was asked is reminded; 0: on the day itself. */
	statementReminderDays: whole(0, 60),
	/** Working days until a gap report should be settled. */
	intakeTargetDays: whole(1, 90),
	/** Months after the measure until those who reported are asked. */
	effectReviewMonths: whole(1, 36),
	/** Share of the answers „besteht fort“ above which a gap proposes its own reopening, 0 to 1. */
	reopenShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	/** With fewer answers nothing is proposed by itself. */
	reopenLeastAnswers: whole(1, 50),
	/** Whether released result sheets are in a feed that everybody may read; else only by a link. */
	publicResultFeed: v.boolean(),
	/** Months until released analyses are deleted. */
	retentionMonths: whole(6, 240),
	gapPrefix: prefix,
	proposalPrefix: prefix,
	mandatePrefix: prefix,
	measurePrefix: prefix,
	decisionPrefix: prefix,
	/** Who answers for the hub; shown in the imprint. */
	imprintText: v.pipe(v.string(), v.trim(), v.maxLength(4000)),
	/** Where barriers can be reported; shown in the accessibility statement. */
	accessibilityContact: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
	/** Whether the interface for programs tells everybody which bodies there are. */
	publicInterface: v.boolean(),
	/** Whether the interface for programs names those who sit in a body; else it says their function only. */
	namesInInterface: v.boolean()
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type Settings = { [K in SettingKey]: v.InferOutput<(typeof settingSchemas)[K]> };
export const settingKeys = Object.keys(settingSchemas) as SettingKey[];

export const defaultSettings: Settings = {
	countyName: 'Kreis Steinfurt',
	noticePeriodDays: 14,
	quorumShare: 0.5,
	externalMembersVote: true,
	conflictedMembersVote: false,
	circulationDays: 7,
	minutesReviewDays: 14,
	taskReminderDays: 7,
	reviewersOfSameOrganisation: true,
	minimumCellSize: 5,
	submissionDeadlineDays: 21,
	returnTargetDays: 20,
	statementReminderDays: 3,
	intakeTargetDays: 10,
	effectReviewMonths: 6,
	reopenShare: 0.5,
	reopenLeastAnswers: 3,
	publicResultFeed: false,
	retentionMonths: 60,
	gapPrefix: 'L',
	proposalPrefix: 'V',
	mandatePrefix: 'M',
	measurePrefix: 'MA',
	decisionPrefix: 'LG',
	imprintText: '',
	accessibilityContact: '',
	publicInterface: false,
	namesInInterface: false
};

/** Stored values over the delivered ones; a stored value that is not allowed any more counts as not stored. */
export function settingsFrom(stored: readonly { key: string; value: unknown }[]): Settings {
	const settings: Record<string, unknown> = { ...defaultSettings };
	for (const { key, value } of stored) {
		if (!isSettingKey(key)) continue;
		const parsed = v.safeParse(settingSchemas[key], value);
		if (parsed.success) settings[key] = parsed.output;
	}
	return settings as Settings;
}

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingSchemas, key);
