/** A gap report while it is written: its two texts with their marks. */
import type { FieldMark } from '#concepts/anonymity/field-marks.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { MarkedTexts } from '#concepts/anonymity/texts.svelte.ts';
import { fieldId } from '#ui/fields.ts';
import { textNames, textOptions, type ReportFields, type TextName } from './rules.ts';

export class ReportWriting extends MarkedTexts<TextName> {
	words: Record<TextName, string> = $state({ text: '', idea: '' });
	dismissed: Dismissed[] = $state.raw([]);
	onchange: () => void = () => {};

	constructor(fields: Pick<ReportFields, TextName>, dismissed: Dismissed[], marks: FieldMark<TextName>[] | null) {
		super();
		this.words = { text: fields.text, idea: fields.idea };
		this.dismissed = dismissed;
		this.begin(marks);
	}

	fields = (): TextName[] => [...textNames];
	text = (field: TextName): string => this.words[field];
	idOf = (field: TextName): string => fieldId(field);
	override options() {
		return textOptions;
	}
	protected put(field: TextName, text: string): void {
		this.words[field] = text;
	}
	protected changed(): void {
		this.onchange();
	}
}
