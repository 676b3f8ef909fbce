import type { Instant } from '../../../kernel/time/index.ts';
import type { FontSet } from './font-set.ts';

export interface RenderOptions {
  /** From `resolveFontSet`; the same set and snapshot always give the same bytes. */
  readonly fonts: FontSet;
  /** Written into the file as its date: the instant of issue, so that the bytes repeat. */
  readonly at: Instant;
  /** Print the verification address as a QR code too. */
  readonly qr?: boolean;
}
