import { localDateOf } from '../../../kernel/time/index.ts';
import { type Runner, runUseCase } from '../../../kernel/use-case/index.ts';
import {
  appropriate,
  approveSubsidy,
  createBatch,
  fundBalance,
  listSubsidies,
  payBatch,
  proposeSubsidy,
  readBatch,
  reconcileBatch,
} from '../../../modules/subsidies/index.ts';
import type { Random } from '../random.ts';
import { type Tenant, tenants } from '../tenants.ts';
import type { Staff } from './staff.ts';

/** Yuan a year from each level: invented, large enough for the stories. */
const budgets = { central: 400_000, province: 300_000, city: 250_000, county: 350_000 } as const;

/** The year's money arrives from the four levels. */
export async function fundCentres(runner: Runner, staff: Staff): Promise<void> {
  const year = Number(localDateOf(runner.clock.now()).slice(0, 4));
  for (const tenant of tenants) {
    const finance = staff.at(tenant, 'finance');
    for (const [source, yuan] of Object.entries(budgets) as [keyof typeof budgets, number][]) {
      await runUseCase(runner, finance, (tx) =>
        appropriate(tx, finance, {
          tenant,
          source,
          year,
          amount: yuan * 100,
          memo: '年初拨入（演示）',
          demonstration: true,
        }),
      );
    }
  }
}

/**
 * What finance does on a day: amounts proposed within the band, approved by another, put in a batch, paid, reconciled.
 * @param upTo how far the work goes: the latest files stay where the visitor can take them further
 */
export async function settle(
  runner: Runner,
  staff: Staff,
  tenant: Tenant,
  random: Random,
  upTo: 'paid' | 'partly',
): Promise<void> {
  const finance = staff.at(tenant, 'finance');
  const manager = staff.at(tenant, 'manager');
  const due = await runUseCase(runner, finance, (tx) =>
    listSubsidies(tx, finance, { tenant, state: 'DUE', limit: 100 }),
  );
  for (const [i, row] of due.rows.entries()) {
    if (upTo === 'partly' && i % 4 === 3) continue;
    const amount = await amountWithin(runner, finance, tenant, row.id, random);
    const proposed = await runUseCase(runner, finance, (tx) =>
      proposeSubsidy(tx, finance, {
        tenant,
        subsidyId: row.id,
        version: row.version,
        ...amount,
        additions: [],
        deductions: [],
      }),
    );
    if (upTo === 'partly' && i % 4 === 2) continue;
    await runUseCase(runner, manager, (tx) =>
      approveSubsidy(tx, manager, { tenant, subsidyId: row.id, version: proposed.version }),
    );
  }
  const approved = await runUseCase(runner, finance, (tx) =>
    listSubsidies(tx, finance, { tenant, state: 'APPROVED', limit: 100 }),
  );
  const payable = upTo === 'partly' ? approved.rows.slice(1) : approved.rows;
  if (payable.length === 0) return;
  const year = Number(localDateOf(runner.clock.now()).slice(0, 4));
  const funds = await runUseCase(runner, finance, (tx) => fundBalance(tx, finance, { tenant, year }));
  const total = payable.reduce((sum, s) => sum + (s.amount ?? 0), 0);
  const fund =
    funds.filter((f) => f.available >= total)[random.int(0, 3) % Math.max(1, funds.length)] ??
    funds.find((f) => f.available >= total);
  if (fund === undefined) return;
  const batch = await runUseCase(runner, finance, (tx) =>
    createBatch(tx, finance, { tenant, fundId: fund.fundId, subsidyIds: payable.map((s) => s.id) }),
  );
  if (upTo === 'partly') return;
  const paid = await runUseCase(runner, finance, (tx) =>
    payBatch(tx, finance, {
      tenant,
      batchId: batch.batchId,
      version: batch.version,
      paidOn: tx.today,
      bankReference: `YS-${tenant}-${tx.today}`,
      references: [],
    }),
  );
  const { payments } = await runUseCase(runner, finance, (tx) =>
    readBatch(tx, finance, { tenant, batchId: batch.batchId }),
  );
  await runUseCase(runner, finance, (tx) =>
    reconcileBatch(tx, finance, {
      tenant,
      batchId: batch.batchId,
      version: paid.version,
      lines: payments.map((p) => ({ reference: p.reference ?? '', amount: p.amount })),
    }),
  );
}

/** An amount inside the tariff's band, in whole tens of yuan, with a reason; nothing where the tariff leaves no choice. */
async function amountWithin(
  runner: Runner,
  finance: Parameters<typeof listSubsidies>[1],
  tenant: Tenant,
  subsidyId: string,
  random: Random,
) {
  const { readSubsidy } = await import('../../../modules/subsidies/index.ts');
  const view = await runUseCase(runner, finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId }));
  const band = view.subsidy.offer?.band;
  if (band === undefined || band.min === band.max) return {};
  const steps = Math.floor((band.max - band.min) / 1000);
  return { amount: band.min + random.int(0, steps) * 1000, reason: '按案件难易程度和工作量核定' };
}
