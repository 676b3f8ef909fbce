import type { FieldFault } from '../../../kernel/errors/index.ts';
import { daysBetween, type LocalDate } from '../../../kernel/time/index.ts';
import { ageOn, type CriminalStage, type NotifyingOrgan } from '../../policy/index.ts';
import type { NoticeGround } from '../notice-schema.ts';
import type { Words } from '../schema.ts';

/** What a notice says that must agree with itself. */
export interface NoticeFacts {
  readonly organ: NotifyingOrgan;
  readonly ground: NoticeGround;
  readonly stage: CriminalStage;
  readonly receivedOn: LocalDate;
  readonly birthDate: LocalDate | undefined;
  readonly hearingOn?: LocalDate | undefined;
  readonly summaryOrFastTrack?: boolean | undefined;
}

/** Stages in which each organ handles a case: the procuratorate investigates some crimes itself. */
const stagesOf: Readonly<Record<NotifyingOrgan, readonly CriminalStage[]>> = {
  police: ['investigation'],
  procuratorate: ['investigation', 'prosecutionReview'],
  court: ['firstInstance', 'secondInstance', 'deathPenaltyReview', 'retrial', 'compulsoryMedical'],
};
const trials: readonly CriminalStage[] = ['firstInstance', 'secondInstance', 'retrial'];

/** Grounds that belong to one stage, both ways. */
const stageOfGround: Partial<Readonly<Record<NoticeGround, CriminalStage>>> = {
  deathPenaltyReview: 'deathPenaltyReview',
  compulsoryMedical: 'compulsoryMedical',
};

/** Days after which a notice is no late entry any more but a slip of the pen in the year: its clocks ran out long ago. */
const oldest = 366;

/** Everything on a notice that contradicts the Law or itself; empty when it may be registered. */
export function noticeFaults(n: NoticeFacts, today: LocalDate): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (n.receivedOn > today) faults.push({ pointer: '/receivedOn', code: 'case.dateInFuture' });
  if (daysBetween(n.receivedOn, today) > oldest) faults.push({ pointer: '/receivedOn', code: 'case.notice.old' });
  if (!stagesOf[n.organ].includes(n.stage)) faults.push({ pointer: '/stage', code: 'case.notice.stageOrgan' });
  const ownStage = stageOfGround[n.ground];
  const ground =
    ownStage !== undefined
      ? ownStage === n.stage
      : n.ground === 'discretionary' || n.ground === 'inAbsentia'
        ? trials.includes(n.stage)
        : n.stage !== 'compulsoryMedical';
  if (!ground) faults.push({ pointer: '/ground', code: 'case.notice.groundStage' });
  if (n.ground === 'minor') {
    if (n.birthDate === undefined) faults.push({ pointer: '/person/birthDate', code: 'input.required' });
    else if (ageOn(n.birthDate, n.receivedOn) >= 18) faults.push({ pointer: '/ground', code: 'case.notice.notMinor' });
  }
  if (n.hearingOn !== undefined && n.hearingOn < n.receivedOn) {
    faults.push({ pointer: '/hearingOn', code: 'case.notice.hearingPast' });
  }
  return faults;
}

/** Days before a hearing on which the court must have sent its notice (SPC 2021 art. 49). */
const daysBeforeHearing = 15;

/** What the desk is told of a notice that may be registered all the same: the court was late, and there is little time. */
export function noticeWarnings(n: NoticeFacts): readonly Words[] {
  if (n.organ !== 'court' || n.hearingOn === undefined || n.summaryOrFastTrack === true) return [];
  const days = daysBetween(n.receivedOn, n.hearingOn);
  if (days >= daysBeforeHearing) return [];
  return [
    {
      zh: `离开庭只有 ${days} 天，法院应当在开庭十五日以前通知（最高法刑诉解释第四十九条），可以建议延期。`,
      en: `Only ${days} days to the hearing; the court must notify fifteen days before (SPC 2021 art. 49). Ask for it to be put off.`,
    },
  ];
}
