/** The page without a connection: the same for everybody, as it is kept on devices. */
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-cache' });
};
