/** What the forms for papers send. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { paperKinds } from './papers.rules.ts';

const id = () => v.optional(v.string(), '');
/** A folder needs its meeting; the key date of a dossier is judged by the command. */
export const orderForm = () =>
	v.object({
		kind: v.picklist(paperKinds, m.papers_need_meeting()),
		meetingId: id(),
		keyOn: id()
	});
export const againForm = () => v.object({ id: id() });
