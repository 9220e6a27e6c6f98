/** Released result sheets as an Atom feed: for everybody where the county says so, else by a link with a key. */
import { error } from '@sveltejs/kit';
import { feedOf } from '#concepts/results/feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const feed = await feedOf(url.searchParams.get('key'));
	if (!feed) error(404);
	return new Response(feed, {
		headers: {
			'content-type': 'application/atom+xml; charset=utf-8',
			'cache-control': 'private, no-store',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
			'x-robots-tag': 'noindex, nofollow, noarchive'
		}
	});
};
