import { type FieldFault, fault, ok, type Result } from '../../../kernel/errors/index.ts';
import { daysBetween, type LocalDate } from '../../../kernel/time/index.ts';
import type { Assessment, Facts } from '../../policy/index.ts';
import type { ProvideProvisionally } from '../schema.ts';

/** 不足七日 (art. 44, first paragraph, item 1). */
const fewerDaysThan = 7;

/**
 * Why aid may not be given provisionally on this ground. Never where what is known already says no; a period must end
 * within the seven days; what the facts do not tell must be told in the decision.
 * @returns the day on which the period ends, where that is the ground
 */
export function checkProvisional(
  input: Pick<ProvideProvisionally, 'ground' | 'note' | 'periodExpiresOn'>,
  assessment: Assessment,
  facts: Facts,
  today: LocalDate,
): Result<LocalDate | null, FieldFault> {
  if (assessment.outcome === 'ineligible' || assessment.outcome === 'outOfScope')
    return fault({ pointer: '/ground', code: 'application.provisionalNotEligible' });
  if (input.ground === 'periodExpiring') {
    const expiresOn = input.periodExpiresOn ?? facts.matter.limitationExpiresOn;
    if (expiresOn === undefined) return fault({ pointer: '/periodExpiresOn', code: 'input.required' });
    const left = daysBetween(today, expiresOn);
    if (left < 0 || left >= fewerDaysThan)
      return fault({ pointer: '/periodExpiresOn', code: 'application.periodNotExpiring' });
    return ok(expiresOn);
  }
  const told = input.ground === 'preservation' && facts.matter.needsPreservation === true;
  if (!told && input.note === '') return fault({ pointer: '/note', code: 'application.reasonMissing' });
  return ok(null);
}

/**
 * What becomes of an application whose provisional aid had been ended, when the termination falls (art. 49). Whom the bureau has found
 * entitled is granted aid; where only the papers were missing, or the centre itself saw its mistake, the aid is provisional again.
 */
export function waysBack(
  ended: string | null,
  revokedFor: 'objection' | 'ownMotion',
): 'grantRestored' | 'restoreProvisional' {
  return ended === 'notEligible' && revokedFor === 'objection' ? 'grantRestored' : 'restoreProvisional';
}

/** Why the aid may not be ended on this ground yet. */
export function checkEnd(
  outcome: 'notMadeGood' | 'notEligible',
  provisional: { readonly completeBy: LocalDate; readonly completedAt: string | null },
  today: LocalDate,
): Result<true, 'application.provisionalRunning' | 'application.papersNotCome'> {
  if (outcome === 'notEligible')
    return provisional.completedAt === null ? fault('application.papersNotCome') : ok(true);
  return provisional.completedAt === null && today > provisional.completeBy
    ? ok(true)
    : fault('application.provisionalRunning');
}
