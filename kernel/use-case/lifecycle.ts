import { Refusal } from '../errors/index.ts';
import type { Actor, Place } from './actor.ts';

/** One allowed move: where it leads, who may make it, and what it does to clocks and papers. */
export interface Transition {
  readonly to: string;
  /** Roles that may make it; `citizen` and `system` are the two that are not staff. */
  readonly by: readonly string[];
  /** The time limit this move must keep (a step of the law's clocks); it is met by the move. */
  readonly clock?: string;
  /** A time limit that starts to run with this move. */
  readonly starts?: string;
  readonly pauses?: string;
  readonly resumes?: string;
  /** The official form it produces. */
  readonly paper?: string;
  /** True when it may happen only once in a life. */
  readonly once?: boolean;
  /** Words for buttons and histories. */
  readonly zh: string;
  readonly en: string;
}

export interface Lifecycle {
  readonly name: string;
  readonly source: string;
  readonly initial: string;
  readonly states: Readonly<
    Record<string, { readonly zh: string; readonly en: string; readonly on: Readonly<Record<string, Transition>> }>
  >;
}

/** Names of a life cycle's states and events, for types. */
export type StateOf<L extends Lifecycle> = Extract<keyof L['states'], string>;
export type EventOf<L extends Lifecycle> = {
  [S in keyof L['states']]: Extract<keyof L['states'][S]['on'], string>;
}[keyof L['states']];

/** Check that every move leads to a state of the same table; thrown at load, so that a broken table never serves. */
export function defineLifecycle<const L extends Lifecycle>(lifecycle: L): L {
  if (!(lifecycle.initial in lifecycle.states)) throw new Error(`${lifecycle.name}: initial state missing`);
  for (const [state, { on }] of Object.entries(lifecycle.states)) {
    for (const [event, transition] of Object.entries(on)) {
      if (!(transition.to in lifecycle.states)) throw new Error(`${lifecycle.name}: ${state}.${event} leads nowhere`);
      if (transition.by.length === 0) throw new Error(`${lifecycle.name}: ${state}.${event} is nobody's`);
    }
  }
  return lifecycle;
}

/** @throws Refusal `record.actionNotAllowed` when the table has no such move from here */
export function transitionFrom(lifecycle: Lifecycle, state: string, event: string): Transition {
  const transition = lifecycle.states[state]?.on[event];
  if (transition === undefined)
    throw new Refusal('record.actionNotAllowed', {
      state,
      event,
      lifecycle: lifecycle.name,
      allowed: Object.keys(lifecycle.states[state]?.on ?? {}),
    });
  return transition;
}

/**
 * The move, if the table has it and the actor may make it; a move it does not have is answered with those that are open.
 * @throws Refusal `record.actionNotAllowed` or `auth.forbidden`
 */
export function authoriseTransition(
  lifecycle: Lifecycle,
  state: string,
  event: string,
  actor: Actor,
  at: Place,
): Transition {
  const transition = lifecycle.states[state]?.on[event];
  if (transition === undefined) {
    const allowed = allowedActions(lifecycle, state, actor, at);
    throw new Refusal('record.actionNotAllowed', { state, event, lifecycle: lifecycle.name, allowed });
  }
  if (!mayMake(transition, actor, at))
    throw new Refusal('auth.forbidden', { permission: `${lifecycle.name}.${event}` });
  return transition;
}

/** The moves an actor may make from a state: what a screen shows as buttons. */
export function allowedActions(lifecycle: Lifecycle, state: string, actor: Actor, at: Place): readonly string[] {
  return Object.entries(lifecycle.states[state]?.on ?? {})
    .filter(([, transition]) => mayMake(transition, actor, at))
    .map(([event]) => event);
}

function mayMake(transition: Transition, actor: Actor, at: Place): boolean {
  if (actor.kind === 'citizen') return transition.by.includes('citizen');
  return actor.holds(transition.by, at);
}
