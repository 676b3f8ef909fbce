import type { Subject } from './lifecycle-words.ts';

/** One record that can be moved on, with the moves the server allows this person. */
export interface Movable {
  readonly subject: Subject;
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly events: readonly string[];
}
