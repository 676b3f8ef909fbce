import { z } from 'zod';
import { AgencyService, OpenSpan, RegionCode, TravelMode } from '../network/index.ts';

/** Bands of minutes that a page asks for, ascending. */
export const Bands = z
  .array(z.number().int().min(1).max(1440))
  .min(1)
  .max(6)
  .refine((all) => all.every((one, n) => n === 0 || one > (all[n - 1] ?? 0)));

/** Stations as they would be: some closed, some moved, some at other hours, some new. Nothing is stored. */
export const NetworkChange = z.strictObject({
  /** Ids of stations that close. */
  close: z.array(z.uuid()).max(500).default([]),
  move: z
    .array(z.strictObject({ id: z.uuid(), lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }))
    .max(500)
    .default([]),
  open: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
      }),
    )
    .max(100)
    .default([]),
  /**
   * Stations that are open at these times of these days only (1 Monday to 7 Sunday); holidays and exceptions stay as the station
   * keeps them. It matters where the question names a moment.
   */
  hours: z
    .array(
      z.strictObject({
        id: z.uuid(),
        days: z
          .array(z.number().int().min(1).max(7))
          .min(1)
          .max(7)
          .refine((days) => new Set(days).size === days.length),
        span: OpenSpan,
      }),
    )
    .max(500)
    .default([]),
});
export type NetworkChange = z.output<typeof NetworkChange>;

/** Which points count: those that offer a service, those without steps, those open at a moment. */
export const CircleQuestion = z.strictObject({
  bands: Bands.default([15, 30, 60]),
  service: AgencyService.optional(),
  barrierFree: z.boolean().default(false),
  /** How people travel; a graph for it must be on file. */
  by: TravelMode.default('drive'),
  /** `YYYY-MM-DDTHH:MM`, Asia/Shanghai: only the points open then; absent: every point in operation. */
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .optional(),
  /** The bus counts where it is there sooner than the road: from the moment `at`, waiting counted. */
  bus: z.literal(true).optional(),
  change: NetworkChange.optional(),
});
export type CircleQuestion = z.output<typeof CircleQuestion>;

/** The way from one village, under the same question as the view it explains. */
export const AskWay = z.strictObject({ village: RegionCode, question: CircleQuestion });
export type AskWay = z.output<typeof AskWay>;

/** The roads that times are reckoned on. */
export interface RoadsOnFile {
  /** CRC-32 of the graph file: results with the same one are comparable. */
  readonly checksum: string;
  /** True where the roads were invented: every map says so. */
  readonly schematic: boolean;
  readonly profile: { readonly name: string; readonly title: { readonly zh: string; readonly en: string } };
  /** False while nobody has compared the profile's speeds with measured journeys. */
  readonly verified: boolean;
  readonly source: { readonly name: string; readonly dataAt?: string };
  /** Degrees. */
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
}

export interface CircleStation {
  readonly id: string;
  /** Where its record lies; absent for one that only a what-if opens. */
  readonly tenant?: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly schematic: boolean;
  /** `stays`, `closed`, `moved`, `hours` (at other hours) or `new` in a what-if. */
  readonly change: 'stays' | 'closed' | 'moved' | 'hours' | 'new';
}

/** A journey by bus, as clocks show it: `08:10`, of the next day `+1 08:10`. */
export interface VillageBus {
  /** The latest moment to leave the door. */
  readonly leave: string;
  readonly arrive: string;
  readonly rides: readonly {
    readonly line: string;
    readonly from: string;
    readonly depart: string;
    readonly to: string;
    readonly arrive: string;
  }[];
}

export interface CircleVillage {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly lon: number;
  readonly lat: number;
  readonly schematic: boolean;
  /** People; null where nobody has counted them. */
  readonly people: number | null;
  /** Door to door; null where no point can be reached. */
  readonly minutes: number | null;
  /** Share of the time on foot between door and road, 0 to 1; null where no point can be reached. */
  readonly onFoot: number | null;
  readonly station: string | null;
  /** Set where the bus is sooner than the road. */
  readonly bus?: VillageBus;
  /** In a what-if, the minutes as they are today. */
  readonly minutesToday?: number | null;
}

/** People within a band. */
export interface BandCount {
  readonly minutes: number;
  readonly people: number;
  /** Of the people counted; null where nobody is. */
  readonly share: number | null;
  /** Places, people counted or not. */
  readonly places: number;
}

