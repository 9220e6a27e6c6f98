// Tells what is inside a Shell, so that a page never puts a second <main> into it.
import { getContext, setContext } from 'svelte';

const key = Symbol('frame');
export const enterFrame = () => setContext(key, true);
export const isFramed = () => getContext<true | undefined>(key) === true;
