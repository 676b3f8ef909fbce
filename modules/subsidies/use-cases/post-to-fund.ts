import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type LedgerFault, type PostingKind, post } from '../rules/ledger.ts';
import { yuanText } from '../rules/money-text.ts';
import { fundSourceText } from '../schema.ts';
import { type Fund, savePosting } from '../store/funds.ts';

interface PostingDetails {
  readonly memo: string;
  readonly batchId?: string;
  readonly paymentId?: string;
}

/**
 * Post to a fund that was locked: two entries, the new balance, and the event in the fund's own chain.
 * @throws Refusal `fund.short` naming what is missing
 */
export async function postToFund(
  tx: Tx,
  actor: Actor,
  fund: Fund,
  kind: PostingKind,
  amount: number,
  { memo, batchId, paymentId }: PostingDetails,
): Promise<Fund> {
  const { appropriated, available, committed, expended } = fund;
  const posted = post({ appropriated, available, committed, expended }, kind, amount);
  if (!posted.ok) throw refused(fund, posted.fault);
  const id = tx.newId();
  const saved = await savePosting(
    tx,
    fund,
    {
      tenant: fund.tenant,
      id,
      fundId: fund.id,
      kind,
      amount,
      postedOn: tx.today,
      postedAt: tx.at,
      postedBy: actor.id,
      batchId: batchId ?? null,
      paymentId: paymentId ?? null,
      memo,
    },
    posted.value.entries,
    posted.value.balance,
  );
  // A fund is no matter: its own id stands for one, so that its postings have a chain of their own.
  tx.record({
    tenant: fund.tenant,
    matterId: fund.id,
    kind: 'fund.posted',
    subject: 'fund',
    subjectId: fund.id,
    payload: { postingId: id, kind, amount, batchId: batchId ?? null, available: posted.value.balance.available },
  });
  return saved;
}

function refused(fund: Fund, fault: LedgerFault): Refusal {
  if (fault.code === 'amountNotPositive') {
    return new Refusal('input.invalid', {}, [{ pointer: '/amount', code: 'input.outOfRange' }]);
  }
  const { zh, en } = fundSourceText[fund.source];
  return new Refusal('fund.short', {
    year: fund.year,
    sourceZh: zh,
    sourceEn: en.toLowerCase(),
    shortage: yuanText(fault.shortage),
    shortageFen: fault.shortage,
  });
}
