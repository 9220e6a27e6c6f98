// The states of a result sheet, run against their table; its release takes two hands.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe } from 'vitest';
import { database } from '#platform/database.server.ts';
import type { Result } from '#platform/result.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { holdsToItsTable } from '../../../tests/machines.ts';
import { aGap, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { createSheet, editSheet, releaseSheet, returnSheet, submitSheet, withdrawSheet } from './commands.server.ts';
import { sheetStates, sheetSteps, type SheetStep, type SheetText } from './rules.ts';
import { resultSheet } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 8 });
	w = await world();
});
afterAll(() => db.close());

const text: SheetText = {
	title: 'Offene Sprechstunde',
	background: 'Termine waren nur online zu buchen.',
	decided: 'Es gibt eine offene Sprechstunde.',
	changes: 'Wer neu ist, kommt ohne Termin.',
	audience: 'Neuzugewanderte.',
	contact: 'Eingangszone'
};

describe('a result sheet', () =>
	holdsToItsTable(() => ({
		name: 'a result sheet',
		type: 'result_sheet',
		table: sheetSteps,
		states: sheetStates,
		from: 'draft',
		hands: { release: 2 },
		make: async () => sure(await createSheet(w.koordination, await aGap(w, 'closed'), text)).id,
		state: async (id) => {
			const [row] = await (await database()).select().from(resultSheet).where(eq(resultSheet.id, id));
			return row!.state;
		},
		take: (id, step) => {
			const take: Record<SheetStep, () => Promise<Result<unknown>>> = {
				edit: () => editSheet(w.koordination, id, text),
				submit: () => submitSheet(w.koordination, id),
				return: () => returnSheet(w.koordination, id, 'Bitte kürzer.'),
				release: async () => {
					const first = await releaseSheet(w.koordination2, id, 'office');
					return first.ok ? releaseSheet(w.pruefung, id, 'reviewer') : first;
				},
				withdraw: () => withdrawSheet(w.koordination, id, 'Überholt.')
			};
			return take[step as SheetStep]();
		}
	})));
