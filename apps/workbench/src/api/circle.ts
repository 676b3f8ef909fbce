import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, fileOf, get, post } from './http.ts';

/* 一小时服务圈. Degrees, minutes, people; nothing that is asked here is stored. */

export type AgencyService = 'consultation' | 'acceptance' | 'decision' | 'handling' | 'selfService' | 'video';
export const agencyServices = ['consultation', 'acceptance', 'decision', 'handling', 'selfService', 'video'] as const;

/** Ways of travelling; roads for each may be on file. */
export const travelModes = ['drive', 'motorcycle', 'walk'] as const;
export type TravelMode = (typeof travelModes)[number];

export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** Open at this time of these days only, 1 Monday to 7 Sunday. */
export interface OtherHours {
  readonly id: string;
  readonly days: readonly number[];
  /** `HH:MM`. */
  readonly span: { readonly from: string; readonly to: string };
}

/** Stations as they would be. */
export interface NetworkChange {
  readonly close: readonly string[];
  readonly move: readonly ({ readonly id: string } & Place)[];
  readonly open: readonly ({ readonly name: string } & Place)[];
  readonly hours: readonly OtherHours[];
}

export interface CircleQuestion {
  readonly bands: readonly number[];
  readonly service?: AgencyService;
  readonly barrierFree: boolean;
  /** `YYYY-MM-DDTHH:MM`, Asia/Shanghai. */
  readonly at?: string;
  /** How people travel; driving where it is not said. */
  readonly by?: TravelMode;
  /** The bus counts where it is sooner than the road. */
  readonly bus?: true;
  readonly change?: NetworkChange;
}

export interface RoadsOnFile {
  readonly checksum: string;
  /** True where the roads were invented: every map says so. */
  readonly schematic: boolean;
  readonly profile: { readonly name: string; readonly title: { readonly zh: string; readonly en: string } };
  readonly verified: boolean;
  readonly source: { readonly name: string; readonly dataAt?: string };
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
}

export interface CircleStation extends Place {
  readonly id: string;
  /** Where its record lies; absent for one that only a what-if opens. */
  readonly tenant?: string;
  readonly name: string;
  readonly kind: string;
  readonly schematic: boolean;
  readonly change: 'stays' | 'closed' | 'moved' | 'hours' | 'new';
}

/** A journey by bus, as clocks show it. */
export interface VillageBus {
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

export interface CircleVillage extends Place {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly schematic: boolean;
  /** Null where nobody has counted them. */
  readonly people: number | null;
  /** Door to door; null where no point can be reached. */
  readonly minutes: number | null;
  /** Share of the time on foot, 0 to 1. */
  readonly onFoot: number | null;
  readonly station: string | null;
  /** Set where the bus is sooner than the road. */
  readonly bus?: VillageBus;
  /** In a what-if, the minutes as they are today. */
  readonly minutesToday?: number | null;
}

export interface BandCount {
  readonly minutes: number;
  readonly people: number;
  /** Of the people counted; null where nobody is. */
  readonly share: number | null;
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
  readonly groups: readonly GroupCoverage[];
}

/** People of one group within the bands; `group` is `older`, `children`, `disabled`, or the city's own name. */
export interface GroupCoverage {
  readonly group: string;
  readonly people: number;
  readonly bands: readonly { readonly minutes: number; readonly people: number; readonly share: number | null }[];
}

export interface Sensitivity {
  readonly speed: number;
  readonly minutes: number;
  readonly share: number | null;
}

export interface CircleView {
  readonly roads: RoadsOnFile;
  readonly whole: AreaCoverage;
  readonly counties: readonly AreaCoverage[];
  readonly townships: readonly AreaCoverage[];
  readonly villages: readonly CircleVillage[];
  readonly stations: readonly CircleStation[];
  readonly sensitivity: readonly Sensitivity[];
  /** In a what-if, the whole as it is today. */
  readonly today?: AreaCoverage;
}

export interface WayTaken {
  readonly village: string;
  readonly station: string;
  readonly minutes: number;
  readonly kilometres: number;
  readonly line: readonly (readonly [number, number])[];
  readonly roads: readonly { readonly name: string; readonly kilometres: number; readonly minutes: number }[];
}

type Position = [number, number];

interface Features<G, P> {
  readonly type: 'FeatureCollection';
  readonly features: readonly { readonly type: 'Feature'; readonly properties: P; readonly geometry: G }[];
}

/** All roads at once, for maps that draw no tiles; `weight` 3 is the heaviest. */
export type RoadLines = Features<
  { readonly type: 'LineString'; readonly coordinates: Position[] },
  { readonly weight: 0 | 1 | 2 | 3 }
>;

export type Isochrones = Features<
  { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] },
  { readonly minutes: number; readonly squareKm: number }
