import type { Bilingual } from '../../../kernel/i18n/index.ts';
import type { Register } from '../../../modules/network/index.ts';
import type { Values } from './values.ts';

/** One cause as a citizen chooses it. */
export interface PlainCause {
  readonly code: string;
  readonly text: Bilingual;
  readonly hint?: Bilingual;
}

/** What the journey needs to know besides the answers. Handed in, so that the steps stay pure. */
export interface JourneyContext {
  /** Today in Asia/Shanghai. */
  readonly today: string;
  readonly register: Register;
  /** Code of the city that this portal serves: its counties are the places to choose from. */
  readonly city: string;
  /** True where invented identity and telephone numbers are taken. */
  readonly demonstration: boolean;
  /** The causes on file that fit a need, those that the story speaks of first. */
  causesFor(need: string, story: string): readonly PlainCause[];
  /** True while household and income could still change the outcome. */
  meansMatter(values: Values): boolean;
}
