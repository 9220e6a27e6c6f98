/** States as data: the shape of a state table, and the only place where a state is compared with one. */

/** `from` lists the states a step may start in, `to` the state it ends in, `tells` whom it tells (words of the concept). */
export type Step<State extends string> = { from: readonly State[]; to: State; tells?: readonly string[] };
export type Steps<State extends string> = Record<string, Step<State>>;

/** May this step be taken from this state? Says nothing about who may take it. */
export const fits = <S extends string>(step: Step<S>, state: S): boolean => step.from.includes(state);
