/** The words of the interface: German, whoever asks, as its contents are. */
import { m } from '#i18n/paraglide/messages.js';
import { functionWords, kindWords } from '#concepts/bodies/words.ts';
import { groupResultText } from '#concepts/meetings/blocks.words.ts';
import { resultWords } from '#concepts/steering/words.ts';

const inGerman = { locale: 'de' } as const;
type Worded = (inputs?: Record<string, never>, options?: typeof inGerman) => string;
const german = (word: Worded): string => word({}, inGerman);
export const kindText = (kind: keyof typeof kindWords): string => german(kindWords[kind]);
export const functionText = (seat: keyof typeof functionWords): string => german(functionWords[seat]);
export const resultText = (result: keyof typeof resultWords): string => german(resultWords[result]);
export { groupResultText };
/** Sentences of errors, for whoever looks at the program's screen. */
export const errorText = {
	400: (parameter: string) => m.oparl_error_parameter({ parameter }, inGerman),
	401: () => m.oparl_error_token({}, inGerman),
	404: () => m.oparl_error_not_found({}, inGerman),
	405: () => m.oparl_error_method({}, inGerman),
	429: () => m.oparl_error_too_many({}, inGerman),
	500: () => m.oparl_error_unexpected({}, inGerman)
};
export const fileWords = {
	agenda: () => m.meetings_tab_agenda({}, inGerman),
	committeeMinutes: () => m.meetings_minutes_committee({}, inGerman),
	groupMinutes: () => m.meetings_minutes_group({}, inGerman)
};
export const paperTypeText = (): string => m.oparl_paper_type({}, inGerman);
export const sheetText = (): string => m.results_one({}, inGerman);
export const roleText = (decides: boolean): string =>
	decides ? m.oparl_consultation_decides({}, inGerman) : m.oparl_consultation_prepares({}, inGerman);
export const caseItemText = (number: string | null): string =>
	m.meetings_case_item({ number: number ?? '' }, inGerman).trim();
export const systemName = (county: string): string => m.oparl_system_name({ county }, inGerman);
export const seatName = (seat: string, body: string): string => m.oparl_seat_name({ seat, body }, inGerman);
