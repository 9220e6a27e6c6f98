/** Chapter: what organisations have agreed to hand over to one another; one agreement ends soon. */
import { createAgreement } from '#concepts/agreements/commands.server.ts';
import { agreements } from '#demo/content/agreements.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

export function tellOfAgreements(s: Stage, houses: ReadonlyMap<string, string>): void {
	for (const a of agreements)
		s.on(a.day, '13:10', `agreement ${a.title}`, async () => {
			const { title, handover, contact, legalDomains } = a;
			const days = { validFrom: s.day(a.from), validUntil: a.until === null ? null : s.day(a.until) };
			const parties = a.parties.map((name) => houses.get(name)!);
			const gaps = a.gaps.map((name) => s.id('gap', name));
			const who = await s.as('koordination-2');
			sure(await createAgreement(who, { title, handover, contact, legalDomains, parties, gaps, ...days }));
		});
}
