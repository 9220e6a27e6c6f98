/** Papers as answers to a request: the file, its name, and that nobody keeps a copy on the way. */
import { docxOf } from './docx.server.ts';
import type { Paper } from './paper.ts';
import { pdfOf } from './pdf.server.ts';

const set = { pdf: pdfOf, docx: docxOf } as const;
export type PaperForm = keyof typeof set;

const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
/** RFC 6266: a name of plain letters for all, and the full one for those who can read it. */
export function attachment(fileName: string, ending: string): string {
	const full = fileName
		.toWellFormed()
		.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 120);
	const ascii = full
		.replace(/[äöüÄÖÜß]/g, (c) => plain[c]!)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9 ._-]+/g, '-');
	const encoded = encodeURIComponent(full).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	return `attachment; filename="${ascii}.${ending}"; filename*=UTF-8''${encoded}.${ending}`;
}

const types = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8'
} as const;

/** A file to keep. */
export const fileAnswer = (content: Uint8Array | string, name: string, form: keyof typeof types): Response =>
	new Response(typeof content === 'string' ? content : new Uint8Array(content), {
		headers: {
			'content-type': types[form],
			'content-disposition': attachment(name, form),
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		}
	});

export const paperAnswer = async (paper: Paper, form: PaperForm): Promise<Response> =>
	fileAnswer(await set[form](paper), paper.fileName, form);
