/** The views of the control list; what was noted as done in an earlier meeting is in the archive alone. */
export const controlTabs = ['all', 'open', 'overdue', 'done', 'archive'] as const;
export type ControlTab = (typeof controlTabs)[number];
