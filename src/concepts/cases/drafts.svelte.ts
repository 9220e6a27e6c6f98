/** The saving of one draft as the page shows it: its state, its place in the hub, its risk, and the way out of a conflict. */
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import { createSaver, type Device, type Place, type Saver, type SaveState } from './drafts.saver.ts';
import { askRisk, sendDraft } from './drafts.sending.ts';
import { textsOf, type Content } from './rules.ts';
import { attributeNames } from './writing.fields.ts';
import type { RiskWords } from './writing.risk.ts';
import type { Writing } from './writing.svelte.ts';

const weighAfterMs = 400;
type Version = { version: number; content: Content };

export class Draft {
	state: SaveState = $state('unchanged');
	refusal = $state('');
	other: Version | undefined = $state.raw(undefined);
	place: Place = $state.raw({});
	/** What lay on this device was put back. */
	restored = $state(false);
	risk: RiskWords | null = $state.raw(null);
	weighing = $state(false);

	#writing: Writing;
	#me: string;
	#onplaced: (id: string) => void;
	#saver: Saver | undefined;
	#device: { close: () => void } | undefined;
	#weighTimer: ReturnType<typeof setTimeout> | undefined;
	#asked = 0;
	/** of a version that is to stay as a draft of its own */
	#asideId: string | undefined;

	constructor(
		writing: Writing,
		o: { me: string; place: Place; risk: RiskWords | null; onplaced: (id: string) => void }
	) {
		this.#writing = writing;
		this.#me = o.me;
		this.#onplaced = o.onplaced;
		this.place = o.place;
		this.risk = o.risk;
	}

	#content = (): Content => $state.snapshot(this.#writing.content);

	/** Puts back what a closed page left on this device. */
	async begin(): Promise<void> {
		const stored = this.#content();
		const { draftsOn } = await import('./drafts.device.ts');
		const device = draftsOn(this.#me);
		this.#device = device;
		const kept = await device.read(this.place.id).catch(() => undefined);
		if (!this.place.id) this.place = { draft: kept?.draft ?? crypto.randomUUID() };
		this.#saver = this.#start(device);
		if (!kept) {
			if (JSON.stringify(this.#content()) !== JSON.stringify(stored)) this.#saver.changed(); // typed meanwhile
			return;
		}
		if (JSON.stringify(kept.content) === JSON.stringify(stored)) return void device.drop().catch(() => undefined);
		this.#writing.replace(kept.content);
		this.restored = true;
		if (this.place.id && kept.version !== this.place.version)
			this.#saver.meets({ version: this.place.version ?? 0, content: stored });
		else this.#saver.changed();
	}
	#start(device: Device): Saver {
		return createSaver({
			place: this.place,
			content: this.#content,
			send: sendDraft,
			device,
			tell: (state, { refusal, other }) => {
				this.state = state;
				this.refusal = refusal ?? '';
				this.other = other;
			},
			placed: (place) => {
				const isNew = !this.place.id;
				this.place = place;
				if (isNew) this.#onplaced(place.id);
			}
		});
	}

	/** A draft is made with the first words, not with a look at the choices. */
	changed(what: 'text' | 'attributes' | 'stations' | 'dismissed'): void {
		if (what === 'attributes') this.weighSoon();
		if (this.place.id || textsOf(this.#content()).length) this.#saver?.changed();
	}
	/** True when nothing is left that is only here. */
	flush = (): Promise<boolean> => this.#saver?.flush() ?? Promise.resolve(true);

	/** Sends the form to where the draft is by now. */
	address(action: URL, form: FormData): void {
		const { id, version, draft } = this.place;
		if (id) action.pathname = `/cases/${id}/edit`;
		action.search = '';
		form.set('version', String(version ?? ''));
		if (!id && draft) form.set('draft', draft);
	}

	weighSoon(): void {
		clearTimeout(this.#weighTimer);
		this.#weighTimer = setTimeout(() => void this.#weigh(), weighAfterMs);
	}
	async #weigh(): Promise<void> {
		const number = ++this.#asked;
		this.weighing = true;
		const risk = await askRisk(this.#content(), this.place).catch(() => null);
		if (number !== this.#asked) return; // a newer choice is being weighed
		this.risk = risk;
		this.weighing = false;
	}
	choose(cell: CaseCell): void {
		for (const a of attributeNames) if (cell[a] !== undefined) this.#writing.content.attributes[a] = cell[a];
		this.changed('attributes');
	}

	/** Goes on with what is here; the other version becomes a draft of its own first. */
	async keepMine(): Promise<void> {
		const other = this.other;
		if (!other || !(await this.#setAside(other.content))) return;
		this.#saver?.goOn(other.version);
	}
	async takeOther(): Promise<void> {
		const other = this.other;
		if (!other || !(await this.#setAside(this.#content()))) return;
		this.#writing.replace(other.content);
		this.#saver?.goOn(other.version);
	}
	async #setAside(content: Content): Promise<boolean> {
		const answer = await sendDraft(content, { draft: (this.#asideId ??= crypto.randomUUID()) }).catch(() => undefined);
		if (answer?.how === 'saved') this.#asideId = undefined;
		return answer?.how === 'saved';
	}

	/** Is anything neither in the hub nor on its way there? */
	isAtRisk = (): boolean => this.state !== 'unchanged' && this.state !== 'saved';
	close(): void {
		clearTimeout(this.#weighTimer);
		void this.flush().finally(() => {
			this.#saver?.stop();
			this.#device?.close();
		});
	}
}
