import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Law, PaidForKind } from '../../policy/index.ts';
import { reprice } from '../rules/reprice.ts';
import { tariffQuestion } from '../rules/tariff-question.ts';
import { selectApproved, sumPaid } from '../store/approved.ts';

interface Period {
  readonly tenants: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What was paid by the case in a period, by kind of work: the average of the house's own experience. The caller authorises. */
export async function paidByKind(db: Pick<Tx, 'db'>, { tenants, from, to }: Period): Promise<readonly PaidForKind[]> {
  const kinds = new Map<PaidForKind['kind'], { paid: number; amount: number }>();
  for (const { class: matterClass, aidForm, paid, amount } of await sumPaid(db, tenants, from, to)) {
    const { kind } = tariffQuestion({
      tenant: '',
      class: matterClass,
      aidForm,
      stage: null,
      designatedOn: from,
      closedOn: to,
      paidByTreasury: false,
    });
    const sum = kinds.get(kind) ?? { paid: 0, amount: 0 };
    kinds.set(kind, { paid: sum.paid + paid, amount: sum.amount + amount });
  }
  return [...kinds].map(([kind, sum]) => ({ kind, ...sum }));
}

/** The subsidies approved in a period, as they are and as they would be. Fen. */
export interface RepricedPeriod {
  readonly subsidies: number;
  readonly amount: number;
  /** The same under the other tariff; what it would not pay for counts as nothing. */
  readonly amountThen: number;
  /** Subsidies that come to another sum. */
  readonly changed: number;
  readonly unpriced: number;
}

const pageSize = 500;

/**
 * What the subsidies approved in a period would have cost under another body of law. One page at a time, each in a look of its own; `between`
 * is waited for after every page, and may throw to stop.
 */
export async function repricePeriod(
  look: <T>(read: (db: Pick<Tx, 'db'>) => Promise<T>) => Promise<T>,
  { tenants, from, to }: Period,
  law: Law,
  between: () => Promise<void>,
): Promise<RepricedPeriod> {
  let [subsidies, amount, amountThen, changed, unpriced] = [0, 0, 0, 0, 0];
  for (const tenant of tenants) {
    let after: string | undefined;
    for (;;) {
      const rows = await look((db) => selectApproved(db, { tenant, from, to, after, limit: pageSize }));
      for (const row of rows) {
        const { offer, asked, amount: was, ...work } = row;
        if (offer === null || asked === null || was === null) continue;
        const then = reprice({ work, offer, asked, amount: was }, law);
        subsidies += 1;
        amount += was;
        amountThen += then ?? 0;
        if (then !== was) changed += 1;
        if (then === undefined) unpriced += 1;
      }
      after = rows.at(-1)?.id;
      if (rows.length < pageSize) break;
      await between();
    }
  }
  return { subsidies, amount, amountThen, changed, unpriced };
}
