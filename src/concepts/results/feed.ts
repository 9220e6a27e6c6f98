/** Released result sheets as an Atom feed (RFC 4287). Knows nothing of who may read it. */

export type FeedEntry = { id: string; title: string; updated: string; parts: { heading: string; text: string }[] };
export type Feed = { title: string; subtitle: string; author: string; self: string; id: string; entries: FeedEntry[] };

/** Signs that mean something in XML; control characters, which XML knows none of, are left out. */
export const escaped = (text: string): string =>
	text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.toWellFormed()
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const html = (parts: FeedEntry['parts']): string =>
	parts
		.map(({ heading, text }) => {
			const lines = text.split(/\n+/).filter((line) => line.trim());
			return `<h2>${escaped(heading)}</h2>${lines.map((line) => `<p>${escaped(line.trim())}</p>`).join('')}`;
		})
		.join('');

/** `updated` of the feed is that of its newest entry; of an empty one the beginning of time. */
export function atomOf(feed: Feed): string {
	const newest =
		feed.entries
			.map((e) => e.updated)
			.sort()
			.at(-1) ?? '1970-01-01T00:00:00Z';
	const entries = feed.entries.map(
		(e) => `	<entry>
		<id>urn:uuid:${escaped(e.id)}</id>
		<title>${escaped(e.title)}</title>
		<updated>${escaped(e.updated)}</updated>
		<content type="html">${escaped(html(e.parts))}</content>
	</entry>
`
	);
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
	<id>${escaped(feed.id)}</id>
	<title>${escaped(feed.title)}</title>
	<subtitle>${escaped(feed.subtitle)}</subtitle>
	<updated>${newest}</updated>
	<author><name>${escaped(feed.author)}</name></author>
	<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
${entries.join('')}</feed>
`;
}
