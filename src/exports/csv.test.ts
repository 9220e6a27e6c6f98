// A CSV file opens as what it holds: nothing in it becomes a formula, a column or a line of its own.
import { expect, test } from 'vitest';
import { csvOf } from './csv.server.ts';

const sheet = (...cells: (string | number | null)[]) =>
	csvOf({ name: 'Blatt', columns: [{ heading: 'Wer' }], rows: [cells] });

test('has a heading, and a line each', () => {
	expect(sheet('Jana Kröger', 3, null)).toBe('\ufeff"Wer"\r\n"Jana Kröger";3;\r\n');
});
test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1'])('keeps %j from being a formula', (hostile) => {
	expect(sheet(hostile)).toContain(`"'${hostile}"`);
});
test('keeps quotes, semicolons and line breaks inside their cell', () => {
	expect(sheet('a";"=b\r\nc')).toContain('"a"";""=b\r\nc"');
});
