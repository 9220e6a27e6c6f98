/** A reference in the text, shown with title and state as far as this reader may see the thing. */
import { m } from '#i18n/paraglide/messages.js';
import type { Things } from './labels.svelte.ts';
import { Reference } from './nodes.ts';

export const referenceWith = (things: Things) =>
	Reference.extend({
		addNodeView:
			() =>
			({ node: first }) => {
				let node = first;
				const dom = document.createElement('span');
				dom.className = 'reference';
				dom.dataset.sveltekitPreloadData = 'off';
				const show = () => {
					const label = things.get(`${String(node.attrs.type)}:${String(node.attrs.id)}`);
					dom.classList.toggle('reference--hidden', label === null);
					if (!label?.href) {
						dom.textContent = label
							? `${label.number ?? ''} (${label.state})`
							: label === null
								? m.editor_not_released()
								: '…';
						return;
					}
					const link = document.createElement('a');
					link.href = label.href;
					link.target = '_blank';
					link.rel = 'noopener';
					link.textContent = [label.number, label.title].filter(Boolean).join(' ');
					dom.replaceChildren(link, ` (${label.state})`);
				};
				const stop = things.onChange(show);
				show();
				return {
					dom,
					update: (changed) => {
						if (changed.type !== node.type) return false;
						node = changed;
						show();
						return true;
					},
					ignoreMutation: () => true,
					destroy: stop
				};
			}
	});