>;

/** Systems that degrees are given in; web maps of China shift theirs (GCJ-02). */
export const positionSystems = ['CGCS2000', 'WGS84', 'GCJ02'] as const;
export type PositionSystem = (typeof positionSystems)[number];

export interface PositionGiven extends Place {
  readonly crs: PositionSystem;
}

export type PlacedSubject =
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'agency'; readonly tenant: string; readonly id: string };

/** 标注位置: say by hand where something stands. */
export interface PositionToSet {
  readonly of: PlacedSubject;
  readonly given: PositionGiven;
  readonly source: 'map' | 'coordinates';
  /** Where it was seen to stand; another position is refused as stale. */
  readonly seen: Place | null;
  readonly confirmed: boolean;
}

export interface PositionSet {
  readonly tenant: string;
  readonly id: string;
  readonly subject: 'region' | 'agency';
  readonly subjectId: string;
  readonly name: string;
  readonly setAt: string;
  readonly setByName: string;
  readonly source: 'map' | 'coordinates';
  readonly given: PositionGiven;
  /** False where it stood nowhere before. */
  readonly moved: boolean;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

export interface Positions {
  readonly set: readonly PositionSet[];
  /** Villages that stand nowhere yet. */
  readonly unplaced: readonly { readonly code: string; readonly name: string }[];
}

export const positionsQuery = () =>
  queryOptions({
    queryKey: ['circle', 'positions'],
    queryFn: ({ signal }) => get<Positions>('/api/circle/positions', {}, signal),
  });

export const setPosition = (position: PositionToSet, idempotencyKey: string) =>
  post<Pick<PositionSet, 'tenant' | 'id'>>('/api/circle/positions', position, idempotencyKey);

export const undoPosition = ({ tenant, id }: Pick<PositionSet, 'tenant' | 'id'>) =>
  call<void>('POST', `/api/circle/positions/${tenant}/${id}/undo`);

export const sitingModels = ['pmedian', 'mclp', 'lscp'] as const;
export type SitingModel = (typeof sitingModels)[number];

export interface SitingAsked {
  readonly question: CircleQuestion;
  readonly model: SitingModel;
  /** How many new ones; for `lscp` the most. */
  readonly add: number;
  readonly minutes?: number;
  readonly countyMost?: number;
  /** The worst-served group first, then everybody; not for `lscp`. */
  readonly worstGroupFirst?: true;
  /** How many of the best plans are wanted. */
  readonly alternatives?: number;
}

export interface StationPlan {
  readonly model: SitingModel;
  readonly status: 'optimal' | 'feasible';
  /** What might still be better, 0 to 1. */
  readonly gap: number;
  readonly seconds: number;
  /** Mean minutes or the share reached of the group that fares worst by the plan, and what no plan can better. */
  readonly worstGroup?: {
    readonly group: string;
    readonly measure: 'minutes' | 'share';
    readonly value: number;
    readonly bound: number;
    readonly gap: number;
  };
  readonly sites: readonly PlannedSite[];
  /** Mean minutes for `pmedian`, people reached for `mclp`, new stations for `lscp`. */
  readonly value: number;
  /** The next best plans, the best first. */
  readonly alternatives: readonly { readonly sites: readonly PlannedSite[]; readonly value: number }[];
  readonly view: CircleView;
}

export type PlannedSite = { readonly code: string; readonly name: string } & Place;

/** 巡回服务: which villages a mobile team visits, and when. */
export interface TeamAsked {
  readonly question: CircleQuestion;
  /** The point that each day starts from and ends at. */
  readonly base: string;
  /** Villages farther than this from any point, minutes. */
  readonly beyond: number;
  /** Travel and work of a day. */
  readonly hours: number;
  /** Work at each village, minutes. */
  readonly stay: number;
  readonly teams: number;
  /** `HH:MM`. */
  readonly starts: string;
  readonly from: string;
  readonly to: string;
}

export type TeamVillage = Pick<CircleVillage, 'code' | 'name' | 'township' | 'county' | 'lon' | 'lat' | 'people'>;

export interface TeamDay {
  readonly date: string;
  readonly team: number;
  readonly starts: string;
  readonly returns: string;
  readonly stops: readonly (TeamVillage & { readonly arrives: string; readonly leaves: string })[];
}

export interface TeamPlan {
  readonly base: Pick<CircleStation, 'id' | 'name' | 'lon' | 'lat'>;
  readonly days: readonly TeamDay[];
  readonly villages: number;
  /** No day is long enough for these, or no road leads there. */
  readonly tooFar: readonly TeamVillage[];
  readonly travelMinutes: number;
  /** No plan has less travel. */
  readonly boundMinutes: number;
  readonly fewestDays: number;
  /** False where working days of the period are not announced yet. */
  readonly calendarKnown: boolean;
}

export interface AskedDay {
  readonly by?: TravelMode | undefined;
  readonly stops: readonly Place[];
}

/** What a station costs, as assumed; fen, and years over which setting up is spread. */
export interface StationCosts {
  readonly setUp: number;
  readonly yearly: number;
  readonly years: number;
}

/** Fingerprints of what a kept reckoning was made of. */
export interface CircleRunPrints {
  readonly graph: string;
  readonly profile: string;
  readonly question: string;
  readonly stations: string;
  readonly places: string;
  readonly people: string;
}

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

export interface KeptVillage extends Place {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly people: number | null;
  readonly groups: Readonly<Record<string, number>>;
  readonly deciseconds: number | null;
  readonly onFoot: number;
  readonly station: string | null;
}

/** A kept reckoning, whole. */
export interface CircleRun extends CircleRunRow {
  readonly stations: readonly ({ readonly id: string; readonly name: string } & Place)[];
  readonly villages: readonly KeptVillage[];
  readonly counties: readonly AreaCoverage[];
  readonly townships: readonly AreaCoverage[];
  readonly sensitivity: readonly Sensitivity[];
}

/** What came of reckoning a kept one again; `other`: the roads on file are not those it was made with. */
export interface RunAgain {
  readonly graph: 'same' | 'other';
  readonly onFile: string;
  readonly differing: readonly string[];
}

export interface RunToKeep {
  readonly name: string;
  readonly question: CircleQuestion;
  readonly costs?: StationCosts;
}

export const runsQuery = () =>
  queryOptions({
    queryKey: ['circle', 'runs'],
    queryFn: ({ signal }) => get<{ readonly runs: readonly CircleRunRow[] }>('/api/circle/runs', {}, signal),
  });

export const runQuery = ({ tenant, id }: Pick<CircleRunRow, 'tenant' | 'id'>) =>
  queryOptions({
    queryKey: ['circle', 'runs', tenant, id],
    queryFn: ({ signal }) => get<CircleRun>(`/api/circle/runs/${tenant}/${id}`, {}, signal),
    // What is kept never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const keepRun = (run: RunToKeep, idempotencyKey: string) =>
  post<Pick<CircleRunRow, 'tenant' | 'id'>>('/api/circle/runs', run, idempotencyKey);

export const runAgain = ({ tenant, id }: Pick<CircleRunRow, 'tenant' | 'id'>) =>
  post<RunAgain>(`/api/circle/runs/${tenant}/${id}/again`, {});

/** The reckoning on paper, a PDF. */
export const reportOf = (question: CircleQuestion, costs: StationCosts | undefined): Promise<Blob> =>
  fileOf('/api/circle/report', { question, ...(costs === undefined ? {} : { costs }) });

/** What times can be reckoned with. */
export interface RoadsThere {
  readonly roads: RoadsOnFile;
  /** For which ways of travelling there are roads on file. */
  readonly modes: readonly TravelMode[];
  readonly timetable: boolean;
}

export const roadsQuery = (by: TravelMode | undefined) =>
  queryOptions({
    queryKey: ['circle', 'roads', by],
    queryFn: ({ signal }) => get<RoadsThere>('/api/circle/roads', by === undefined ? {} : { by }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Which roads a map draws: those of a way of travelling, by the checksum of their graph. */
export interface RoadsDrawn {
  readonly checksum: string;
  readonly by?: TravelMode | undefined;
}

export const roadLinesQuery = ({ checksum, by }: RoadsDrawn) =>
  queryOptions({
    queryKey: ['circle', 'roads', 'lines', checksum],
    queryFn: ({ signal }) => get<RoadLines>('/api/circle/roads/lines', by === undefined ? {} : { by }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Where the roads are as vector tiles, an archive read piece by piece. */
export const roadTilesAt = ({ checksum, by }: RoadsDrawn): string =>
  `/api/circle/roads.pmtiles?graph=${checksum}${by === undefined ? '' : `&by=${by}`}`;

export const circleQuery = (question: CircleQuestion) =>
  queryOptions({
    queryKey: ['circle', 'view', question],
    queryFn: ({ signal }) => call<CircleView>('POST', '/api/circle/view', { body: question, signal }),
    // The old colours stay until the new ones are there.
    placeholderData: keepPreviousData,
  });

export const isochronesQuery = (question: CircleQuestion) =>
  queryOptions({
    queryKey: ['circle', 'isochrones', question],
    queryFn: ({ signal }) => call<Isochrones>('POST', '/api/circle/isochrones', { body: question, signal }),
    placeholderData: keepPreviousData,
  });

/** The way of a village under the question that its time answers. */
export const wayQuery = (village: string, question: CircleQuestion) =>
  queryOptions({
    queryKey: ['circle', 'way', village, question],
    queryFn: ({ signal }) => call<WayTaken>('POST', '/api/circle/way', { body: { village, question }, signal }),
  });

/** A search for sites takes seconds; an aborted signal stops waiting for it. */
export const planStations = (asked: SitingAsked, signal: AbortSignal): Promise<StationPlan> =>
  call<StationPlan>('POST', '/api/circle/siting', { body: asked, signal });

/** How far one's own search is; null where none is going on. */
export const sitingProgressQuery = () =>
  queryOptions({
    queryKey: ['circle', 'siting', 'progress'],
    queryFn: ({ signal }) =>
      get<{ readonly progress: { readonly seconds: number; readonly gap: number | null } | null }>(
        '/api/circle/siting/progress',
        {},
        signal,
      ),
    refetchInterval: 1000,
    gcTime: 0,
  });

/** Planning a team's days takes seconds; an aborted signal stops waiting for it. */
export const planTeam = (asked: TeamAsked, signal: AbortSignal): Promise<TeamPlan> =>
  call<TeamPlan>('POST', '/api/circle/circuits', { body: asked, signal });

/** The roads of a team's day. */
export const dayWayQuery = ({ by, stops }: AskedDay) =>
  queryOptions({
    queryKey: ['circle', 'circuits', 'way', by, stops],
    queryFn: ({ signal }) =>
      call<Pick<WayTaken, 'line'>>('POST', '/api/circle/circuits/way', {
        body: { stops, ...(by === undefined ? {} : { by }) },
        signal,
      }),
  });
