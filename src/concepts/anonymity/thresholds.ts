/** What a case must reach before it may be shown; settings of the county, these are delivered. */
import * as v from 'valibot';

const people = v.pipe(v.number(), v.minValue(1), v.maxValue(1000));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const thresholdsSchema = v.pipe(
	v.object({
		/** k: least number of cases that look the same. */
		cases: whole(2, 50),
		/** λ: people of the reference population who fit, from which a cell is green. */
		population: people,
		/** Below this it is red; between the two it is amber. */
		populationRed: people,
		/** Least number of different main legal domains among the cases of a cell: else the cell tells the sensitive part. */
		domains: whole(1, 10),
		/** Share of the newcomers from which a country of origin is frequent enough to be named. */
		countryShare: v.pipe(v.number(), v.minValue(0.001), v.maxValue(1)),
		/** A batch is released when so many cases are ready, at the latest with the quarter. */
		batchSize: whole(1, 100),
		/** Least number of cases by which a cell grows in one batch, so that nobody is the one who came. */
		arrivals: whole(1, 50)
	}),
	v.check((t) => t.populationRed <= t.population, 'red lies below amber')
);
export type Thresholds = v.InferOutput<typeof thresholdsSchema>;

/**
 * With λ expected, Poisson gives P(fewer than 5 people | one is there) = 0.44 at λ 5, 0.10 at 8, below 0.001 at 20.
 * Five cases: the usual least cell of official statistics.
 */
export const defaultThresholds: Thresholds = {
	cases: 5,
	population: 20,
	populationRed: 8,
	domains: 3,
	countryShare: 0.05,
	batchSize: 10,
	arrivals: 2
};
