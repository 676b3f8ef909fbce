import type { Face, Measure } from './line-breaking.ts';

/* Drawings among the text of a report: shapes in points from the upper left corner of their ground. */

export type Point = readonly [x: number, y: number];

interface Outline {
  readonly colour: string;
  readonly weight: number;
}

export type Shape =
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly outline: Outline }
  /** Rings inside others are holes. */
  | {
      readonly kind: 'area';
      readonly rings: readonly (readonly Point[])[];
      readonly fill: string;
      readonly outline?: Outline;
    }
  | {
      readonly kind: 'disc';
      readonly at: Point;
      readonly radius: number;
      readonly fill: string;
      readonly outline?: Outline;
    }
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly colour: string;
      readonly strong?: boolean;
      /** `at` is the middle of its baseline. */
      readonly centred?: boolean;
    };

/** A picture as wide as the text. */
export interface Drawing {
  readonly kind: 'drawing';
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  /** Height over width. */
  readonly aspect: number;
  shapes(ground: { readonly width: number; readonly height: number }): readonly Shape[];
}

/** A shape with the face that its text is set in. */
export type SetShape = Exclude<Shape, { kind: 'text' }> | (Extract<Shape, { kind: 'text' }> & { readonly face: Face });

export function setShapes(shapes: readonly Shape[], measure: Measure): readonly SetShape[] {
  return shapes.map((shape) => {
    if (shape.kind !== 'text') return shape;
    const { face, em } = measure(shape.text, shape.strong ?? false);
    const [x, y] = shape.at;
    return { ...shape, face, at: [shape.centred === true ? x - (em * shape.size) / 2 : x, y] as const };
  });
}
