/** Chapter: the committee prepares its next meeting, and votes on one proposal before it. */
import { castVote, startCirculation } from '#concepts/steering/circulation.commands.server.ts';
import { prepare } from '#concepts/steering/listing.commands.server.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

export function tellOfCommittee(s: Stage): void {
	s.on(-6, '13:10', 'circulate interpreter-list', async () => {
		const given = {
			proposalId: s.id('proposal', 'interpreter-list'),
			untilOn: s.day(9),
			reason: 'Die Praxen planen ihre Sprechstunden für das neue Halbjahr jetzt.',
			measure: {
				title: 'Verzeichnis der Sprachmittlung mit Buchungsstelle einrichten',
				contactId: s.account('koordination-2'),
				deputyId: null,
				dueOn: s.day(120),
				indicator: 'Anteil der Anfragen, die binnen drei Tagen vermittelt sind'
			}
		};
		const { id } = sure(await startCirculation(await s.as('koordination'), given));
		s.keep('circulation', 'interpreter-list', id);
	});
	s.on(-3, '17:25', 'vote on interpreter-list', async () => {
		const id = s.id('circulation', 'interpreter-list');
		const reason = 'Das hilft auch unseren Beratungsstellen sofort.';
		sure(await castVote(await s.as('wohlfahrt'), id, { vote: 'yes', reason }));
	});
	s.on(-3, '16:05', 'prepare support-leaflet', async () => {
		const measure = {
			title: 'Gemeinsames Merkblatt zur Frühförderung herausgeben',
			contactId: s.account('federfuehrung'),
			deputyId: null,
			dueOn: s.day(240),
			indicator: 'Merkblatt liegt in allen Wartebereichen aus'
		};
		sure(await prepare(await s.as('koordination'), s.id('proposal', 'support-leaflet'), measure));
	});
}
