// What all form fields share: their props, and how hint and error are tied to the control.
import { getContext, setContext } from 'svelte';

export type FieldProps = {
	name: string;
	label: string;
	hint?: string;
	error?: string;
	required?: boolean;
	id?: string;
	hideLabel?: boolean;
};

/** What a field hands to the control inside it. */
export type FieldControl = { id: string; name: string; describedby?: string; invalid?: true; required: boolean };

/** Default id of a field's control, and so the target of the links in FormErrors. */
export const fieldId = (name: string) => `f-${name}`;

export const describedBy = (id: string, hint?: string, error?: string) =>
	[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;

// In a filter everything is optional; saying so at each field would be noise.
const key = Symbol('all optional');
export const allOptional = () => setContext(key, true);
export const saysOptional = () => getContext<true | undefined>(key) !== true;
