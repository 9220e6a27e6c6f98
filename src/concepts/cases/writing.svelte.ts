/** A draft while it is written: its texts and attributes with their marks, and its stations. */
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { MarkedTexts } from '#concepts/anonymity/texts.svelte.ts';
import { moved, type FieldMark } from './marks.ts';
import { cellOf, rearranged, type Content, type TextName } from './rules.ts';
import { idOf, putText, textIn, textNames } from './writing.fields.ts';

export class Writing extends MarkedTexts<TextName> {
	content: Content = $state({} as Content);
	/** Stations keep their control, and so its undo, when they are moved. */
	keys: number[] = $state([]);
	/** Told of every change, after it. */
	onchange: (what: 'text' | 'attributes' | 'stations' | 'dismissed') => void = () => {};
	#nextKey = 0;

	constructor(content: Content, marks: FieldMark[] | null) {
		super();
		this.content = content;
		this.keys = content.stations.map(() => this.#nextKey++);
		this.begin(marks);
	}

	fields = (): TextName[] => textNames(this.content.stations.length);
	text = (field: TextName): string => textIn(this.content, field);
	idOf = (field: TextName): string => idOf(field);
	get dismissed(): Dismissed[] {
		return this.content.dismissed;
	}
	set dismissed(dismissed: Dismissed[]) {
		this.content.dismissed = dismissed;
	}
	override cell() {
		return cellOf(this.content.attributes);
	}
	protected put(field: TextName, text: string): void {
		putText(this.content, field, text);
	}
	protected changed(what: 'text' | 'dismissed'): void {
		this.onchange(what);
	}

	/** 'add', 'remove:2', 'up:2', 'down:0', as the buttons say without scripts. */
	rearrange(wish: string): void {
		const plain = this.content.stations.map((station, i) => ({ ...station, key: this.keys[i]! }));
		const before = this.keys;
		const stations = rearranged(plain, wish) as (Content['stations'][number] & { key?: number })[];
		this.keys = stations.map(({ key }) => key ?? this.#nextKey++);
		this.content.stations = stations.map(({ key: _, ...station }) => station);
		this.list(
			moved(
				this.marks,
				this.keys.map((key) => before.indexOf(key))
			)
		);
		this.checkSoon();
		this.onchange('stations');
	}

	/** Everything anew, as another version has it. */
	replace(content: Content): void {
		this.content = content;
		this.keys = content.stations.map(() => this.#nextKey++);
		this.list([]);
		this.checked = 'not_yet';
		this.checkSoon(0);
		this.onchange('text');
	}
}
