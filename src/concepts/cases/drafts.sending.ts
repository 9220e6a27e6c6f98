/** Sends a draft to the form's own action, as its button would, and reads the answer. */
import { deserialize } from '$app/forms';
import { m } from '#i18n/paraglide/messages.js';
import type { Answer, Place } from './drafts.saver.ts';
import type { Content } from './rules.ts';
import { fieldsOf } from './writing.fields.ts';
import type { RiskWords } from './writing.risk.ts';

type Told = {
	kept?: { id: string; version: number };
	risk?: RiskWords | null;
	conflict?: { id: string; version: number; content: Content };
	issues?: { field: string; message: string }[];
};

async function ask(content: Content, { id, version, draft }: Place, step: 'keep' | 'weigh') {
	const body = new FormData();
	for (const [name, value] of fieldsOf(content)) body.append(name, value);
	body.append('step', step);
	if (version !== undefined) body.append('version', String(version));
	if (!id && draft) body.append('draft', draft);
	const response = await fetch(id ? `/cases/${id}/edit` : '/cases/new', {
		method: 'POST',
		body,
		headers: { 'x-sveltekit-action': 'true', accept: 'application/json' }
	});
	if (response.status >= 500) throw new Error(`the hub answered ${response.status}`);
	const result = deserialize<Told, Told>(await response.text());
	const told: Told = result.type === 'success' || result.type === 'failure' ? (result.data ?? {}) : {};
	return { type: result.type, told };
}

/** Rejects when the hub cannot be reached. */
export async function sendDraft(content: Content, place: Place): Promise<Answer> {
	const { type, told } = await ask(content, place, 'keep');
	if (told.kept) return { how: 'saved', ...told.kept };
	if (told.conflict) return { how: 'conflict', ...told.conflict };
	if (type === 'redirect') return { how: 'refused', message: m.cases_draft_logged_out() };
	return { how: 'refused', message: told.issues?.find((i) => i.message)?.message ?? m.cases_draft_refused() };
}

/** The risk of the attributes as they are chosen now; null when it cannot be told. */
export const askRisk = async (content: Content, place: Place): Promise<RiskWords | null> =>
	(await ask(content, place, 'weigh')).told.risk ?? null;
