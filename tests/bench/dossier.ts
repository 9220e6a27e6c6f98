/** How long a folder and a dossier take from what was read to the finished PDF, and what other pages take while both are built. */
import { Agent, request } from 'node:http';
import { outlineParts, type Outline } from '#concepts/proposals/rules.ts';
import { setPaper } from '#concepts/steering/papers.building.server.ts';
import type { PaperKind } from '#concepts/steering/papers.rules.ts';
import {
	sourceFormat,
	type HalfYearSource,
	type MeetingSource,
	type PaperSource,
	type SourceGap
} from '#concepts/steering/papers.source.ts';
import type { FigureTable } from '#concepts/situation/picture.ts';
import { addDays, today } from '#platform/clock.ts';
import { hubOn } from '../e2e/hub.ts';
import type { Worlds } from './databases.ts';
import { percentile, say, table, verdict } from './report.ts';

const limitMs = 3000;
const pageLimitMs = 100;
const counts = { proposals: 40, gaps: 300 };
const runs = 5;
/** Other pages are asked for one after the other until both papers are there. */
const asked = ['/', '/gaps', '/control-list', '/steering'];
const sentence = 'Die Zuständigkeit zwischen Ausländerbehörde, Jobcenter und Jugendamt ist ungeklärt. ';

export async function benchDossier(worlds: Worlds): Promise<boolean> {
	const rows: (string | number)[][] = [];
	let fits = true;
	for (const [name, kind, source] of sources()) {
		await setPaper(kind, source, []); // the thread is warm, as it is on a hub that runs
		const ms: number[] = [];
		let extent = { pages: 0, kB: 0 };
		for (let i = 0; i < runs; i++) {
			const began = performance.now();
			const { pdf, pages } = await setPaper(kind, source, []);
			ms.push(performance.now() - began);
			extent = { pages, kB: Math.round(pdf.length / 1000) };
		}
		const worst = Math.max(...ms);
		fits &&= worst < limitMs;
		rows.push([name, extent.pages, extent.kB, percentile(ms, 0.5), worst, verdict(worst < limitMs)]);
	}
	say(table(['paper', 'pages', 'kB', 'p50 ms', 'max', `max < ${limitMs}`], rows));
	return (await meanwhile(worlds)) && fits;
}

function sources(): [string, PaperKind, PaperSource][] {
	const outline = Object.fromEntries(outlineParts.map((part) => [part, sentence.repeat(8)])) as Outline;
	const gaps = Array.from({ length: counts.gaps }, (_, i): SourceGap => ({
		number: `L-2026-${String(i + 1).padStart(3, '0')}`,
		title: sentence,
		municipalities: i % 24,
		carriers: i % 3 ? 'few' : 7,
		domains: i % 5
	}));
	const common = { format: sourceFormat, county: 'Kreis Steinfurt', keyOn: '2026-09-30', caseIds: [], moreCases: 0 };
	const numbered = Array.from({ length: counts.proposals }, (_, i) => String(i + 1).padStart(2, '0'));
	const folder: MeetingSource = {
		...common,
		about: 'meeting',
		committee: 'Lenkungsgruppe',
		meeting: {
			title: 'Sitzung',
			startsAt: '2026-10-01T08:00:00Z',
			endsAt: '2026-10-01T12:00:00Z',
			place: '',
			isDraft: false
		},
		since: null,
		control: [],
		items: [],
		proposals: numbered.map((n, i) => ({
			number: `V-2026-${n}`,
			title: sentence,
			outline,
			responsible: 'Jobcenter',
			dueOn: '2027-06-30',
			version: { n: 1, hash: 'ab'.repeat(32), frozenOn: '2026-09-01' },
			dissents: i % 8 ? [] : [{ name: null, text: sentence.repeat(4) }],
			gaps: gaps.slice(i * 7, i * 7 + 7),
			caseIds: []
		}))
	};
	const dossier: HalfYearSource = {
		...common,
		about: 'half_year',
		from: '2026-07-01',
		threshold: 5,
		throughOn: '2026-09-30',
		topics: figures(11, 12),
		halfYears: figures(20, 0),
		steps: { confirm: counts.gaps },
		confirmed: gaps,
		prioritised: [],
		decided: numbered.map((n, i) => ({
			number: `LG-2026/2-B${n}`,
			result: 'adopted',
			decidedOn: '2026-09-01',
			subject: sentence,
			wording: sentence.repeat(3),
			reason: '',
			target: '',
			targetOn: null,
			units: 'Jobcenter',
			dissents: i % 8 ? [] : [{ name: null, text: sentence.repeat(4) }]
		})),
		measures: numbered.map((n, i) => ({
			number: `MA-2026-${n}`,
			title: sentence,
			unit: 'Jobcenter',
			dueOn: '2026-08-31',
			state: i % 2 ? 'in_progress' : 'approved',
			decision: `LG-2026/2-B${n}`,
			approvedOn: i % 2 ? null : '2026-09-02'
		})),
		effects: []
	};
	return [
		[`a half-year of ${counts.gaps} gaps and ${counts.proposals} decisions`, 'dossier', dossier],
		[`a folder of ${counts.proposals} resolutions`, 'folder', folder]
	];
}

