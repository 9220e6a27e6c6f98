/** What of the play world is told to others: result sheets, and the letter to the Land. */
import type { SheetText } from '#concepts/results/rules.ts';

export type ToldSheet = {
	gap: string;
	by: string;
	day: number;
	/** how far it has come */
	until: 'draft' | 'in_review' | 'released';
	text: SheetText;
	sent?: { network: string; recipient: string; channel: string; day: number; answer?: { day: number; text: string } }[];
};

export const sheets: ToldSheet[] = [
	{
		gap: 'online-booking',
		by: 'koordination',
		day: -86,
		until: 'released',
		text: {
			title: 'Ohne Termin ins Jobcenter: offene Sprechstunde mit Sprachmittlung',
			background:
				'Termine im Jobcenter waren nur online und auf Deutsch zu buchen. Menschen mit geringen Deutschkenntnissen warteten wochenlang auf ein erstes Gespräch.',
			decided:
				'Das Jobcenter bietet an zwei Vormittagen in der Woche eine offene Sprechstunde mit Sprachmittlung in drei Sprachen an.',
			changes:
				'Wer neu im Leistungsbezug ist, kann ohne Termin kommen. Bis zum ersten Gespräch vergehen im Mittel fünf Tage.',
			audience: 'Neuzugewanderte mit geringen Deutschkenntnissen und alle, die sie begleiten.',
			contact: 'Eingangszone des Jobcenters Kreis Steinfurt'
		},
		sent: [
			{
				network: 'Netzwerk Frühe Hilfen',
				recipient: 'Koordinierungsstelle',
				channel: 'mail',
				day: -80,
				answer: { day: -72, text: 'Liegt in allen Familienbüros aus. Bitte um eine Fassung in einfacher Sprache.' }
			},
			{ network: 'Runder Tisch Ehrenamt', recipient: 'Geschäftsführung', channel: 'meeting', day: -61 }
		]
	},
	{
		gap: 'permit',
		by: 'koordination-2',
		day: -12,
		until: 'in_review',
		text: {
			title: 'Erinnerung vor dem Ablauf: beide Ausländerbehörden schreiben rechtzeitig an',
			background:
				'Aufenthaltstitel liefen ab, bevor ein Termin zu bekommen war. Arbeit und Leistungen standen dadurch auf der Kippe.',
			decided: 'Beide Ausländerbehörden erinnern rund neunzig Tage vor dem Ablauf eines Titels.',
			changes: 'Das Schreiben geht automatisch heraus und nennt, welche Unterlagen gebraucht werden.',
			audience: 'Menschen mit befristetem Aufenthaltstitel, Betriebe und Vermietende.',
			contact: 'Ausländerbehörde des Kreises Steinfurt'
		}
	},
	{
		gap: 'payment',
		by: 'koordination',
		day: -3,
		until: 'draft',
		text: {
			title: 'Vom Sozialamt zum Jobcenter ohne Lücke: die begleitete Übergabe wird erprobt',
			background: 'Beim Wechsel zwischen den Rechtskreisen entstand eine Lücke von mehreren Wochen ohne Zahlung.',
			decided: 'In drei Kommunen wird eine begleitete Übergabe mit fester Ansprechperson erprobt.',
			changes: '',
			audience: '',
			contact: ''
		}
	}
];

export const letter = {
	decision: 'appeal',
	day: -8,
	/** The office wants to know soon whether it has arrived. */
	resubmitDay: -1,
	text: {
		addressee: 'Zuständiges Landesministerium\nReferat für Mobilität im ländlichen Raum\n\nnachrichtlich: Landkreistag',
		subject: 'Fahrtkosten zu Integrationskursen im ländlichen Raum',
		reason:
			'Im ländlichen Raum liegen Integrationskurse und Wohnorte weit auseinander. Am Abend und am Wochenende fährt kein Bus. Die pauschale Erstattung deckt die Kosten nicht, und Kursplätze bleiben frei, obwohl der Bedarf da ist.\nDer Kreis hat die eigenen Möglichkeiten geprüft. Fahrpläne und Erstattung sind landesrechtlich geregelt.',
		request:
			'Wir bitten um Prüfung, ob die Erstattung im ländlichen Raum nach der tatsächlichen Entfernung bemessen werden kann, und um einen Ansprechpunkt für eine gemeinsame Erprobung.'
	}
} as const;
