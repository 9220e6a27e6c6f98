/** What the form of a prepared measure starts with: what was prepared, else what the proposal says. */

type Prepared = { title: string; contactId: string; deputyId: string | null; dueOn: string; indicator: string };
type About = { title: string; dueOn: string | null; indicator: string | null };

export const preparedValues = (p: Prepared | null, about: About): Record<string, string> => ({
	measureTitle: p?.title ?? about.title,
	contactId: p?.contactId ?? '',
	deputyId: p?.deputyId ?? '',
	measureDueOn: p?.dueOn ?? about.dueOn ?? '',
	indicator: p?.indicator || about.indicator || ''
});
