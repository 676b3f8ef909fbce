import type { CriminalStage, Language, NoticeGround, NotifyingOrgan } from '../../api/codes.ts';
import type { NoticeInput } from '../../api/notices.ts';
import { type PersonValues, personFieldOf, personInputOf } from '../../parts/person-values.ts';

/** What the form holds while a notice is entered. */
export interface NoticeValues {
  readonly organ: NotifyingOrgan;
  readonly organName?: string;
  readonly noticeNumber?: string;
  readonly organCaseNumber?: string;
  readonly officer?: string;
  readonly officerContact?: string;
  readonly ground?: NoticeGround;
  readonly stage: CriminalStage;
  readonly receivedOn: string;
  readonly person: PersonValues;
  readonly language?: Language;
  readonly charge?: string;
  readonly lifeOrDeathPossible?: boolean;
  readonly summaryOrFastTrack?: boolean;
  readonly custodyPlace?: string;
  readonly hearingOn?: string;
  readonly hearingAt?: string;
  readonly hearingPlace?: string;
  readonly coDefendants?: string;
  readonly earlierCaseId?: string;
  readonly note?: string;
}

/** Stages in which each organ handles a case. */
export const stagesOfOrgan: Readonly<Record<NotifyingOrgan, readonly CriminalStage[]>> = {
  police: ['investigation'],
  procuratorate: ['prosecutionReview', 'investigation'],
  court: ['firstInstance', 'secondInstance', 'deathPenaltyReview', 'retrial', 'compulsoryMedical'],
};

export function noticeInputOf(values: NoticeValues): NoticeInput {
  const { person, ground, coDefendants, lifeOrDeathPossible, summaryOrFastTrack, ...rest } = values;
  const kept = Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) =>
      typeof value !== 'string' || value.trim() === '' ? [] : [[key, value.trim()]],
    ),
  ) as unknown as Omit<NoticeInput, 'person' | 'ground' | 'coDefendants'>;
  return {
    ...kept,
    officer: values.officer?.trim() ?? '',
    officerContact: values.officerContact?.trim() ?? '',
    organName: values.organName?.trim() ?? '',
    ground: ground ?? 'otherByLaw',
    person: personInputOf(person),
    ...(lifeOrDeathPossible === true ? { lifeOrDeathPossible } : {}),
    ...(summaryOrFastTrack === true ? { summaryOrFastTrack } : {}),
    coDefendants: (coDefendants ?? '')
      .split(/[、，,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}

/** Where a fault of the server's belongs in the form. */
export function noticeFieldOf(path: readonly (string | number)[]): (string | number)[] {
  if (path[0] === 'person') return personFieldOf(path);
  return path[0] === 'coDefendants' ? ['coDefendants'] : [...path];
}
