import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/errors/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { workOutbox } from '../../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { staffActor, systemActor } from '../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../documents/index.ts';
import {
  importRegister,
  listHandlers,
  loadRegister,
  type NewAgency,
  type NewHandler,
  registerAgencies,
  registerHandlers,
} from '../network/index.ts';
import {
  appropriate,
  approveSubsidy,
  bouncePayment,
  createBatch,
  dissolveBatch,
  fundBalance,
  listAdvices,
  listBatches,
  listSubsidies,
  type OpenSubsidy,
  openSubsidy,
  payBatch,
  proposeSubsidy,
  readBatch,
  readSubsidy,
  reconcileBatch,
  recountSubsidies,
  returnProposal,
  subsidyJobs,
  verifyFunds,
  withdrawAppropriation,
} from './index.ts';

const tenant = '530521';
const staff = (id: string, name: string, role: string) =>
  staffActor(id, name, [{ role, tenant, subtree: false }], [tenant]);
const finance = staff('00000000-0000-7000-8000-000000000001', '财务甲', 'finance');
const approver = staff('00000000-0000-7000-8000-000000000002', '审批乙', 'approver');
const both = staffActor(
  '00000000-0000-7000-8000-000000000003',
  '一人两职',
  [
    { role: 'finance', tenant, subtree: false },
    { role: 'approver', tenant, subtree: false },
  ],
  [tenant],
);
const account = (n: number) => `00000000-0000-7000-8000-0000000000a${n}`;
const lawyer = staff(account(1), '承办人1', 'handler');
const colleague = staff(account(2), '承办人2', 'handler');

const agency = (code: string, kind: NewAgency['kind'], name: string): NewAgency => ({
  tenant,
  code,
  kind,
  host: null,
  name,
  shortName: name.slice(0, 12),
  reportsTo: null,
  region: '530521101',
  address: null,
  phone: null,
  position: null,
  barrierFree: true,
  streetLevel: true,
  services: [],
  hours: { weekly: {}, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
});
const handler = (n: number): NewHandler => ({
  tenant,
  code: `L${n}`,
  kind: 'lawyer',
  name: `承办人${n}`,
  sex: 'female',
  licenceNumber: `0530521000000${n}`,
  licensedFrom: '2015-06-01',
  criminalDefenceSince: null,
  trainedForMinors: false,
  specialities: [],
  languages: ['mandarin'],
  paidByTreasury: false,
  agency: 'F',
  baseRegion: '530521101',
  phone: null,
  joinedOn: '2020-01-01',
  accountId: account(n),
  demonstration: true,
});

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.faults.map((f) => `${f.pointer} ${f.code}`)].join(' ');
  }
  return 'done';
}

