import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { computeSubsidy, lawOf, type PolicyFault, proposeSubsidy as tariffOffer } from '../../policy/index.ts';
import { costKinds } from '../rules/direct-costs.ts';
import { tariffQuestion } from '../rules/tariff-question.ts';
import type { Asked, ProposeSubsidy } from '../schema.ts';
import { costsOfCase } from '../store/costs.ts';
import { loadForMove, moveSubsidy } from './move.ts';

/**
 * 提出补贴金额: a base inside the tariff's band with its reason, and what is added or taken off. The tariff judges it; its
 * trace, line by line, is kept. @throws Refusal `input.invalid` at the fields, `subsidy.noTariff`
 */
export async function proposeSubsidy(
  tx: Tx,
  actor: Actor,
  input: ProposeSubsidy,
): Promise<{ version: number; amount: number }> {
  const subsidy = await loadForMove(tx, actor, input, 'propose');
  const { tenant: _tenant, subsidyId: _id, version: _version, ...asked } = input satisfies ProposeSubsidy;
  const beside = new Set(
    (await costsOfCase(tx, subsidy.tenant, subsidy.caseId)).flatMap(({ allowed, kind }) =>
      allowed === null ? [] : [costKinds[kind].item as string],
    ),
  );
  const twice = asked.additions.flatMap(({ key }, i) =>
    beside.has(key) ? [{ pointer: `/additions/${i}/key`, code: 'cost.paidBeside' }] : [],
  );
  if (twice.length > 0) throw new Refusal('input.invalid', {}, twice);
  const question = tariffQuestion(subsidy);
  const computed = computeSubsidy({ ...question, ...(asked satisfies Asked) }, lawOf(tx));
  if (!computed.ok) throw refused(computed.faults);
  const { amount, lines } = computed.value;
  // The tariff may have been entered after the file was accepted: what it offers now is what was judged.
  const offer = tariffOffer(question, lawOf(tx));
  const moved = await moveSubsidy(
    tx,
    subsidy,
    'propose',
    {
      ...(offer.ok ? { offer: JSON.stringify(offer.value) } : {}),
      asked: JSON.stringify(asked),
      lines: JSON.stringify(lines),
      amount,
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposedOn: tx.today,
      returnReason: null,
    },
    { amount, tariff: computed.value.tariffKey, lines: lines.map(({ rule, amountFen }) => ({ rule, amountFen })) },
  );
  return { version: moved.version, amount };
}

function refused(faults: readonly PolicyFault[]): Refusal {
  if (faults.some((f) => f.code === 'noTariff')) return new Refusal('subsidy.noTariff');
  return new Refusal(
    'input.invalid',
    {},
    faults.map(({ pointer, code, text }) => ({
      pointer,
      code: `subsidy.tariff.${code}`,
      details: { zh: text.zh, en: text.en },
    })),
  );
}
