/** Cells for tests that hold for any of them. */
import fc from 'fast-check';
import { attributes, ladders, levelNames, type Attribute } from './ladders.ts';

const codes = (attribute: Attribute) => fc.constantFrom(...ladders[attribute].keys());

/** Any codes of any levels; any of them may be missing. */
export const anyCell = fc.record(
	{
		place: codes('place'),
		ageBand: codes('ageBand'),
		origin: codes('origin'),
		residenceGroup: codes('residenceGroup'),
		household: codes('household'),
		gender: codes('gender')
	},
	{ requiredKeys: [] }
);

/** A level for each attribute. */
export const anyNode = fc.tuple(...attributes.map((a) => fc.integer({ min: 0, max: levelNames[a].length - 1 })));
