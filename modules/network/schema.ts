import { z } from 'zod';

/*
 * The service network (法律援助服务网络): the register of regions, the agencies on it, and the people who work there.
 */

/** One line of visible text: no control characters, no lone surrogates, no line breaks. Rare Han and · are ordinary. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

const day = z.iso.date();

/** 6-digit code of a province, city or county (GB/T 2260): `530000`, `530500`, `530521`. A centre's tenant is one of these. */
export const TenantCode = z.string().regex(/^\d{6}$/);

/** Any code of the register: 6 digits down to the county, 9 for a township, 12 for a village. */
export const RegionCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);
export type RegionCode = z.infer<typeof RegionCode>;

export const RegionLevel = z.enum(['province', 'city', 'county', 'township', 'village']);
export type RegionLevel = z.infer<typeof RegionLevel>;

/**
 * One unit of the register (行政区划). `validFrom` null: in force since before the register's own date;
 * `validTo` is the last day it was in force, null while it is.
 */
export const Region = z.strictObject({
  code: RegionCode,
  name: line(60),
  level: RegionLevel,
  parent: RegionCode.nullable(),
  pinyin: z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/),
  validFrom: day.nullable(),
  validTo: day.nullable(),
});
export type Region = z.infer<typeof Region>;

/**
 * Where a place stands, in degrees. `schematic` is drawn, never measured, and every screen says so;
 * `surveyed` carries the reference system it was measured in, so that GCJ-02 and CGCS2000 are never mixed.
 */
export const Position = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('schematic'),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
  }),
  z.strictObject({
    kind: z.literal('surveyed'),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    referenceSystem: z.enum(['CGCS2000', 'WGS84', 'GCJ02']),
  }),
]);
export type Position = z.infer<typeof Position>;

/** Degrees as somebody gave them, and the system they are in: web maps of China shift theirs (GCJ-02). */
export const PositionGiven = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  crs: z.enum(['CGCS2000', 'WGS84', 'GCJ02']),
});
export type PositionGiven = z.infer<typeof PositionGiven>;

/** What stands somewhere: a unit of the register, or a point. */
export const PlacedSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('region'), code: RegionCode }),
  z.strictObject({ kind: z.literal('agency'), tenant: TenantCode, id: z.uuid() }),
]);
export type PlacedSubject = z.infer<typeof PlacedSubject>;

/** 标注位置: say by hand where something stands. */
export const SetPosition = z.strictObject({
  of: PlacedSubject,
  given: PositionGiven,
  /** A click on the map, or coordinates that were typed. */
  source: z.enum(['map', 'coordinates']),
  /** Where the caller saw it stand (WGS 84); null where it stood nowhere. Another one is refused as stale. */
  seen: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
  /** The caller has been told that it lies far from its township and means it. */
  confirmed: z.boolean().default(false),
});
export type SetPosition = z.output<typeof SetPosition>;

/** How somebody travels: 驾车, 摩托车, 步行. */
export const TravelMode = z.enum(['drive', 'motorcycle', 'walk']);
export type TravelMode = z.infer<typeof TravelMode>;

/**
 * 机构类别. `centre` 法律援助中心; the four kinds of station (法律援助工作站) stand at a township's justice office, in a court,
 * inside a partner organisation (依托单位), or elsewhere; `villagePoint` 村（社区）联络点; `lawFirm` 律师事务所;
 * `basicLegalServiceOffice` 基层法律服务所; `justiceBureau` 司法局.
 */
