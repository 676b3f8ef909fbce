import type { JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { ComplaintState } from './lifecycle.ts';
import type { Federation } from './rules/federations.ts';
import type { GroundKey } from './rules/grounds.ts';
import type { ComplaintRuleSet } from './rules/rule-set.ts';
import type { AgainstKind, ComplaintDoor, Measure, NonAcceptanceGround, Outcome, Standing } from './schema.ts';

export interface ComplaintTable {
  tenant: string;
  id: string;
  number: string;
  queryCodeIndex: string;
  state: ComplaintState;
  version: number;
  door: ComplaintDoor;
  /** Said by mouth, written down by somebody, read back and signed. */
  oral: boolean;
  standing: Standing;
  anonymous: boolean;
  /** Name, telephone, address: shown to nobody but the bureau, and there only masked until a reason is given. */
  complainantSealed: string;
  /** Of the telephone: finds what the same person said before. */
  complainantIndex: string | null;
  wordsSealed: string;
  /** What the bureau found and decided. */
  findingsSealed: string;
  grounds: GroundKey[];
  againstKind: AgainstKind;
  againstName: string | null;
  handlerId: string | null;
  againstAccountId: string | null;
  agencyId: string | null;
  caseId: string | null;
  aboutMatterId: string | null;
  matterNumber: string | null;
  groups: string[];
  consultationId: string | null;
  ruleSet: ComplaintRuleSet;
  receivedOn: LocalDate;
  receivedAt: Instant;
  registeredBy: string;
  dueOn: LocalDate | null;
  dueStep: string | null;
  dueCitation: string | null;
  askedOn: LocalDate | null;
  answerBy: LocalDate | null;
  acceptedOn: LocalDate | null;
  refusedGround: NonAcceptanceGround | null;
  passedTo: JSONColumnType<{ readonly name: string; readonly tenant?: string; readonly complaintId?: string }> | null;
  passedFrom: JSONColumnType<{ readonly tenant: string; readonly complaintId: string }> | null;
  mergedInto: string | null;
  entrustedTo: string | null;
  entrustedUntil: LocalDate | null;
  investigatorId: string | null;
  investigatorName: string | null;
  toldFederations: Federation[];
  decidedBy: string | null;
  decidedOn: LocalDate | null;
  outcome: Outcome | null;
  measures: Measure[];
  repliedOn: LocalDate | null;
  servedOn: LocalDate | null;
  endedOn: LocalDate | null;
  demonstration: boolean;
  /** In which the person complained, and is answered by message. */
  language: 'zh' | 'en';
}

export interface ComplaintMessageTable {
  tenant: string;
  id: string;
  key: string;
  complaintId: string;
  aboutMatterId: string | null;
  channel: 'sms' | 'web';
  kind: string;
  text: string;
  createdAt: Instant;
}

export type ComplaintTables = { complaint: ComplaintTable; complaintMessage: ComplaintMessageTable };
