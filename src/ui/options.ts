// What Select, Choice and MultiChoice offer.
import type { IconName } from '#ui/icons.ts';

export type Option = { value: string; label: string; hint?: string; icon?: IconName; disabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };

export const isGrouped = (options: Option[] | OptionGroup[]): options is OptionGroup[] =>
	options.length > 0 && 'options' in (options[0] as object);
