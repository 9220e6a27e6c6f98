/** Makes a Word file of a paper: real headings, lists and header rows, so that it can be worked on and read aloud. */
import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Packer,
	PageBreak,
	PageNumber,
	Paragraph,
	TableOfContents,
	TabStopType,
	TextRun,
	convertMillimetersToTwip as mm,
	type IParagraphOptions,
	type ISectionOptions
} from 'docx';
import { blocksIn, factsTable, runsOf } from './docx.blocks.server.ts';
import { numberings, paperStyles, quiet, textWidth } from './docx.styles.server.ts';
import { cleanPaper } from './paper.clean.ts';
import { fullTitle, pageWords, type Paper } from './paper.ts';

const styled = (style: string, text: string, more: IParagraphOptions = {}): Paragraph =>
	new Paragraph({ style, children: runsOf([{ text }]), ...more });
const hairline = { style: BorderStyle.SINGLE, size: 4, color: quiet, space: 4 };

export async function docxOf(raw: Paper): Promise<Uint8Array> {
	const paper = cleanPaper(raw);
	const blocks = blocksIn();
	const children: ISectionOptions['children'] = [
		...letterhead(paper),
		styled('Title', paper.title),
		...(paper.subtitle ? [styled('Subtitle', paper.subtitle)] : []),
		...(paper.notice ? [styled('PaperNotice', paper.notice)] : []),
		...(paper.facts.length ? [factsTable(paper.facts, textWidth), new Paragraph({})] : []),
		...contentsOf(paper),
		...blocks.of(paper.sections),
		...(paper.hash ? [hashLine(paper.hash)] : [])
	];
	const document = new Document({
		title: fullTitle(paper),
		...(paper.contents && { features: { updateFields: true } }),
		creator: paper.author ?? paper.letterhead[0] ?? '',
		lastModifiedBy: paper.author ?? paper.letterhead[0] ?? '',
		hyphenation: { autoHyphenation: true },
		styles: paperStyles(paper.language),
		numbering: numberings(blocks.orderedLists()),
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: { left: mm(25), right: mm(20), top: mm(24), bottom: mm(24), header: mm(12), footer: mm(12) }
					}
				},
				footers: { default: new Footer({ children: [footLine(paper)] }) },
				children
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

/** Word fills them in when the file is opened and the field is brought up to date. */
function contentsOf({ contents }: Paper): ISectionOptions['children'] {
	if (!contents) return [];
	const { title, depth } = contents;
	return [
		styled('Subtitle', title),
		new TableOfContents(title, { hyperlink: true, headingStyleRange: `1-${depth}` }),
		new Paragraph({ children: [new PageBreak()] })
	];
}

function letterhead({ letterhead: [name, ...lines] }: Paper): Paragraph[] {
	if (!name) return [];
	const last = lines.length;
	return [name, ...lines].map(
		(text, i) =>
			new Paragraph({
				style: 'PaperLetterhead',
				children: [new TextRun({ text, ...(i === 0 && { bold: true }) })],
				...(i === last && { spacing: { after: 480 }, border: { bottom: { ...hairline, color: '1A1A1A', size: 8 } } })
			})
	);
}

function footLine(paper: Paper): Paragraph {
	const { page, of } = pageWords[paper.language];
	return new Paragraph({
		style: 'PaperSmall',
		tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
		border: { top: hairline },
		children: [
			new TextRun({ text: paper.footer }),
			new TextRun({ children: ['\t', `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] })
		]
	});
}

const hashLine = ({ label, text }: { label: string; text: string }): Paragraph =>
	new Paragraph({
		style: 'PaperSmall',
		alignment: AlignmentType.LEFT,
		spacing: { before: 600 },
		border: { top: hairline },
		children: [new TextRun({ text: label }), new TextRun({ text, break: 1 })]
	});
