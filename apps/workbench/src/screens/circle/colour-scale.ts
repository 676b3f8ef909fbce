/**
 * Viridis (matplotlib, CC0) from near to far: it darkens steadily, so that it reads the same to every eye and on a grey print.
 * `colour-scale.test.ts` measures both.
 */
const ramp = ['#fde725', '#90d743', '#35b779', '#21918c', '#31688e', '#443983', '#440154'] as const;

/** One class of minutes: above `over`, up to `upTo` (undefined: without end). */
export interface MinuteClass {
  readonly over: number;
  readonly upTo: number | undefined;
  readonly colour: string;
  /** The same on ground: a tint that a dot of the class stands out on. */
  readonly tint: string;
}

/** A class for each band, and one for what lies beyond the last. */
export function classesOf(bands: readonly number[]): readonly MinuteClass[] {
  return [...bands, undefined].map((upTo, n) => {
    const colour = ramp[Math.round((n * (ramp.length - 1)) / bands.length)] ?? ramp[ramp.length - 1] ?? '#000000';
    return { over: bands[n - 1] ?? 0, upTo, colour, tint: mixed(colour, '#fffdf8', 0.3) };
  });
}

/** The class of a time; undefined where no point can be reached. A time at the edge belongs to the nearer class. */
export function classOf(classes: readonly MinuteClass[], minutes: number | null): MinuteClass | undefined {
  return minutes === null ? undefined : classes.find(({ upTo }) => upTo === undefined || minutes <= upTo);
}

/** Radius in px at the scale of the whole city: the area grows with the people; nobody counted is a dot of the least size. */
export function radiusOf(people: number | null): number {
  return people === null ? 4 : Math.min(13, 2.6 + 0.075 * Math.sqrt(people));
}

/** Dots grow gently as one comes nearer. */
export function grownAt(zoom: number): number {
  return Math.min(2.2, Math.max(0.8, 1 + (zoom - 8) * 0.18));
}

/** `share` of a colour on a ground, both `#rrggbb`. */
export function mixed(colour: string, ground: string, share: number): string {
  const [a, b] = [channels(colour), channels(ground)];
  return `#${a
    .map((value, n) =>
      Math.round(value * share + (b[n] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
