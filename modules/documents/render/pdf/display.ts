import type { SetShape } from './drawing.ts';
import type { Placed } from './line-breaking.ts';

/* What stands on a page, with its place: made by layout, read by the painter and by tests. Points from the top left. */

/** Structure elements of tagged PDF (ISO 32000-1 §14.8.4), for screen readers. */
export type Tag = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect' | 'Note' | 'Figure';

export type Node =
  | { readonly kind: 'element'; readonly tag: Tag; readonly children: readonly Node[] }
  | {
      readonly kind: 'line';
      readonly placed: readonly Placed[];
      readonly x: number;
      readonly baseline: number;
      readonly size: number;
    }
  | {
      readonly kind: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly weight: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'drawing';
      readonly alt: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly shapes: readonly SetShape[];
    };

export interface Page {
  readonly nodes: readonly Node[];
}

export function element(tag: Tag, children: readonly Node[]): Node {
  return { kind: 'element', tag, children };
}

export function rule(x1: number, y1: number, x2: number, y2: number, weight: number): Node {
  return { kind: 'rule', x1, y1, x2, y2, weight };
}
