/** Where each municipality stands in the grid of tiles; those the delivered grid does not know follow below it. */
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };

export const tileSize = 80;
const known = new Map(places.municipalities.map((p) => [p.code, { ...p.tile, short: p.abbr }]));

/** `index`: its place in the catalogue. */
export const tileOf = (code: string, index: number): { row: number; col: number; short: string } =>
	known.get(code) ?? {
		row: places.tileGrid.rows + Math.floor(index / places.tileGrid.cols),
		col: index % places.tileGrid.cols,
		short: String(index + 1)
	};
