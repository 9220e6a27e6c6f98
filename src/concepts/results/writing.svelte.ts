/** A result sheet while it is written: its texts with their marks. */
import type { FieldMark } from '#concepts/anonymity/field-marks.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { MarkedTexts } from '#concepts/anonymity/texts.svelte.ts';
import { textOptions } from '#concepts/gaps/rules.ts';
import { fieldId } from '#ui/fields.ts';
import { checkedTexts, type SheetPart, type SheetText } from './rules.ts';

export class SheetWriting extends MarkedTexts<SheetPart> {
	words: SheetText = $state({ title: '', background: '', decided: '', changes: '', audience: '', contact: '' });
	dismissed: Dismissed[] = $state.raw([]);

	constructor(text: SheetText, dismissed: Dismissed[], marks: FieldMark<SheetPart>[] | null) {
		super();
		this.words = { ...text };
		this.dismissed = dismissed;
		this.begin(marks);
	}

	fields = (): SheetPart[] => checkedTexts(this.words).map(({ field }) => field);
	text = (field: SheetPart): string => this.words[field];
	idOf = (field: SheetPart): string => fieldId(field);
	override options() {
		return textOptions;
	}
	protected put(field: SheetPart, text: string): void {
		this.words[field] = text;
	}
	protected changed(): void {}
}
