import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { SubsidyTable } from '../tables.ts';
import { dbOf } from './db.ts';
import type { Subsidy } from './subsidies.ts';

/** Cases of one class and form of aid that were paid in a span of days, and what they came to together. */
export interface PaidSum extends Pick<SubsidyTable, 'class' | 'aidForm'> {
  readonly paid: number;
  readonly amount: number;
}

/** What was paid by the case. Staff paid by the treasury are left out: what they receive is no price of a case. */
export async function sumPaid(
  tx: Pick<Tx, 'db'>,
  tenants: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<readonly PaidSum[]> {
  const rows = await dbOf(tx)
    .selectFrom('subsidy')
    .select((eb) => ['class', 'aidForm', eb.fn.countAll<string>().as('paid'), eb.fn.sum<string>('amount').as('amount')])
    .where('tenant', 'in', [...tenants])
    .where('state', '=', 'PAID')
    .where('paidByTreasury', '=', false)
    .where('amount', '>', 0)
    .where('paidOn', '>=', from)
    .where('paidOn', '<=', to)
    .groupBy(['class', 'aidForm'])
    .execute();
  return rows.map((row) => ({ ...row, paid: Number(row.paid), amount: Number(row.amount) }));
}

const approvedColumns = [
  'tenant',
  'id',
  'class',
  'aidForm',
  'stage',
  'designatedOn',
  'closedOn',
  'paidByTreasury',
  'offer',
  'asked',
  'amount',
] as const;
export type ApprovedRow = Pick<Subsidy, (typeof approvedColumns)[number]>;

/** One page of a centre's subsidies approved in a span of days, paid or still to be paid, in the order of their ids. */
export async function selectApproved(
  tx: Pick<Tx, 'db'>,
  of: {
    readonly tenant: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly ApprovedRow[]> {
  let query = dbOf(tx)
    .selectFrom('subsidy')
    .select(approvedColumns)
    .where('tenant', '=', of.tenant)
    .where('state', 'in', ['APPROVED', 'BATCHED', 'PAID'])
    .where('approvedOn', '>=', of.from)
    .where('approvedOn', '<=', of.to)
    .orderBy('id')
    .limit(of.limit);
  if (of.after !== undefined) query = query.where('id', '>', of.after);
  return query.execute();
}
