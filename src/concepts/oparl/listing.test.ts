// How a list is asked for, and the addresses of its pages.
import { describe, expect, test } from 'vitest';
import { askedBy, instantOf, listBody, pageSize, queryOf, type Asked } from './listing.rules.ts';

const asked = (query: string): Asked => {
	const found = askedBy(new URLSearchParams(query));
	if (!found.ok) throw new Error(found.parameter);
	return found.asked;
};

describe('an instant', () => {
	test.each([
		['2026-01-31T08:00:00+01:00', '2026-01-31T07:00:00.000Z'],
		['2026-01-31T08:00:00 01:00', '2026-01-31T07:00:00.000Z'],
		['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z']
	])('%s is %s', (text, iso) => expect(instantOf(text)?.toISOString()).toBe(iso));
	test.each(['', '2026-01-31', '2026-01-31T08:00', '2026-13-31T08:00:00Z', 'gestern', '0000-01-01T00:00:00Z'])(
		'%s is none',
		(text) => expect(instantOf(text)).toBeNull()
	);
});

describe('a list', () => {
	test('asked for nothing special is the first page', () =>
		expect(asked('')).toMatchObject({ limit: pageSize, after: null, modifiedSince: null, omitInternal: false }));
	test('is never longer than a hundred', () => expect(asked('limit=5000').limit).toBe(100));
	test.each([
		['created_since=gestern', 'created_since'],
		['modified_until=2026-01-01', 'modified_until'],
		['limit=0', 'limit'],
		['limit=viele', 'limit'],
		['after=1', 'after'],
		["after=2026-01-31T08:00:00Z~'", 'after']
	])('%s makes no sense', (query, parameter) =>
		expect(askedBy(new URLSearchParams(query))).toEqual({ ok: false, parameter })
	);
	test('keeps its filters on every page, in one order', () => {
		const found = asked('limit=2&modified_since=2026-01-31T08:00:00%2B01:00&created_since=2025-01-01T00:00:00Z');
		const next = { created: new Date('2026-02-01T00:00:00Z'), id: 'a1' };
		const { links } = listBody('https://hub.example.org/x', found, { rows: [], total: 5, next });
		expect(links.next).toBe(
			'https://hub.example.org/x?created_since=2025-01-01T00%3A00%3A00%2B00%3A00&modified_since=2026-01-31T07%3A00%3A00%2B00%3A00&limit=2&after=2026-02-01T00%3A00%3A00.000Z%7Ea1'
		);
		expect(asked(new URL(links.next!).search).after).toEqual(next);
		expect(links.self).toBe('https://hub.example.org/x' + queryOf(found, null));
	});
	test('ends without a next page', () =>
		expect(listBody('https://h/x', asked(''), { rows: [1], total: 1, next: null })).toEqual({
			data: [1],
			pagination: { totalElements: 1, totalPages: 1, elementsPerPage: pageSize },
			links: { first: 'https://h/x', self: 'https://h/x' }
		}));
});
