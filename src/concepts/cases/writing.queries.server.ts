/** What a writer learns about her own draft: the marks in its texts, the risk of its attributes, and what it may choose. */
import { attributes, type Attribute } from '#concepts/anonymity/ladders.ts';
import { shownCountries } from '#concepts/anonymity/reference.ts';
import { referenceOf, thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import { attributeWords } from '#concepts/anonymity/words.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { log } from '#platform/log.server.ts';
import type { Issue } from '#platform/result.ts';
import type { OptionGroup } from '#ui/options.ts';
import { checkContent, objectionsTo } from './checks.server.ts';
import type { CaseCatalogues } from './form.server.ts';
import { ladderLabel, ladderOptions } from './ladder.options.ts';
import { leftInText } from './marks.places.ts';
import type { FieldMark } from './marks.ts';
import type { RiskCard } from './risk.ts';
import { riskFor } from './risk.queries.server.ts';
import { missingParts, type Attributes, type Content } from './rules.ts';
import { missingWords } from './words.ts';
import type { RiskWords } from './writing.risk.ts';

type Locale = 'de' | 'en';
export type Examination = {
	/** null when the check failed: then nothing may seem clean */
	marks: FieldMark[] | null;
	risk: RiskWords | null;
	/** what stands against handing it in, with a sentence at each field */
	issues: Issue[];
};

/** `id`: the draft itself, where it is in the hub already. */
export async function examine(
	actor: Actor,
	content: Content,
	at: { id?: string; lists: CaseCatalogues; locale: Locale }
): Promise<Examination> {
	const marks = await checkContent(content).catch((err: unknown) => {
		log.error({ err }, 'a draft could not be checked');
		return null;
	});
	const card = await riskFor(actor, content.attributes, { without: at.id, left: leftInText(marks ?? []) });
	return {
		marks,
		risk: card && riskWords(card, content.attributes, at.lists, at.locale),
		issues: [
			...missingParts(content).map((part) => ({ field: part, message: missingWords[part]() })),
			...objectionsTo(content, marks, card)
		]
	};
}

function riskWords(card: RiskCard, told: Attributes, lists: CaseCatalogues, locale: Locale): RiskWords {
	const label = (a: Attribute, code: string | undefined) => ladderLabel(a, code, lists, locale);
	return {
		band: card.risk.band,
		people: Math.round(card.risk.lambda),
		rareOrigin: card.rareOrigin,
		drivers: card.risk.drivers.slice(0, 3).map(({ attribute }) => attributeWords[attribute]()),
		comparable: card.risk.comparable,
		proposals:
			card.needs === 'all'
				? []
				: card.proposals.map(({ gives }) => ({
						cell: Object.fromEntries(gives.map(({ attribute, to }) => [attribute, to])),
						gives: gives.map(({ attribute, from, to }) => ({
							attribute: attributeWords[attribute](),
							from: label(attribute, from ?? told[attribute]),
							to: label(attribute, to)
						}))
					}))
	};
}

export type LadderChoices = Record<Attribute, OptionGroup[]>;
/** For the selects: each ladder coarse first, only countries that many come from. */
export const ladderChoices = (content: Content, lists: CaseCatalogues, locale: Locale): Promise<LadderChoices> =>
	look(async (tx) => {
		const [reference, { countryShare }] = [await referenceOf(tx), await thresholdsOf(tx)];
		const countries = shownCountries(reference, countryShare);
		return Object.fromEntries(
			attributes.map((a) => [a, ladderOptions(a, lists, locale, { chosen: content.attributes[a], countries })])
		) as LadderChoices;
	});
