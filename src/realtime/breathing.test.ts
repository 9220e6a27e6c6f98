import { expect, test } from 'vitest';
import { breathOf } from './breathing.server.ts';

test('a hub that has time lets nothing wait, a busy one a little, and none longer than a moment', () => {
	expect([0, 0.2, 0.4].map(breathOf)).toEqual([0, 0, 0]);
	expect([0.5, 0.7, 1].map(breathOf)).toEqual([10, 30, 60]);
});