function figures(rows: number, columns: number): FigureTable {
	const heads = (n: number) => Array.from({ length: n }, (_, i) => ({ code: `2026/${i}`, label: `Rechtskreis ${i}` }));
	const some = (n: number) => Array.from({ length: n }, (_, i) => ({ least: i * 3, most: i * 3 }));
	return {
		key: 'topics',
		rows: heads(rows),
		columns: heads(columns),
		cells: Array.from({ length: rows }, () => some(columns)),
		rowTotals: some(rows),
		columnTotals: some(columns),
		total: { least: 500, most: 500 }
	};
}

/** On the hub of the large county: orders both and visits other pages until they are ready. */
async function meanwhile({ big, opened }: Worlds): Promise<boolean> {
	const found = await opened.pool.query<{ id: string }>(
		`select m.id from meeting m join body b on b.id = m.body_id where b.kind = 'steering_committee'
			order by (select count(*) from proposal p where p.meeting_id = m.id) desc, m.id limit 1`
	);
	const hub = await hubOn(big);
	const agent = new Agent({ keepAlive: true });
	try {
		const cookie = await hub.login('koordination');
		const get = (path: string) =>
			new Promise<number>((resolve, reject) => {
				const began = performance.now();
				const asking = request(hub.url + path, { agent, headers: { cookie } }, (answer) => {
					answer.resume();
					answer.once('end', () => resolve(performance.now() - began));
				});
				asking.once('error', reject);
				asking.end();
			});
		for (let i = 0; i < 20; i++) await get(asked[i % asked.length]!);
		const before: number[] = [];
		for (let i = 0; i < 10; i++) for (const path of asked) before.push(await get(path));
		const began = performance.now();
		await hub.post('/papers?/order', { kind: 'dossier', keyOn: addDays(today(), -1) }, cookie);
		await hub.post('/papers?/order', { kind: 'folder', meetingId: found.rows[0]!.id }, cookie);
		const open = `select count(*)::int as n from paper_build where state in ('queued', 'building')`;
		const ms: number[] = [];
		while ((await opened.pool.query<{ n: number }>(open)).rows[0]!.n > 0 && performance.now() - began < 120_000)
			for (const path of asked) ms.push(await get(path));
		const failed = await opened.pool.query(`select from paper_build where state = 'failed'`);
		const p95 = percentile(ms, 0.95);
		const fits = p95 < pageLimitMs && !failed.rowCount;
		say(
			`both built on the hub of the large county in ${Math.round(performance.now() - began)} ms, waiting for the job included; ` +
				`${ms.length} other pages meanwhile: p50 ${percentile(ms, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms ${verdict(fits)} ` +
				`(before: p50 ${percentile(before, 0.5).toFixed(0)} ms, p95 ${percentile(before, 0.95).toFixed(0)} ms)`
		);
		return fits;
	} finally {
		agent.destroy();
		await hub.stop();
	}
}
