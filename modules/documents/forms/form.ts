import type { z } from 'zod';
import type { DocumentHead } from '../schema.ts';
import type { Block } from './blocks.ts';

/**
 * How a paper is set. `letter`: running text to GB/T 9704-2012 (type area 156 × 225 mm, 三号 text, 22 lines a page).
 * `sheet`: tables in 小四/五号 on wider type area, as the ministry's table forms are.
 */
export type Layout = 'letter' | 'sheet';

/**
 * The number series a paper draws from: `step` is the word in the middle (申, 指, 终 …), `word` replaces the word of the
 * matter's class where a paper has none (咨 for consultations). `null`: the paper carries the matter's number only.
 */
export type Numbering = { readonly step: string; readonly word?: string } | null;

/** One official form (文书), declared once: what it freezes, how it is numbered, what stands on it. */
export interface FormDefinition<S extends z.ZodType = z.ZodType> {
  readonly title: { readonly zh: string; readonly en: string };
  /** Raised whenever the words or the layout change; kept with each issued paper. */
  readonly version: number;
  readonly layout: Layout;
  readonly numbering: Numbering;
  /** The instrument that orders this paper, and whether its text has been read. */
  readonly source: { readonly citation: string; readonly verified: boolean };
  readonly body: S;
  compose(body: z.infer<S>, head: DocumentHead): readonly Block[];
}

export function defineForm<S extends z.ZodType>(definition: FormDefinition<S>): FormDefinition<S> {
  return definition;
}
