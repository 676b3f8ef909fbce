import type { MissingGlyph } from './missing-glyphs.ts';

/** What a person should look at before the paper leaves the house. */
export type RenderWarning = MissingGlyph;

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly warnings: readonly RenderWarning[];
}
