/** The views of the control list. */
export const controlTabs = ['all', 'open', 'overdue', 'done'] as const;
export type ControlTab = (typeof controlTabs)[number];
