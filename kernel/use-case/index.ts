export { type Actor, citizenActor, type Grant, type Permission, type Place, staffActor, systemActor } from './actor.ts';
export { type ChainedEvent, eventHash, genesisHash, headText, type Seal } from './flush.ts';
export {
  allowedActions,
  authoriseTransition,
  defineLifecycle,
  type EventOf,
  type Lifecycle,
  type StateOf,
  type Transition,
  transitionFrom,
} from './lifecycle.ts';
export { type Protection, protectionOf } from './protection.ts';
export { type Idempotency, type Runner, type RunOptions, runQuery, runUseCase } from './run.ts';
export type { Count, Handed, NewDeadline, NewEvent, Outgoing, Tx } from './unit-of-work.ts';
