import type { Instant } from '../../../kernel/time/index.ts';
import type { FontSet } from './font-set.ts';

export interface RenderOptions {
  /** From `resolveFontSet`; the same set and snapshot always give the same bytes. */
  readonly fonts: FontSet;
  /** Written into the file as its date: the instant of issue, so that the bytes repeat. */
  readonly at: Instant;
  /** Where the public checks papers: `https://…` of the portal, without a trailing slash. Printed, and in the QR code. */
  readonly publicUrl?: string;
  /** Print the verification address as a QR code too. */
  readonly qr?: boolean;
}
