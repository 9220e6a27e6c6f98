/** To whom a released sheet went and what came back, and the links by which it, or all of them, are read without a login. */
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { onSheet, thing } from './commands.server.ts';
import * as links from './links.store.server.ts';
import { mayLinkFeed } from './policy.ts';
import { channels, linkDays, type Channel } from './rules.ts';
import * as store from './store.server.ts';

export type Sending = { network: string; recipient: string; channel: string; sentOn: string };

export const distribute = (actor: Actor, id: string, f: Sending): Promise<Result<{ id: string }>> =>
	onSheet(
		actor,
		'distribute',
		id,
		async (c, s) => {
			const issues: Issue[] = [];
			if (!f.network.trim()) issues.push({ field: 'network', message: m.results_issue_network() });
			if (!channels.includes(f.channel as Channel))
				issues.push({ field: 'channel', message: m.results_issue_channel() });
			if (!f.sentOn || f.sentOn > today()) issues.push({ field: 'sentOn', message: m.results_issue_day() });
			if (issues.length) return no('incomplete', issues);
			const { network, recipient, sentOn } = f;
			const row = { network: network.trim(), recipient: recipient.trim(), channel: f.channel as Channel, sentOn };
			await store.insertDistribution(c.tx, { ...row, sheetId: s.id });
			c.record('result_sheet.distribute', thing(id), { channel: f.channel, sentOn });
			return yes({ id });
		},
		['released']
	);

/** Once; also after the sheet was withdrawn. */
export const recordAnswer = (
	actor: Actor,
	id: string,
	distributionId: string,
	answer: string
): Promise<Result<{ id: string }>> =>
	onSheet(
		actor,
		'distribute',
		id,
		async (c, s) => {
			if (!answer.trim()) return no('incomplete', [{ field: 'answer', message: m.results_issue_answer() }]);
			const of = { id: distributionId, sheetId: s.id, answer: answer.trim(), answeredOn: today() };
			if (!(await store.answerDistribution(c.tx, of))) return no('not_found');
			c.record('result_sheet.answer', thing(id));
			return yes({ id });
		},
		['released', 'withdrawn']
	);

export type LinkInput = { label: string; days: string };
/** The token is shown once and stored nowhere. */
export type MadeLink = { token: string; expiresAt: Date };

const linkFrom = (f: LinkInput): { issues: Issue[]; label: string; expiresAt: Date } => {
	const days = linkDays.find((d) => String(d) === f.days);
	const issues: Issue[] = [];
	if (!f.label.trim()) issues.push({ field: 'label', message: m.results_issue_label() });
	if (!days) issues.push({ field: 'days', message: m.results_issue_days() });
	return { issues, label: f.label.trim(), expiresAt: new Date(now().getTime() + (days ?? 0) * 86_400_000) };
};

export const makeSheetLink = (actor: Actor, id: string, f: LinkInput): Promise<Result<MadeLink>> =>
	onSheet(
		actor,
		'link',
		id,
		async (c, s) => {
			const { issues, label, expiresAt } = linkFrom(f);
			if (issues.length) return no('incomplete', issues);
			const made = await links.insertLink(c.tx, { kind: 'sheet', sheetId: s.id, label, expiresAt });
			c.record('result_sheet.link', thing(id), { linkId: made.id });
			return yes({ token: made.token, expiresAt });
		},
		['released']
	);
export const revokeSheetLink = (actor: Actor, id: string, linkId: string): Promise<Result<{ id: string }>> =>
	onSheet(
		actor,
		'link',
		id,
		async (c, s) => {
			if (!(await links.revokeLink(c.tx, linkId, s.id))) return no('not_found');
			c.record('result_sheet.unlink', thing(id), { linkId });
			return yes({ id });
		},
		['released', 'withdrawn']
	);

export const makeFeedLink = (actor: Actor, f: LinkInput): Promise<Result<MadeLink>> =>
	change(actor, async (c) => {
		if (!mayLinkFeed(actor)) return no('not_found');
		const { issues, label, expiresAt } = linkFrom(f);
		if (issues.length) return no('incomplete', issues);
		const made = await links.insertLink(c.tx, { kind: 'feed', sheetId: null, label, expiresAt });
		c.record('result_link.make', { type: 'result_link', id: made.id });
		return yes({ token: made.token, expiresAt });
	});
export const revokeFeedLink = (actor: Actor, linkId: string): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		if (!mayLinkFeed(actor) || !(await links.revokeLink(c.tx, linkId, null))) return no('not_found');
		c.record('result_link.revoke', { type: 'result_link', id: linkId });
		return yes({ id: linkId });
	});
