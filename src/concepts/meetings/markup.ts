/** The light markup of minutes – paragraphs, ## headings, lists, **bold**, *italic*, [links](https://…) – as HTML. */

const escaped = (s: string): string =>
	s
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');

const link = /\[([^\][]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>"']{1,500})\)/;

/** Everything is escaped first; only what the markup stands for becomes a tag. */
function inline(text: string): string {
	const hit = link.exec(text);
	if (hit) {
		const [whole, label, href] = hit;
		return `${inline(text.slice(0, hit.index))}<a href="${escaped(href!)}">${emphasis(escaped(label!))}</a>${inline(text.slice(hit.index + whole.length))}`;
	}
	return emphasis(escaped(text));
}
const emphasis = (html: string): string =>
	html
		.replace(/\*\*(?=\S)([^*\n]+?)\*\*/g, '<strong>$1</strong>')
		.replace(/(^|[^*])\*(?=\S)([^*\n]+?)\*(?!\*)/g, '$1<em>$2</em>');

type Block = { tag: 'h3' | 'p' | 'ul' | 'ol'; lines: string[] };

function blockOf(line: string): { tag: Block['tag']; text: string } | null {
	if (!line.trim()) return null;
	const heading = /^#{1,6}\s+(.*)$/.exec(line);
	if (heading) return { tag: 'h3', text: heading[1]! };
	const bullet = /^\s*[-•*]\s+(.*)$/.exec(line);
	if (bullet) return { tag: 'ul', text: bullet[1]! };
	const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/.exec(line);
	if (numbered) return { tag: 'ol', text: numbered[1]! };
	return { tag: 'p', text: line.trim() };
}

/** HTML of p, h3, ul, ol, li, strong, em, a and nothing else. */
export function htmlOf(source: string): string {
	const blocks: Block[] = [];
	let last: Block | null = null;
	for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
		const b = blockOf(line);
		if (!b) last = null;
		else if (last && last.tag === b.tag && b.tag !== 'h3') last.lines.push(b.text);
		else blocks.push((last = { tag: b.tag, lines: [b.text] }));
	}
	return blocks.map(rendered).join('\n');
}

function rendered({ tag, lines }: Block): string {
	const parts = lines.map(inline);
	if (tag === 'p') return `<p>${parts.join('\n')}</p>`;
	if (tag === 'h3') return `<h3>${parts[0]}</h3>`;
	return `<${tag}>${parts.map((p) => `<li>${p}</li>`).join('')}</${tag}>`;
}