export interface AreaCoverage {
  readonly code: string;
  readonly name: string;
  readonly places: number;
  readonly people: number;
  readonly uncounted: number;
  readonly bands: readonly BandCount[];
  readonly meanMinutes: number | null;
  /** Each group that anybody has counted in the city; of places whose count is not known it has nobody and nobody's share. */
  readonly groups: readonly GroupCoverage[];
}

/** People of one group within the bands. */
export interface GroupCoverage {
  /** `older`, `children`, `disabled`, or the city's own name. */
  readonly group: string;
  readonly people: number;
  readonly bands: readonly { readonly minutes: number; readonly people: number; readonly share: number | null }[];
}

/** How the network serves, village by village. */
export interface CircleView {
  readonly roads: RoadsOnFile;
  readonly whole: AreaCoverage;
  readonly counties: readonly AreaCoverage[];
  readonly townships: readonly AreaCoverage[];
  readonly villages: readonly CircleVillage[];
  readonly stations: readonly CircleStation[];
  /** The last band at other speeds, and five minutes before and after it. */
  readonly sensitivity: readonly {
    readonly speed: number;
    readonly minutes: number;
    readonly share: number | null;
  }[];
  /** In a what-if, the whole as it is today. */
  readonly today?: AreaCoverage;
}

/** The road taken from a village to its nearest point. */
export interface WayTaken {
  readonly village: string;
  readonly station: string;
  readonly minutes: number;
  readonly kilometres: number;
  /** [longitude, latitude] from the village's door to the station's. */
  readonly line: readonly (readonly [number, number])[];
  /** Roads in order; an empty name is a road without one. */
  readonly roads: readonly { readonly name: string; readonly kilometres: number; readonly minutes: number }[];
}

/** What a station costs, as it is assumed: to set it up and every year, fen, and over how many years the first is spread. */
const StationCosts = z.strictObject({
  setUp: z.number().int().min(0).max(1e12),
  yearly: z.number().int().min(0).max(1e12),
  years: z.number().int().min(1).max(50),
});
export type StationCosts = z.output<typeof StationCosts>;

/** 留存: keep a reckoning under a name. */
export const KeepRun = z.strictObject({
  name: z.string().trim().min(1).max(60),
  question: CircleQuestion,
  costs: StationCosts.optional(),
});
export type KeepRun = z.output<typeof KeepRun>;

/** 报告: a reckoning on paper. */
export const ReportCircle = z.strictObject({ question: CircleQuestion, costs: StationCosts.optional() });
export type ReportCircle = z.output<typeof ReportCircle>;

/** Fingerprints of what a reckoning was made of. */
export interface CircleRunPrints {
  readonly graph: string;
  readonly profile: string;
  readonly question: string;
  readonly stations: string;
  readonly places: string;
  readonly people: string;
}

/** A point that counted. */
export interface KeptStation {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** A village as it was counted, and what was found for it. */
export interface KeptVillage {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly lon: number;
  readonly lat: number;
  readonly people: number | null;
  readonly groups: Readonly<Record<string, number>>;
  /** Door to door; null where no point could be reached. */
  readonly deciseconds: number | null;
  readonly onFoot: number;
  readonly station: string | null;
}

/** A kept reckoning, as lists show it. */
export interface CircleRunRow {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly keptAt: string;
  readonly keptBy: string;
  readonly keptByName: string;
  readonly roads: RoadsOnFile;
  readonly question: CircleQuestion;
  readonly costs: StationCosts | null;
  readonly prints: CircleRunPrints;
  readonly whole: AreaCoverage;
}

export interface CircleRun extends CircleRunRow {
  readonly stations: readonly KeptStation[];
  readonly villages: readonly KeptVillage[];
  readonly counties: readonly AreaCoverage[];
  readonly townships: readonly AreaCoverage[];
  readonly sensitivity: CircleView['sensitivity'];
}

/** What came of reckoning a kept one again. */
export interface RunAgain {
  /** `other`: the graph on file is not the one it was made with, so that it cannot be made again here. */
  readonly graph: 'same' | 'other';
  readonly onFile: string;
  /** Codes of the villages that came out otherwise; none means the same to the letter. */
  readonly differing: readonly string[];
}
