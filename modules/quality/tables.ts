import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { Face } from './schema.ts';

export interface SatisfactionTable {
  tenant: string;
  caseId: string;
  matterId: string;
  caseNumber: string;
  face: Face;
  wordsSealed: string | null;
  class: string;
  cause: string | null;
  groups: string[];
  handlerId: string | null;
  handlerName: string | null;
  answeredAt: Instant;
  answeredOn: LocalDate;
  demonstration: boolean;
}

export type QualityTables = {
  satisfaction: SatisfactionTable;
};
