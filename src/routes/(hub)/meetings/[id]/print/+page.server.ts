/** Agenda and approved minutes on paper. */
import { meetingFor } from '../meeting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => meetingFor(locals.actor, params.id, 'all');