onEachEngine('subsidies and funds', (open) => {
  let world: World;
  let handlers: ReadonlyMap<string, string>;
  let n = 0;

  beforeAll(async () => {
    world = await open();
    const register = loadRegister();
    handlers = await world.direct(async (tx) => {
      await importRegister(tx, systemActor, register);
      await registerAgencies(tx, systemActor, register, [
        agency('B', 'justiceBureau', '施甸县司法局'),
        agency('C', 'centre', '施甸县法律援助中心'),
        agency('F', 'lawFirm', '云南示例律师事务所'),
      ]);
      await registerHandlers(tx, systemActor, register, [handler(1), handler(2)]);
      return new Map((await listHandlers(tx, { tenant })).map((h) => [h.code, h.id]));
    });
  });
  afterAll(() => world.close());

  const due = async (change: Partial<OpenSubsidy> = {}): Promise<string> => {
    n += 1;
    const id = `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;
    const { subsidyId } = await world.direct((tx) =>
      openSubsidy(tx, systemActor, {
        tenant,
        matterId: id,
        caseId: id,
        caseNumber: `（2026）施法援民字第${String(n).padStart(6, '0')}号`,
        class: 'civil',
        aidForm: 'litigationRepresentation',
        stage: null,
        region: '530521101',
        recipientName: '受援人某',
        causeText: '请求支付劳动报酬',
        handlerId: handlers.get('L1') ?? '',
        handlerName: '承办人1',
        handlerUnit: '云南示例律师事务所',
        handlerKind: 'lawyer',
        paidByTreasury: false,
        designatedOn: '2026-09-01',
        closedOn: '2026-11-01',
        archivedOn: '2026-11-20',
        demonstration: true,
        ...change,
      }),
    );
    return subsidyId;
  };
  const propose = (subsidyId: string, more: object = {}, actor = finance, version = 1) =>
    world.as(actor, (tx) =>
      proposeSubsidy(tx, actor, {
        tenant,
        subsidyId,
        version,
        amount: 90_000,
        reason: '案情一般，开庭一次',
        additions: [],
        deductions: [],
        ...more,
      }),
    );
  const approve = (subsidyId: string, actor = approver, version = 2) =>
    world.as(actor, (tx) => approveSubsidy(tx, actor, { tenant, subsidyId, version }));
  const approved = async (amount = 90_000, change: Partial<OpenSubsidy> = {}): Promise<string> => {
    const id = await due(change);
    await propose(id, { amount });
    await approve(id);
    return id;
  };
  const fund = async (source: 'city' | 'county' | 'central', year = 2026) =>
    (await world.as(finance, (tx) => fundBalance(tx, finance, { tenant, year }))).find((f) => f.source === source);
  const give = (source: 'city' | 'county' | 'central', amount: number) =>
    world.as(finance, (tx) =>
      appropriate(tx, finance, { tenant, source, year: 2026, amount, memo: '年度预算', demonstration: true }),
    );
  const batch = (fundId: string, subsidyIds: string[]) =>
    world.as(finance, (tx) => createBatch(tx, finance, { tenant, fundId, subsidyIds }));
  const pay = (batchId: string, version = 1, bankReference = `ICBC-${batchId.slice(-6)}`) =>
    world.as(finance, (tx) =>
      payBatch(tx, finance, { tenant, batchId, version, paidOn: '2026-11-24', bankReference, references: [] }),
    );

  describe('the amount', () => {
    test('the tariff of the day is offered with the case', async () => {
      const id = await due();
      const view = await world.as(finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId: id }));
      expect(view.subsidy).toMatchObject({
        state: 'DUE',
        offer: { band: { min: 60_000, max: 150_000 }, verified: false },
      });
      expect(view.allowedActions).toEqual(['propose']);
    });

    test('one case has one subsidy', async () => {
      await due();
      n -= 1;
      expect(await refusalOf(due())).toBe('subsidy.openTwice');
    });

    test('outside the band, without a reason, or with an item that the tariff does not have: refused at the field', async () => {
      const id = await due();
      expect(await refusalOf(propose(id, { amount: 59_999 }))).toBe('input.invalid /amount subsidy.tariff.outsideBand');
      expect(await refusalOf(propose(id, { reason: undefined }))).toBe(
        'input.invalid /reason subsidy.tariff.reasonMissing',
      );
      expect(await refusalOf(propose(id, { additions: [{ key: 'bonus', amount: 1, reason: '好' }] }))).toBe(
        'input.invalid /additions/0/key subsidy.tariff.notOffered',
      );
      expect(await refusalOf(propose(id, { deductions: [{ key: 'lateFile', amount: 20_000, reason: '迟交' }] }))).toBe(
        'input.invalid /deductions/0/amount subsidy.tariff.tooMuch',
      );
    });

    test('the trace adds up to the fen', async () => {
      const id = await due();
      const { amount } = await propose(id, {
        additions: [{ key: 'travelOutsideCounty', units: 2, reason: '到昌宁开庭两天' }],
        deductions: [{ key: 'lateFile', amount: 12_345, reason: '逾期八天' }],
      });
      expect(amount).toBe(90_000 + 40_000 - 12_345);
      const { subsidy } = await world.as(finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId: id }));
      expect(subsidy.lines?.reduce((sum, l) => sum + l.amountFen, 0)).toBe(amount);
    });

    test('a second person approves, and the sheet is issued; or it goes back', async () => {
      const id = await due();
      await propose(id, {}, both);
      expect(await refusalOf(approve(id, both))).toBe('subsidy.sameHand');
      const mine = await world.as(both, (tx) => readSubsidy(tx, both, { tenant, subsidyId: id }));
      expect(mine.allowedActions).toEqual(['returnProposal']);
      const back = await world.as(approver, (tx) =>
        returnProposal(tx, approver, { tenant, subsidyId: id, version: 2, reason: '请附车票' }),
      );
      await propose(id, {}, finance, back.version);
      await approve(id, approver, back.version + 1);
      const { subsidy } = await world.as(finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId: id }));
      expect(subsidy.state).toBe('APPROVED');
      const papers = await world.direct((tx) => documentsOfMatter(tx, tenant, subsidy.matterId));
      expect(papers.map((p) => p.formKey)).toEqual(['subsidySheet']);
    });

    test('staff paid by the treasury who spent nothing: approved, nothing to pay, the end', async () => {
      const id = await due({ paidByTreasury: true, handlerKind: 'centreStaff' });
      await propose(id, { amount: undefined, reason: undefined });
      await approve(id);
      const { subsidy } = await world.as(finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId: id }));
      expect(subsidy).toMatchObject({ state: 'NOTHING_DUE', amount: 0 });
    });

    test('a handler sees what is due to them, and no colleague’s', async () => {
      const own = await world.as(lawyer, (tx) => listSubsidies(tx, lawyer, { limit: 100 }));
      expect(own.rows.length).toBe(n);
      const none = await world.as(colleague, (tx) => listSubsidies(tx, colleague, { limit: 100 }));
      expect(none.rows).toEqual([]);
      const id = own.rows[0]?.id ?? '';
      expect(await refusalOf(world.as(colleague, (tx) => readSubsidy(tx, colleague, { tenant, subsidyId: id })))).toBe(
        'record.notFound',
      );
    });
  });

  describe('the money', () => {
    test('a batch sets its sum aside, and the budget cannot be overdrawn by a fen', async () => {
      const ids = [await approved(90_000), await approved(60_001)];
      const { fundId } = await give('county', 150_000);
      const short = batch(fundId, ids);
      await expect(short).rejects.toMatchObject({
        code: 'fund.short',
        details: { year: 2026, sourceZh: '县级财政', shortage: '0.01', shortageFen: 1 },
      });
      await give('county', 1);
      const made = await batch(fundId, ids);
      expect(made).toMatchObject({ total: 150_001, payments: 2, version: 1 });
      expect(made.number).toContain('贴批');
      expect(await fund('county')).toMatchObject({
        appropriated: 150_001,
        available: 0,
        committed: 150_001,
        expended: 0,
      });
      expect(await refusalOf(batch(fundId, ids))).toBe('subsidy.notApproved');
    });

    test('paid in one commit: every subsidy, every payment, the ledger; sent twice it is paid once', async () => {
      const [open_] = await world.as(finance, (tx) => listBatches(tx, finance, { state: 'OPEN' }));
      const id = open_?.id ?? '';
      expect(
        await refusalOf(
          world.as(approver, (tx) =>
            payBatch(tx, approver, {
              tenant,
              batchId: id,
              version: 1,
              paidOn: '2026-11-24',
              bankReference: 'X',
              references: [],
            }),
          ),
        ),
      ).toBe('auth.forbidden');
      const first = await pay(id);
      const second = await pay(id);
      expect(second).toEqual(first);
      expect(await refusalOf(pay(id, 1, 'OTHER-1'))).toBe('batch.paidOtherwise');
      const view = await world.as(finance, (tx) => readBatch(tx, finance, { tenant, batchId: id }));
      expect(view.payments.map((p) => [p.state, p.amount, p.reference])).toEqual([
        ['paid', 90_000, `${view.batch.bankReference}-1`],
        ['paid', 60_001, `${view.batch.bankReference}-2`],
      ]);
      const list = await world.as(finance, (tx) => listSubsidies(tx, finance, { batchId: id, limit: 10 }));
      expect(list.rows.map((r) => [r.state, r.paidOn])).toEqual([
        ['PAID', '2026-11-24'],
        ['PAID', '2026-11-24'],
      ]);
      expect(await fund('county')).toMatchObject({ available: 0, committed: 0, expended: 150_001 });
    });

    test('the handlers are told, once', async () => {
      await workOutbox(world.runner, { ...subsidyJobs, 'notice.applicant': async () => undefined }, silentLog);
      const advices = await world.as(lawyer, (tx) => listAdvices(tx, lawyer, { tenant }));
      expect(advices.map((a) => a.amount).sort()).toEqual([60_001, 90_000]);
      const [job] = await world.direct((tx) =>
        tx.db.selectFrom('outbox').selectAll().where('topic', '=', 'subsidy.batchPaid').execute(),
      );
      expect(job?.state).toBe('done');
      const handle = subsidyJobs['subsidy.batchPaid'];
      await world.direct(async (tx) =>
        handle?.(tx, {
          tenant,
          id: job?.id ?? '',
          topic: 'subsidy.batchPaid',
          key: 'again',
          payload: job?.payload ?? {},
          attempts: 1,
        }),
      );
      expect((await world.as(lawyer, (tx) => listAdvices(tx, lawyer, { tenant }))).length).toBe(2);
    });

    test('the bank’s statement: what differs is told, a whole match settles', async () => {
      const [paid] = await world.as(finance, (tx) => listBatches(tx, finance, { state: 'PAID' }));
      const { id = '', version = 0, bankReference = '' } = paid ?? {};
      const check = (v: number, lines: { reference: string; amount: number }[]) =>
        world.as(finance, (tx) => reconcileBatch(tx, finance, { tenant, batchId: id, version: v, lines }));
      const partly = await check(version, [
        { reference: `${bankReference}-1`, amount: 90_000 },
        { reference: `${bankReference}-2`, amount: 60_000 },
      ]);
      expect(partly).toMatchObject({ complete: false, differing: [{ expected: 60_001, actual: 60_000 }] });
      const whole = await check(partly.version, [
        { reference: `${bankReference}-1`, amount: 90_000 },
        { reference: `${bankReference}-2`, amount: 60_001 },
      ]);
      expect(whole.complete).toBe(true);
    });

    test('a payment that the bank sends back is there again, and is paid in the next batch', async () => {
      const [settled] = await world.as(finance, (tx) => listBatches(tx, finance, { state: 'RECONCILED' }));
      const batchId = settled?.id ?? '';
      const { payments } = await world.as(finance, (tx) => readBatch(tx, finance, { tenant, batchId }));
      const back = payments[1];
      const bounce = (version: number) =>
        world.as(finance, (tx) =>
          bouncePayment(tx, finance, {
            tenant,
            batchId,
            version,
            subsidyId: back?.subsidyId ?? '',
            returnedOn: '2026-11-24',
            reason: '账号有误',
          }),
        );
      const { version } = await bounce(settled?.version ?? 0);
      expect(await refusalOf(bounce(version))).toBe('batch.paymentNotPaid');
      expect(await fund('county')).toMatchObject({ available: 60_001, committed: 0, expended: 90_000 });
      const again = await batch((await fund('county'))?.fundId ?? '', [back?.subsidyId ?? '']);
      await pay(again.batchId, 1, 'SECOND-1');
      expect(await fund('county')).toMatchObject({ available: 0, expended: 150_001 });
    });

    test('an unpaid batch is dissolved: its subsidies wait again, its money is free', async () => {
      const { fundId } = await give('city', 500_000);
      const id = await approved(100_000);
      const made = await batch(fundId, [id]);
      expect(
        await refusalOf(
          world.as(finance, (tx) =>
            withdrawAppropriation(tx, finance, { tenant, fundId, version: 3, amount: 400_001, memo: '调减' }),
          ),
        ),
      ).toBe('fund.short');
      await world.as(finance, (tx) =>
        dissolveBatch(tx, finance, { tenant, batchId: made.batchId, version: 1, reason: '换资金来源' }),
      );
      expect(await fund('city')).toMatchObject({ available: 500_000, committed: 0 });
      const { subsidy } = await world.as(finance, (tx) => readSubsidy(tx, finance, { tenant, subsidyId: id }));
      expect(subsidy).toMatchObject({ state: 'APPROVED', batchId: null });
      expect(await refusalOf(pay(made.batchId, 2))).toBe('record.actionNotAllowed');
    });

    test('a payment reference serves once', async () => {
      const fundId = (await fund('city'))?.fundId ?? '';
      const [one, two] = [await batch(fundId, [await approved()]), await batch(fundId, [await approved()])];
      await pay(one.batchId, 1, 'SAME');
      expect(await refusalOf(pay(two.batchId, 1, 'SAME'))).toBe('batch.referenceTaken');
      await pay(two.batchId, 1, 'OTHER');
    });

    test('one budget, many hands: of two batches at once only what is there is given', async () => {
      const { fundId } = await give('central', 100_000);
      const ids = [await approved(60_000), await approved(60_000)];
      const results = await Promise.all(ids.map((id) => refusalOf(batch(fundId, [id]))));
      expect(results.sort()).toEqual(['done', 'fund.short']);
      expect(await fund('central')).toMatchObject({ available: 40_000, committed: 60_000 });
    });

    test('the books agree with themselves, and the counters with the records', async () => {
      await world.direct(async (tx) => {
        expect(await verifyFunds(tx)).toEqual([]);
        const kept = await tx.db.selectFrom('counter').selectAll().where('name', 'like', 'subsidies.%').execute();
        const key = (c: { name: string; month: string; dimension: string; value: string }) =>
          [c.name, c.month, c.dimension, c.value].join('|');
        const sums = new Map<string, number>();
        for (const c of kept) sums.set(key(c), (sums.get(key(c)) ?? 0) + c.n);
        expect(Object.fromEntries([...sums].sort())).toEqual(
          Object.fromEntries((await recountSubsidies(tx)).map((c) => [key(c), c.n] as const).sort()),
        );
      });
    });
  });
});
