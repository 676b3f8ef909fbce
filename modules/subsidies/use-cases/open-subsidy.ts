import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { lawOf, proposeSubsidy as tariffOffer } from '../../policy/index.ts';
import { type SubsidyState, subsidyLifecycle } from '../lifecycle.ts';
import { tariffQuestion } from '../rules/tariff-question.ts';
import type { OpenSubsidy } from '../schema.ts';
import { findSubsidyOfCase, insertSubsidy } from '../store/subsidies.ts';

/** What a case's page shows of its subsidy. */
export interface SubsidySummary {
  readonly subsidyId: string;
  readonly state: SubsidyState;
  readonly amount: number | null;
  readonly paidOn: LocalDate | null;
}

/**
 * 补贴到期: a file was accepted, so its handler is owed a subsidy (Legal Aid Law art. 52). What the tariff of the day offers
 * is kept with it. The caller has authorised the step. @throws Refusal `subsidy.openTwice`
 */
export async function openSubsidy(tx: Tx, _actor: Actor, input: OpenSubsidy): Promise<{ subsidyId: string }> {
  if ((await findSubsidyOfCase(tx, input.tenant, input.caseId)) !== undefined) throw new Refusal('subsidy.openTwice');
  const offer = tariffOffer(tariffQuestion(input), lawOf(tx));
  const subsidyId = tx.newId();
  await insertSubsidy(tx, {
    ...input,
    id: subsidyId,
    state: subsidyLifecycle.initial,
    version: 1,
    offer: offer.ok ? JSON.stringify(offer.value) : null,
  });
  tx.record({
    tenant: input.tenant,
    matterId: input.matterId,
    kind: 'subsidy.opened',
    subject: 'subsidy',
    subjectId: subsidyId,
    payload: {
      caseId: input.caseId,
      handlerId: input.handlerId,
      tariff: offer.ok ? offer.value.tariffKey : null,
      min: offer.ok ? offer.value.band.min : null,
      max: offer.ok ? offer.value.band.max : null,
    },
  });
  return { subsidyId };
}

/** The subsidy of a case, once its file is accepted. The caller has authorised reading the case. */
export async function subsidyOfCase(tx: Tx, tenant: string, caseId: string): Promise<SubsidySummary | undefined> {
  const found = await findSubsidyOfCase(tx, tenant, caseId);
  return found && { subsidyId: found.id, state: found.state, amount: found.amount, paidOn: found.paidOn };
}
