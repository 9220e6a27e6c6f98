/** How broad a gap is, in one line of anonymous counts. */
import { m } from '#i18n/paraglide/messages.js';
import type { ShownEvidence } from './evidence.queries.server.ts';

const words: [keyof ShownEvidence, () => string][] = [
	['municipalities', m.proposals_evidence_municipalities],
	['carriers', m.proposals_evidence_carriers],
	['legalDomains', m.proposals_evidence_domains],
	['reports', m.proposals_evidence_reports],
	['confirmations', m.proposals_evidence_confirmations]
];

export const breadthText = (counts: ShownEvidence | undefined): string =>
	words
		.filter(([key]) => counts && counts[key] !== 0)
		.map(([key, word]) => `${word()}: ${counts![key] === 'few' ? m.proposals_few() : counts![key]}`)
		.join(', ');
