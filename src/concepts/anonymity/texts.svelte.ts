/** Texts while they are written: the marks on them, what was set aside, and the way from one mark to the next. */
import type { Checking } from '#concepts/anonymity/checking.ts';
import { nextMark, shifted, type Spot } from '#concepts/anonymity/drawn-marks.ts';
import { openMarks, type FieldMark } from '#concepts/anonymity/field-marks.ts';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { DetectOptions, Dismissed } from '#concepts/anonymity/marks.ts';

const checkAfterMs = 250;

/** `F`: the names of the texts. Whoever extends it says where they are kept. */
export abstract class MarkedTexts<F extends string> {
	/** As they lie in the text now. */
	marks: FieldMark<F>[] = $state.raw([]);
	/** As they were checked last, with the texts they were found in: the lists stay calm, and cost nothing, while one types. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced as a whole, never changed
	listed: { marks: FieldMark<F>[]; texts: ReadonlyMap<F, string> } = $state.raw({ marks: [], texts: new Map() });
	/** `failed`: nothing may seem clean. */
	checked: 'not_yet' | 'done' | 'failed' = $state('not_yet');
	/** Scripts are there: marks are live. */
	live = $state(false);
	/** The mark that was jumped to. */
	here: FieldMark<F> | undefined = $state.raw(undefined);
	checking: Checking | undefined = $state.raw(undefined);

	open = $derived.by(() => openMarks(this.marks, this.dismissed));
	red = $derived.by(() => this.open.filter((mark) => mark.severity === 'red'));

	#timer: ReturnType<typeof setTimeout> | undefined;
	#loading: Promise<Checking> | undefined;

	/** In the order of the form. */
	abstract fields(): F[];
	abstract text(field: F): string;
	/** The control in which it is written. */
	abstract idOf(field: F): string;
	abstract dismissed: Dismissed[];
	protected abstract put(field: F, text: string): void;
	/** Told of every change, after it. */
	protected abstract changed(what: 'text' | 'dismissed'): void;
	/** What is coded beside the texts: proposals follow it. */
	cell(): CaseCell {
		return {};
	}
	options(): DetectOptions {
		return {};
	}

	marksOf = (field: F): FieldMark<F>[] => this.marks.filter((mark) => mark.field === field);
	/** Where a mark of the list lies by now; none where it was written into. */
	nowOf = (listed: FieldMark<F>): FieldMark<F> | undefined =>
		this.marksOf(listed.field)
			.filter((mark) => mark.words === listed.words && mark.label === listed.label)
			.toSorted((a, b) => Math.abs(a.start - listed.start) - Math.abs(b.start - listed.start))[0];
	isHere = (mark: FieldMark<F>): boolean =>
		this.here?.field === mark.field && this.here.start === mark.start && this.here.words === mark.words;

	write(field: F, text: string): void {
		const before = this.text(field);
		if (before === text) return;
		this.put(field, text);
		this.marks = shifted(this.marks, field, before, text);
		this.checkSoon();
		this.changed('text');
	}

	isDismissed = ({ words, label }: FieldMark): boolean =>
		this.dismissed.some((d) => d.text === words && d.label === label);
	dismiss(mark: FieldMark, isNone: boolean): void {
		const entry: Dismissed = { text: mark.words, label: mark.label };
		const others = this.dismissed.filter((d) => d.text !== entry.text || d.label !== entry.label);
		this.dismissed = isNone ? [...others, entry] : others;
		this.changed('dismissed');
	}

	/** Takes these marks as those of the texts as they stand. */
	list(marks: FieldMark<F>[]): void {
		this.marks = marks;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced as a whole, never changed
		this.listed = { marks, texts: new Map(this.fields().map((field) => [field, this.text(field)])) };
	}
	/** From the server, or null where its check failed. */
	begin(marks: FieldMark<F>[] | null): void {
		this.list(marks ?? []);
		this.checked = marks ? 'done' : 'failed';
	}

	checkSoon(ms = checkAfterMs): void {
		if (!this.live) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#check(), ms);
	}
	async #check(): Promise<void> {
		const texts = this.#texts();
		const asked = JSON.stringify(texts);
		try {
			const found = await (await this.tools()).check(texts, this.options());
			if (!found || JSON.stringify(this.#texts()) !== asked) return; // newer words are being looked at
			this.list(found);
			this.checked = 'done';
		} catch (error) {
			console.error(error);
			this.checked = 'failed';
		}
	}
	#texts = () =>
		this.fields()
			.map((field) => ({ field, text: this.text(field) }))
			.filter(({ text }) => text.length > 0);
	/** Loads what is needed to check; may be tried again when it cannot be loaded. */
	async tools(): Promise<Checking> {
		this.#loading ??= import('#concepts/anonymity/checking.ts').then(({ createChecking }) => createChecking());
		try {
			this.checking = await this.#loading;
			return this.checking;
		} catch (error) {
			this.#loading = undefined;
			throw error;
		}
	}

	next(from: Spot<F> | undefined, step: 1 | -1): FieldMark<F> | undefined {
		this.here = nextMark(this.open, this.fields(), from, step);
		return this.here;
	}
	/** Its place among the open ones, from 1. */
	numberOf = (mark: FieldMark<F>): number => this.open.indexOf(mark) + 1;

	close(): void {
		clearTimeout(this.#timer);
		this.checking?.close();
	}
}
