import type { CriminalStage, Language, NoticeGround, NotifyingOrgan } from './codes.ts';
import { post } from './http.ts';
import type { Bilingual } from './matter.ts';
import type { PersonInput } from './person-input.ts';

/** 通知辩护, as the desk sends it. */
export interface NoticeInput {
  readonly organ: NotifyingOrgan;
  readonly organName: string;
  readonly noticeNumber?: string;
  readonly organCaseNumber?: string;
  readonly officer: string;
  readonly officerContact: string;
  readonly ground: NoticeGround;
  readonly stage: CriminalStage;
  readonly receivedOn: string;
  readonly person: PersonInput;
  readonly language?: Language;
  readonly charge?: string;
  readonly lifeOrDeathPossible?: boolean;
  readonly summaryOrFastTrack?: boolean;
  readonly custodyPlace?: string;
  readonly hearingOn?: string;
  readonly hearingAt?: string;
  readonly hearingPlace?: string;
  readonly coDefendants: string[];
  readonly earlierCaseId?: string;
  readonly note?: string;
}

export interface RegisteredNotice {
  readonly tenant: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly number: string;
  readonly designateBy: string | null;
  readonly warnings: readonly Bilingual[];
}

export interface EarlierCase {
  readonly caseId: string;
  readonly number: string;
  readonly stage: string | null;
  readonly state: string;
  readonly recipientName: string;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly grantedOn: string;
}

export function registerNotice(tenant: string, notice: NoticeInput, key: string): Promise<RegisteredNotice> {
  return post(`/api/notices/${tenant}`, notice, key);
}

/** Criminal cases of the same person or proceeding; asked in the body, so that no log keeps the number. */
export function findEarlierCases(
  tenant: string,
  by: { readonly documentNumber?: string; readonly organCaseNumber?: string },
): Promise<{ readonly cases: readonly EarlierCase[] }> {
  return post(`/api/notices/${tenant}/earlier-cases`, by);
}