export const AgencyKind = z.enum([
  'justiceBureau',
  'centre',
  'townshipStation',
  'courtStation',
  'partnerStation',
  'otherStation',
  'villagePoint',
  'lawFirm',
  'basicLegalServiceOffice',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** The kinds that are legal aid stations (法律援助工作站). */
export const stationKinds = [
  'townshipStation',
  'courtStation',
  'partnerStation',
  'otherStation',
] as const satisfies readonly AgencyKind[];

/** The kinds where a person can walk in for legal aid. */
export const servicePointKinds = ['centre', ...stationKinds, 'villagePoint'] as const satisfies readonly AgencyKind[];

/** The kinds that take designations and send a handler (承办单位). */
export const handlingUnitKinds = [
  'centre',
  'lawFirm',
  'basicLegalServiceOffice',
] as const satisfies readonly AgencyKind[];

/** 依托单位: under whose roof a partner or other station stands. */
export const AgencyHost = z.enum([
  'tradeUnion',
  'womensFederation',
  'disabledPersonsFederation',
  'youthLeague',
  'ageingCommittee',
  'borderForce',
  'prison',
  'drugRehabilitation',
  'detentionHouse',
  'procuratorate',
  'petitionOffice',
  'community',
]);
export type AgencyHost = z.infer<typeof AgencyHost>;

/** What a visitor can have done there. `acceptance`: applications are taken and forwarded to the competent centre. */
export const AgencyService = z.enum(['consultation', 'acceptance', 'decision', 'handling', 'selfService', 'video']);
export type AgencyService = z.infer<typeof AgencyService>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A span of one day, half-open: open from `from` up to but not at `to`. */
export const OpenSpan = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine((span) => span.from < span.to, { message: 'to must be later than from', path: ['to'] });
export type OpenSpan = z.infer<typeof OpenSpan>;

/**
 * 开放时间, local time. `weekly` is keyed by ISO weekday (1 Monday … 7 Sunday); a missing day is closed.
 * `onHolidays` tells what a public holiday does; `exceptions` win over everything.
 */
export const OpeningHours = z.strictObject({
  weekly: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(OpenSpan).max(4)),
  onHolidays: z.enum(['closed', 'asUsual']),
  exceptions: z
    .array(z.strictObject({ date: day, spans: z.array(OpenSpan).max(4), note: line(60).optional() }))
    .max(200),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

export const AgencyStatus = z.enum(['open', 'suspended', 'closed']);
export type AgencyStatus = z.infer<typeof AgencyStatus>;

/** Everything said about an agency (机构) when it is registered. `code` is its number in the tenant's register, unique there. */
export const NewAgency = z.strictObject({
  tenant: TenantCode,
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  kind: AgencyKind,
  host: AgencyHost.nullable(),
  name: line(80),
  /** Short name for document numbers and chips, e.g. 保山市. */
  shortName: line(30),
  /** Code of the agency it reports to, in the same tenant. */
  reportsTo: z.string().max(40).nullable(),
  region: RegionCode,
  address: line(120).nullable(),
  phone: z
    .string()
    .regex(/^[0-9+() -]{3,24}$/)
    .nullable(),
  position: Position.nullable(),
  barrierFree: z.boolean(),
  streetLevel: z.boolean(),
  services: z.array(AgencyService).max(6),
  hours: OpeningHours,
  openedOn: day.nullable(),
  /** True for invented agencies: screens carry the ribbon 演示数据. */
  demonstration: z.boolean(),
});
export type NewAgency = z.infer<typeof NewAgency>;

export interface Agency extends Omit<NewAgency, 'reportsTo'> {
  readonly id: string;
  readonly reportsToId: string | null;
  readonly status: AgencyStatus;
  readonly version: number;
}

/** 承办人类别: 律师, 基层法律服务工作者, 法律援助机构工作人员. */
export const HandlerKind = z.enum(['lawyer', 'basicLegalServiceWorker', 'centreStaff']);
export type HandlerKind = z.infer<typeof HandlerKind>;

export const HandlerStatus = z.enum(['active', 'suspended', 'left']);
export type HandlerStatus = z.infer<typeof HandlerStatus>;

/** 专长: the fields in which matters are matched to handlers. */
export const Speciality = z.enum([
  'criminalDefence',
  'minors',
  'labour',
  'family',
  'injury',
  'land',
  'socialSecurity',
  'administrative',
  'consumerAndProducts',
  'stateCompensation',
]);
export type Speciality = z.infer<typeof Speciality>;

/** 语言: what a handler, a liaison or a station can be spoken to in. */
export const Language = z.enum([
  'mandarin',
  'baoshanDialect',
  'yi',
  'dai',
  'bai',
  'lisu',
  'miao',
  'blang',
  'deang',
  'jingpo',
  'signLanguage',
]);
export type Language = z.infer<typeof Language>;

/**
 * A handler (承办人) as registered. Dates are the handler's own history: `licensedFrom` null means not licensed to practise,
 * `criminalDefenceSince` null means no criminal defence practice (Legal Aid Law art. 26 counts three years of it).
 */
export const NewHandler = z.strictObject({
  tenant: TenantCode,
  /** Number in the tenant's roster, unique there. */
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  kind: HandlerKind,
  name: line(60),
  sex: z.enum(['male', 'female']),
  licenceNumber: z
    .string()
    .regex(/^[0-9A-Z]{6,24}$/)
    .nullable(),
  licensedFrom: day.nullable(),
  criminalDefenceSince: day.nullable(),
  trainedForMinors: z.boolean(),
  specialities: z.array(Speciality).max(10),
  languages: z.array(Language).min(1).max(11),
  /** Paid by the treasury: no labour fee in the subsidy, only direct costs. */
  paidByTreasury: z.boolean(),
  /** Code of the firm, office or centre the handler belongs to, in the same tenant. */
  agency: z.string().max(40),
  baseRegion: RegionCode,
  phone: z
    .string()
    .regex(/^[0-9+() -]{3,24}$/)
    .nullable(),
  joinedOn: day,
  accountId: z.uuid().nullable(),
  demonstration: z.boolean(),
});
export type NewHandler = z.infer<typeof NewHandler>;

export interface Handler extends Omit<NewHandler, 'agency'> {
  readonly id: string;
  readonly agencyId: string;
  readonly status: HandlerStatus;
  /** Since when the present status holds. */
  readonly statusSince: string;
  /** Why; only for a status other than `active`. */
  readonly statusReason: string | null;
  readonly version: number;
}

/** A member of the expert pool (法律援助专家库). */
export const NewExpert = z.strictObject({
  tenant: TenantCode,
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  name: line(60),
  title: line(60),
  organisation: line(80),
  fields: z.array(Speciality).min(1).max(10),
  /** Roster number of the same person as a handler, if that is what the expert also is. */
  handler: z.string().max(40).nullable(),
  appointedOn: day,
  demonstration: z.boolean(),
});
export type NewExpert = z.infer<typeof NewExpert>;

export interface Expert extends Omit<NewExpert, 'handler'> {
  readonly id: string;
  readonly handlerId: string | null;
  readonly status: 'active' | 'left';
  readonly version: number;
}

/** A village's liaison (联络员): gathers leads, helps fill in forms, forwards papers; decides nothing. */
export const NewLiaison = z.strictObject({
  tenant: TenantCode,
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  name: line(60),
  sex: z.enum(['male', 'female']),
  region: RegionCode,
  /** Code of the village point, in the same tenant. */
  agency: z.string().max(40),
  phone: z
    .string()
    .regex(/^[0-9+() -]{3,24}$/)
    .nullable(),
  languages: z.array(Language).min(1).max(11),
  appointedOn: day,
  accountId: z.uuid().nullable(),
  demonstration: z.boolean(),
});
export type NewLiaison = z.infer<typeof NewLiaison>;

export interface Liaison extends Omit<NewLiaison, 'agency'> {
  readonly id: string;
  readonly agencyId: string;
  readonly status: 'active' | 'left';
  readonly version: number;
}
