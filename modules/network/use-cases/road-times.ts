import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Position, TravelMode } from '../schema.ts';

declare module '../../../kernel/use-case/unit-of-work.ts' {
  interface Handed {
    /** Times by road as they stand now: what designation and the nearest points reckon with. */
    readonly roads?: () => RoadTimes | undefined;
  }
}

/**
 * Times by road, where a road graph is on file for the way of travelling; places in any reference system. The room of the circle gives
 * them, so that the nearest point, a designation and the map all go by the same minutes.
 */
export interface RoadTimes {
  /** The ways of travelling that a graph is on file for; driving first. */
  readonly modes: readonly TravelMode[];
  /** True where the roads themselves were invented. */
  schematic(mode: TravelMode): boolean;
  /** Minutes from door to door from a place to each of the points, in their order; undefined where there is no way. */
  minutes(from: Position, to: readonly Position[], mode: TravelMode): readonly (number | undefined)[];
  /** The same from each of many places to one. */
  minutesTo(to: Position, from: readonly Position[], mode: TravelMode): readonly (number | undefined)[];
  /** The road taken; undefined where there is no way. */
  way(from: Position, to: Position, mode: TravelMode): RoadWay | undefined;
  /**
   * The next way by bus to each of some points, walks at both ends counted; absent where no timetable is on file.
   * @param at seconds after midnight of the day
   */
  readonly bus?: (
    from: Position,
    to: readonly Position[],
    day: LocalDate,
    at: number,
  ) => readonly (BusWay | undefined)[];
}

/** A way by bus. Seconds after midnight of the day asked about; 86,400 and more on the day after. */
export interface BusWay {
  /** The latest moment to leave the door. */
  readonly leave: number;
  readonly arrive: number;
  readonly rides: readonly {
    readonly line: string;
    readonly from: string;
    readonly depart: number;
    readonly to: string;
    readonly arrive: number;
  }[];
}

/** [longitude, latitude], degrees, WGS 84. */
export type LonLat = readonly [lon: number, lat: number];

/** A road taken, as one reads it and as one draws it. */
export interface RoadWay {
  readonly minutes: number;
  readonly kilometres: number;
  /** Of the minutes on foot between door and road, at both ends. */
  readonly onFoot: number;
  /** Roads in order; an empty name is a road without one. */
  readonly roads: readonly { readonly name: string; readonly kilometres: number; readonly minutes: number }[];
  /** From door to door. */
  readonly line: readonly LonLat[];
  /** Larger roads around it, to know the way by. */
  readonly around: readonly (readonly LonLat[])[];
}
