/** Builds a paper: reads, composes, has it set in the thread for papers, and keeps it – anew where something was recalled meanwhile. */
import { casesForPaper, type PaperCase } from '#concepts/cases/paper.server.ts';
import type { Paper } from '#exports/paper.ts';
import { pageCount, pdfOf } from '#exports/pdf.server.ts';
import { look } from '#platform/change.server.ts';
import { log } from '#platform/log.server.ts';
import { advance, begin, fail, finish } from './papers.commands.server.ts';
import { dossierPaper } from './papers.dossier.server.ts';
import { folderPaper } from './papers.folder.server.ts';
import { halfYearSource } from './papers.half-year.queries.server.ts';
import { meetingSource } from './papers.meeting.queries.server.ts';
import { mostPages, speaksOfCases, stages, type PaperKind } from './papers.rules.ts';
import type { PaperSource } from './papers.source.ts';
import type { Build } from './papers.store.server.ts';
import { summaryPaper, tightest } from './papers.summary.server.ts';

/** A dossier of a large county takes a few seconds. */
const settingWithinMs = 120_000;
/** So often it is composed anew when analyses are recalled under its hands. */
const mostTries = 5;

export async function buildPaper(id: string): Promise<void> {
	const begun = await begin(id);
	// finished by another process, or there no more
	if (!begun.ok) return;
	try {
		const source = begun.value.source ?? (await read(begun.value));
		await advance(id, 1, source);
		for (let tries = 0; tries < mostTries; tries++) if (await made(id, begun.value.kind, source)) return;
		throw new Error('analyses were recalled faster than the paper could be composed');
	} catch (err) {
		log.error({ err, paper: id }, 'a paper could not be built');
		await fail(id);
	}
}

const read = (b: Pick<Build, 'meetingId' | 'keyOn'>): Promise<PaperSource> => {
	const { meetingId, keyOn } = b;
	return look((tx): Promise<PaperSource> =>
		meetingId ? meetingSource(tx, { meetingId, keyOn }) : halfYearSource(tx, { keyOn })
	);
};

/** False when it has to be composed anew. */
async function made(id: string, kind: PaperKind, source: PaperSource): Promise<boolean> {
	const cases = await look((tx) => casesForPaper(tx, source.caseIds));
	await advance(id, stages.indexOf('set'));
	const { pdf, pages } = await setPaper(kind, source, cases);
	await advance(id, stages.indexOf('keep'));
	const caseIds = speaksOfCases(kind) ? cases.map((c) => c.id) : [];
	const done = await finish(id, { pdf, pages, caseIds });
	if (!done.ok && done.why !== 'conflict') throw new Error(`the paper could not be kept: ${done.why}`);
	return done.ok;
}

/** As PDF, shortened until it has no more pages than its kind may have. */
export async function setPaper(
	kind: PaperKind,
	source: PaperSource,
	cases: readonly PaperCase[]
): Promise<{ pdf: Uint8Array; pages: number }> {
	const most = mostPages[kind] ?? Infinity;
	for (let tightness = 0; ; tightness++) {
		const pdf = await pdfOf(composed(kind, source, cases, tightness), settingWithinMs);
		const pages = pageCount(pdf);
		if (pages <= most || tightness >= tightest) return { pdf, pages };
	}
}

export function composed(kind: PaperKind, source: PaperSource, cases: readonly PaperCase[], tightness = 0): Paper {
	if (source.about === 'half_year') return dossierPaper(source, cases);
	return kind === 'summary' ? summaryPaper(source, tightness) : folderPaper(source, cases);
}
