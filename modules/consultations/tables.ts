import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { ConsultationChannel } from './schema.ts';

export interface ConsultationTable {
  tenant: string;
  id: string;
  version: number;
  agencyId: string | null;
  channel: ConsultationChannel;
  personId: string | null;
  personName: string | null;
  groups: string[];
  topic: string;
  class: string;
  region: string | null;
  /** Question and answer, sealed: both name people and troubles. */
  wordsSealed: string;
  answered: boolean;
  callBack: boolean;
  registeredBy: string;
  registeredAt: Instant;
  registeredOn: LocalDate;
  applicationId: string | null;
  applicationNumber: string | null;
  demonstration: boolean;
}

export type ConsultationTables = {
  consultation: ConsultationTable;
};
