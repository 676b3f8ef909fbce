import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedFile } from '../../kernel/files/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { workOutbox } from '../../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import {
  appropriate,
  bouncePayment,
  checkCost,
  createBatch,
  dissolveBatch,
  fundBalance,
  listAdvices,
  listCosts,
  payBatch,
  recountSubsidies,
  refuseCost,
  subsidyJobs,
  verifyFunds,
  withdrawCost,
} from '../subsidies/index.ts';
import type { ClaimCost } from './cost-schema.ts';
import { acceptDesignation, claimCost, designateHandler, keepReceipt, readCase, recordAgreement } from './index.ts';
import {
  clerk,
  designator,
  finance,
  grantedCase,
  handler,
  handlerActor,
  manager,
  openOffice,
  refusalOf,
  tenant,
} from './testing/office.ts';

onEachEngine('direct costs', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let files = 0;
  const lawyer = handlerActor('L1');
  const colleague = handlerActor('L2');

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [handler('L1'), handler('L2', { agency: 'F2' })]);
  });
  afterAll(() => world.close());

  const inHand = async () => {
    const { caseId } = await grantedCase(world);
    let { version } = await world.as(designator, (tx) =>
      designateHandler(tx, designator, { tenant, caseId, version: 1, handlerId: ids.get('L1') ?? '', reason: '专长' }),
    );
    ({ version } = await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, { tenant, caseId, version })));
    ({ version } = await world.as(lawyer, (tx) =>
      recordAgreement(tx, lawyer, { tenant, caseId, version, signedOn: tx.today, scope: 'general', specialPowers: [] }),
    ));
    return { tenant, caseId, version };
  };
  type At = Awaited<ReturnType<typeof inHand>>;
  const receipt = async (at: At, change: Partial<AcceptedFile> = {}, who = lawyer) => {
    files += 1;
    const file = {
      name: `票据${files}.png`,
      kind: 'png',
      bytes: 100,
      hash: String(files).padStart(64, 'a'),
      ...change,
    };
    return (await world.as(who, (tx) => keepReceipt(tx, who, { ...at, file: file as AcceptedFile }))).attachmentId;
  };
  const claim = async (at: At, change: Partial<ClaimCost> = {}, who = lawyer) => {
    const receipts = change.receipts ?? [await receipt(at, {}, who)];
    const made = await world.as(who, (tx) =>
      claimCost(tx, who, {
        ...at,
        kind: 'translation',
        spentOn: '2026-11-24',
        amount: 60_000,
        purpose: '傣语翻译一次',
        ...change,
        receipts,
      }),
    );
    at.version = made.version;
    return made.costId;
  };
  const check = (costId: string, allowed: number, who = finance, version = 1) =>
    world.as(who, (tx) => checkCost(tx, who, { tenant, costId, version, allowed }));
  const costs = async (at: At, who = manager) =>
    (await world.as(who, (tx) => readCase(tx, who, { tenant, caseId: at.caseId }))).costs;
  const city = async () =>
    (await world.as(finance, (tx) => fundBalance(tx, finance, { tenant, year: 2026 }))).find(
      (f) => f.source === 'city',
    );

  test('claimed with its receipt, checked by finance, seen on the case; nobody checks their own', async () => {
    const at = await inHand();
    expect(await refusalOf(receipt(at, {}, colleague))).toBe('case.notYours');
    expect(await refusalOf(claim(at, { receipts: ['00000000-0000-7000-8000-000000000099'] }))).toBe(
      'input.invalid /receipts/0 case.receiptUnknown',
    );
    expect(await refusalOf(claim(at, { spentOn: '2026-11-23' }))).toBe(
      'input.invalid /spentOn case.dateBeforeDesignation',
    );
    expect(await refusalOf(claim(at, { spentOn: '2026-11-25' }))).toBe('input.invalid /spentOn case.dateInFuture');
    const costId = await claim(at);
    expect(await costs(at, lawyer)).toMatchObject([
      { state: 'CLAIMED', claimed: 60_000, allowed: null, receipts: [{}], allowedActions: ['withdraw'] },
    ]);
    expect(await refusalOf(check(costId, 60_000, clerk))).toBe('auth.forbidden');
    expect(await refusalOf(check(costId, 60_001))).toBe('input.invalid /allowed cost.moreThanClaimed');
    await check(costId, 55_001);
    expect(await costs(at)).toMatchObject([
      { state: 'CHECKED', allowed: 55_001, rule: 'tariff-baoshan-2017.translation' },
    ]);
    expect(
      (await world.as(finance, (tx) => listCosts(tx, finance, { tenant, state: 'CHECKED' }))).map((c) => c.id),
    ).toContain(costId);
    expect(await world.as(lawyer, (tx) => listCosts(tx, lawyer, { tenant }))).toEqual([]);
    // What is left of the item for this case, to the fen.
    const second = await claim(at);
    expect(await refusalOf(check(second, 45_000))).toBe('input.invalid /allowed cost.overLimit');
    await check(second, 44_999);
  });

  test('what the tariff does not pay apart, and travel by its days', async () => {
    const at = await inHand();
    expect(await refusalOf(check(await claim(at, { kind: 'postage', amount: 1_200 }), 1_200))).toBe(
      'input.invalid /allowed cost.notOffered',
    );
    expect(await refusalOf(check(await claim(at, { kind: 'travel', amount: 40_000 }), 40_000))).toBe(
      'input.invalid /allowed cost.unitsMissing',
    );
    await check(await claim(at, { kind: 'travel', units: 2, amount: 40_000 }), 40_000);
  });

  test('a receipt is paid back once, whoever hands it in; one that was refused or withdrawn is free again', async () => {
    const [one, other] = [await inHand(), await inHand()];
    const hash = 'b'.repeat(64);
    const first = await claim(one, { receipts: [await receipt(one, { hash })] });
    const again = await receipt(other, { hash });
    expect(await refusalOf(claim(other, { receipts: [again] }))).toBe('input.invalid /receipts/0 cost.receiptUsed');
    expect(
      await refusalOf(world.as(clerk, (tx) => withdrawCost(tx, clerk, { tenant, costId: first, version: 1 }))),
    ).toBe('cost.notYours');
    await world.as(lawyer, (tx) => withdrawCost(tx, lawyer, { tenant, costId: first, version: 1 }));
    const second = await claim(other, { receipts: [again] });
    await world.as(finance, (tx) =>
      refuseCost(tx, finance, { tenant, costId: second, version: 1, reason: '票据看不清' }),
    );
    await claim(other, { receipts: [again] });
    expect((await costs(other)).map(({ state }) => state)).toEqual(['REFUSED', 'CLAIMED']);
  });

  test('paid in a batch: the fund shows it to the fen, the handler is told, the bank may send it back', async () => {
    const at = await inHand();
    const costId = await claim(at, { amount: 12_345 });
    const fund = await world.as(finance, (tx) =>
      appropriate(tx, finance, {
        tenant,
        source: 'city',
        year: 2026,
        amount: 20_000,
        memo: '预算',
        demonstration: true,
      }),
    );
    const batch = () =>
      world.as(finance, (tx) => createBatch(tx, finance, { tenant, fundId: fund.fundId, costIds: [costId] }));
    expect(await refusalOf(batch())).toBe('cost.notChecked');
    expect(await refusalOf(world.as(finance, (tx) => createBatch(tx, finance, { tenant, fundId: fund.fundId })))).toBe(
      'input.invalid /subsidyIds batch.empty',
    );
    await check(costId, 12_345);
    const dropped = await batch();
    expect(await city()).toMatchObject({ available: 7_655, committed: 12_345, expended: 0, directCosts: 0 });
    await world.as(finance, (tx) =>
      dissolveBatch(tx, finance, { tenant, batchId: dropped.batchId, version: 1, reason: '改日再付' }),
    );
    expect(await city()).toMatchObject({ available: 20_000, committed: 0 });
    const { batchId, total } = await batch();
    expect(total).toBe(12_345);
    const pay = { tenant, batchId, version: 1, paidOn: '2026-11-24', bankReference: 'COST-1', references: [] };
    await world.as(finance, (tx) => payBatch(tx, finance, pay));
    expect(await city()).toMatchObject({ available: 7_655, committed: 0, expended: 12_345, directCosts: 12_345 });
    expect((await costs(at))[0]).toMatchObject({ state: 'PAID', paidOn: '2026-11-24', paymentReference: 'COST-1-1' });
    await workOutbox(world.runner, subsidyJobs, silentLog);
    expect(await world.as(lawyer, (tx) => listAdvices(tx, lawyer, { tenant }))).toMatchObject([{ amount: 12_345 }]);
    const counted = async () =>
      (await world.direct((tx) => recountSubsidies(tx))).filter(
        (r) => r.name === 'costs.paidFen' && r.dimension === 'all',
      );
    expect(await counted()).toMatchObject([{ n: 12_345 }]);
    await world.as(finance, (tx) =>
      bouncePayment(tx, finance, {
        tenant,
        batchId,
        version: 2,
        subsidyId: costId,
        returnedOn: '2026-11-24',
        reason: '账号有误',
      }),
    );
    expect((await costs(at))[0]).toMatchObject({ state: 'CHECKED', paidOn: null });
    expect(await city()).toMatchObject({ available: 20_000, expended: 0, directCosts: 0 });
    expect(await world.direct((tx) => verifyFunds(tx))).toEqual([]);
    expect(await counted()).toEqual([]);
  });
});
