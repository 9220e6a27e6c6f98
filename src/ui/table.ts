// What the columns of a DataTable say about themselves.

export type Column = {
	key: string;
	label: string;
	align?: 'end';
	width?: string;
	/** Headline of the card into which a row turns on the phone. */
	primary?: boolean;
	hideOnPhone?: boolean;
	sort?: { href: string; direction?: 'ascending' | 'descending' };
};
