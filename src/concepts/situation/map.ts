/** A county's boundaries from a GeoJSON file: checked where it comes in, drawn as paths of plain numbers. */
import * as v from 'valibot';

/** `path`: the `d` of an SVG path within `width` × `height`; only M, L, Z and numbers. */
export type Shape = { code: string; path: string };
export type CountyMap = { attribution: string; width: number; height: number; shapes: Shape[] };
export type MapFault = 'not_json' | 'no_collection' | 'too_many_points' | 'no_municipality' | 'out_of_bounds';

export const limits = { bytes: 400_000, features: 400, points: 60_000 } as const;
const width = 640;
/** Longest height a map may have; a county is no strip. */
const tallest = 2000;

const position = v.pipe(
	v.array(v.number()),
	v.minLength(2),
	v.maxLength(4),
	v.transform(([x, y]): [number, number] => [x!, y!])
);
const ring = v.pipe(v.array(position), v.minLength(4));
const polygon = v.pipe(v.array(ring), v.minLength(1), v.maxLength(50));
const geometry = v.variant('type', [
	v.object({ type: v.literal('Polygon'), coordinates: polygon }),
	v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(polygon), v.maxLength(200)) })
]);
const collection = v.object({
	type: v.literal('FeatureCollection'),
	features: v.pipe(
		v.array(
			v.object({ type: v.literal('Feature'), properties: v.nullish(v.record(v.string(), v.unknown())), geometry })
		),
		v.minLength(1),
		v.maxLength(limits.features)
	)
});
type Feature = v.InferOutput<typeof collection>['features'][number];

/** Codes and names of the county's municipalities, as its catalogue has them. */
type Municipality = { code: string; labelDe: string };

/**
 * The map of a file: each feature belongs to the municipality whose code or name one of its properties holds; others
 * are left out. Positions are longitude and latitude (WGS 84), drawn in an equirectangular projection about their middle.
 */
export function mapFrom(
	text: string,
	municipalities: readonly Municipality[]
): { ok: true; map: Omit<CountyMap, 'attribution'> } | { ok: false; fault: MapFault } {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { ok: false, fault: 'not_json' };
	}
	const parsed = v.safeParse(collection, json);
	if (!parsed.success) return { ok: false, fault: 'no_collection' };
	const found = parsed.output.features.flatMap((feature) => {
		const code = codeOf(feature, municipalities);
		return code ? [{ code, rings: ringsOf(feature) }] : [];
	});
	if (!found.length) return { ok: false, fault: 'no_municipality' };
	const points = found.flatMap((f) => f.rings.flat());
	if (points.length > limits.points) return { ok: false, fault: 'too_many_points' };
	if (points.some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 85))) return { ok: false, fault: 'out_of_bounds' };
	return drawn(found, points);
}

const ringsOf = ({ geometry: g }: Feature): [number, number][][] =>
	g.type === 'Polygon' ? g.coordinates : g.coordinates.flat();

function codeOf({ properties }: Feature, municipalities: readonly Municipality[]): string | undefined {
	const values = new Set(
		Object.values(properties ?? {})
			.filter((value) => typeof value === 'string' || typeof value === 'number')
			.map((value) => String(value).trim())
	);
	// a code is surer than a name; leading zeros are lost where it was read as a number
	const byCode = municipalities.find(({ code }) => values.has(code) || values.has(code.replace(/^0+/, '')));
	return (byCode ?? municipalities.find(({ labelDe }) => values.has(labelDe)))?.code;
}

function drawn(
	found: { code: string; rings: [number, number][][] }[],
	points: readonly [number, number][]
): { ok: true; map: Omit<CountyMap, 'attribution'> } | { ok: false; fault: MapFault } {
	let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const [x, y] of points) {
		[west, east] = [Math.min(west, x), Math.max(east, x)];
		[south, north] = [Math.min(south, y), Math.max(north, y)];
	}
	const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const scale = width / ((east - west) * stretch);
	const height = Math.ceil((north - south) * scale);
	if (!Number.isFinite(scale) || height < 1 || height > tallest) return { ok: false, fault: 'out_of_bounds' };
	const at = ([x, y]: [number, number]) =>
		`${((x - west) * stretch * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
	const paths = Map.groupBy(found, (f) => f.code);
	const shapes = [...paths].map(([code, parts]) => ({
		code,
		path: parts.flatMap((p) => p.rings.map((r) => `M${r.map(at).join('L')}Z`)).join('')
	}));
	return { ok: true, map: { width, height, shapes } };
}
