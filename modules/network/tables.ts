import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type {
  AgencyHost,
  AgencyKind,
  AgencyStatus,
  HandlerKind,
  HandlerStatus,
  OpeningHours,
  Position,
  PositionGiven,
  RegionLevel,
} from './schema.ts';

export interface RegionTable {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  pinyin: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  lon: number | null;
  lat: number | null;
  positionKind: 'schematic' | 'surveyed' | null;
  referenceSystem: 'CGCS2000' | 'WGS84' | 'GCJ02' | null;
}

export interface AgencyTable {
  tenant: string;
  id: string;
  code: string;
  kind: AgencyKind;
  host: AgencyHost | null;
  name: string;
  shortName: string;
  reportsToId: string | null;
  region: string;
  address: string | null;
  phone: string | null;
  lon: number | null;
  lat: number | null;
  positionKind: 'schematic' | 'surveyed' | null;
  referenceSystem: 'CGCS2000' | 'WGS84' | 'GCJ02' | null;
  barrierFree: boolean;
  streetLevel: boolean;
  services: string[];
  hours: JSONColumnType<OpeningHours>;
  openedOn: LocalDate | null;
  status: AgencyStatus;
  demonstration: boolean;
  version: number;
}

export interface AgencyPhotoTable {
  tenant: string;
  agencyId: string;
  /** SHA-256 of the content: its name in the file store. */
  fileHash: string;
  kind: 'jpeg' | 'png' | 'webp';
  bytes: number;
  keptAt: Instant;
}

export interface PositionSetTable {
  tenant: string;
  id: string;
  subject: 'region' | 'agency';
  /** Code of the unit, or the agency's id. */
  subjectId: string;
  name: string;
  setAt: Instant;
  setBy: string;
  setByName: string;
  source: 'map' | 'coordinates';
  /** What was said, in the system it was said in. */
  given: JSONColumnType<PositionGiven>;
  before: JSONColumnType<Position> | null;
  after: JSONColumnType<Position>;
  undoneAt: Instant | null;
  undoneByName: string | null;
}

export interface HandlerTable {
  tenant: string;
  id: string;
  code: string;
  kind: HandlerKind;
  name: string;
  sex: 'male' | 'female';
  licenceNumber: string | null;
  licensedFrom: LocalDate | null;
  criminalDefenceSince: LocalDate | null;
  trainedForMinors: boolean;
  specialities: string[];
  languages: string[];
  paidByTreasury: boolean;
  agencyId: string;
  baseRegion: string;
  phone: string | null;
  joinedOn: LocalDate;
  accountId: string | null;
  status: HandlerStatus;
  statusSince: LocalDate;
  statusReason: string | null;
  demonstration: boolean;
  version: number;
}

export interface ExpertTable {
  tenant: string;
  id: string;
  code: string;
  name: string;
  title: string;
  organisation: string;
  fields: string[];
  handlerId: string | null;
  appointedOn: LocalDate;
  status: 'active' | 'left';
  demonstration: boolean;
  version: number;
}

export interface LiaisonTable {
  tenant: string;
  id: string;
  code: string;
  name: string;
  sex: 'male' | 'female';
  region: string;
  agencyId: string;
  phone: string | null;
  languages: string[];
  appointedOn: LocalDate;
  accountId: string | null;
  status: 'active' | 'left';
  demonstration: boolean;
  version: number;
}

export type NetworkTables = {
  region: RegionTable;
  agency: AgencyTable;
  agencyPhoto: AgencyPhotoTable;
  positionSet: PositionSetTable;
  handler: HandlerTable;
  expert: ExpertTable;
  liaison: LiaisonTable;
};
