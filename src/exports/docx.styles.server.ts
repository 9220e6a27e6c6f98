/** How a paper looks as Word file: styles by name, so that an office can change them, and the numbering of lists. */
import {
	AlignmentType,
	BorderStyle,
	LevelFormat,
	convertMillimetersToTwip as mm,
	type ILevelsOptions,
	type IStylesOptions
} from 'docx';

export const quiet = '4D5560';
/** Of the text between the margins, in twips. */
export const textWidth = mm(165);
/** Levels that Word knows. */
const levels = 9;
/** A face every office has: one that is missing would be replaced by any other. */
const font = 'Arial';

const headingStyle = (size: number, before: number, after: number) => ({
	run: { font, size, bold: true, color: '1A1A1A' },
	paragraph: { spacing: { before, after }, keepNext: true, keepLines: true }
});

export const paperStyles = (language: 'de' | 'en'): IStylesOptions => ({
	default: {
		document: {
			run: { font, size: 20, language: { value: language === 'de' ? 'de-DE' : 'en-GB' } },
			paragraph: { spacing: { after: 120, line: 276 } }
		},
		title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 60 }, keepNext: true } },
		heading1: headingStyle(26, 400, 120),
		heading2: headingStyle(22, 280, 100),
		heading3: headingStyle(20, 220, 80),
		listParagraph: { paragraph: { spacing: { after: 60 } } }
	},
	paragraphStyles: [
		{
			id: 'Subtitle',
			name: 'Subtitle',
			basedOn: 'Normal',
			next: 'Normal',
			quickFormat: true,
			run: { size: 23, color: quiet },
			paragraph: { spacing: { after: 240 } }
		},
		{
			id: 'Caption',
			name: 'caption',
			basedOn: 'Normal',
			next: 'Normal',
			run: { size: 18, color: quiet },
			paragraph: { spacing: { before: 160, after: 60 }, keepNext: true }
		},
		{
			id: 'PaperTable',
			name: 'Paper Table',
			basedOn: 'Normal',
			run: { size: 18 },
			paragraph: { spacing: { after: 40, line: 252 } }
		},
		{
			id: 'PaperLetterhead',
			name: 'Paper Letterhead',
			basedOn: 'Normal',
			run: { size: 18 },
			paragraph: { spacing: { after: 0 } }
		},
		{ id: 'PaperSmall', name: 'Paper Small', basedOn: 'Normal', run: { size: 17, color: quiet } },
		{
			id: 'PaperNotice',
			name: 'Paper Notice',
			basedOn: 'Normal',
			run: { bold: true },
			paragraph: { spacing: { before: 160, after: 240 }, indent: { left: 140, right: 140 }, border: boxed }
		},
		{
			id: 'PaperCallout',
			name: 'Paper Callout',
			basedOn: 'Normal',
			paragraph: { spacing: { after: 40 } }
		},
		{
			id: 'PaperCalloutKind',
			name: 'Paper Callout Kind',
			basedOn: 'PaperCallout',
			next: 'PaperCallout',
			run: { size: 17, bold: true, allCaps: true, characterSpacing: 10 },
			paragraph: { keepNext: true }
		}
	]
});
const side = { style: BorderStyle.SINGLE, size: 8, color: '1A1A1A', space: 6 };
const boxed = { top: side, bottom: side, left: side, right: side };

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (n: number) => string): ILevelsOptions[] =>
	Array.from({ length: levels }, (_, n) => ({
		level: n,
		format,
		text: text(n),
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 360 * (n + 1), hanging: 300 } } }
	}));
export const bullets = 'bullets';
export const numbersOf = (list: number): string => `numbers-${list}`;

/** One numbering a list, so that each begins at 1. */
export const numberings = (orderedLists: number) => ({
	config: [
		{ reference: bullets, levels: level(LevelFormat.BULLET, (n) => (n % 2 ? '–' : '•')) },
		...Array.from({ length: orderedLists }, (_, i) => ({
			reference: numbersOf(i),
			levels: level(LevelFormat.DECIMAL, (n) => `%${n + 1}.`)
		}))
	]
});
