/** Pages of a list, counted from 1 in the address. */
const most = 100_000;

/** The page asked for by `?page=`; anything but a number from 1 means the first. */
export function pageOf(url: URL): number {
	const page = Number(url.searchParams.get('page') ?? 1);
	return Number.isInteger(page) && page >= 1 ? Math.min(page, most) : 1;
}

export const pagesFor = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));
