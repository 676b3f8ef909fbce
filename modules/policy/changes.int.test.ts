import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/errors/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, runUseCase, staffActor } from '../../kernel/use-case/index.ts';
import type { FigureChange } from './law/figure-change.ts';
import { lawInForce } from './law/in-force.ts';
import { assess } from './rules/assess.ts';
import type { Facts } from './schema.ts';
import { selectApproved } from './store.ts';
import { listChanges } from './use-cases/list-changes.ts';
import { previewChange, proposeChange } from './use-cases/propose-change.ts';
import { approveChange, rejectChange, withdrawChange } from './use-cases/settle-change.ts';

const seat = '530500';
const tenants = ['530500', '530521', '530581'];
const staff = (n: number, role: string, tenant = seat, subtree = true): Actor =>
  staffActor(`00000000-0000-7000-8000-00000000000${n}`, `员${n}`, [{ role, tenant, subtree }], tenants);
const policyAdmin = staff(1, 'policyAdmin');
const head = staff(2, 'manager');
const otherHead = staff(3, 'manager');
const countyHead = staff(4, 'manager', '530521', false);
const countyPolicy = staff(5, 'policyAdmin', '530521', false);
const reviewer = staff(6, 'reviewer');

/** The clock of the tests stands at this day. */
const today = '2026-11-24';
const shorter: FigureChange = {
  figure: 'promise',
  key: 'promises-baoshan.decide',
  value: { amount: 3 },
  effectiveFrom: '2026-12-01',
  verified: true,
  source: '保司通〔2026〕12号',
};
const standard: FigureChange = {
  figure: 'standard',
  region: '530521',
  residence: 'urban',
  value: { basis: 'subsistenceAllowance', perCapitaAnnual: 900_000 },
  effectiveFrom: '2027-01-01',
  verified: true,
  source: '施民发〔2026〕3号',
};

onEachEngine('a change of figures', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const propose = (change: FigureChange, by = policyAdmin, correction = false) =>
    world.as(by, (tx) => proposeChange(tx, by, { change, correction }, seat));
  const approve = (id: string, version = 1, by = head) => world.as(by, (tx) => approveChange(tx, by, { id, version }));
  const law = () => world.direct(async (tx) => lawInForce(await selectApproved(tx)));
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
    return error;
  };
  const faults = async (work: Promise<unknown>) =>
    (await refusal(work)).faults.map(({ pointer, code }) => `${pointer} ${code}`);

  test('holds nothing until a second person has approved it, and both are in the log', async () => {
    const { id } = await propose(shorter);
    expect((await law()).current.revision).toBe(0);
    expect((await refusal(approve(id, 1, policyAdmin))).code).toBe('auth.forbidden');
    expect(await approve(id)).toMatchObject({ state: 'APPROVED', version: 2, revision: 1 });
    const promise = (await law()).current.bookFor('2026-12-01', '530521')?.promises.decide?.promise.amount;
    const before = (await law()).current.bookFor('2026-11-30', '530521')?.promises.decide?.promise.amount;
    expect([before, promise]).toEqual([4, 3]);
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select(['tenant', 'kind', 'actorId', 'seq']).where('matterId', '=', id).execute(),
    );
    expect(events).toEqual([
      { tenant: seat, kind: 'policy.changeProposed', actorId: policyAdmin.id, seq: 1 },
      { tenant: seat, kind: 'policy.changeApproved', actorId: head.id, seq: 2 },
    ]);
  });

  test('is not approved by who proposed it, though they hold both roles', async () => {
    const { id } = await propose({ ...shorter, effectiveFrom: '2027-02-01', value: { amount: 2 } }, head);
    expect((await refusal(approve(id, 1, head))).code).toBe('policy.sameHand');
    expect(await approve(id, 1, otherHead)).toMatchObject({ revision: 2 });
  });

  test('on an outdated screen is refused with the version it has now', async () => {
    const { id } = await propose({ ...shorter, effectiveFrom: '2027-03-01', value: { amount: 1 } });
    await world.as(head, (tx) => rejectChange(tx, head, { id, version: 1, note: '依据不足' }));
    const stale = await refusal(approve(id));
    expect([stale.code, stale.details.current]).toEqual(['record.stale', 2]);
    expect((await refusal(approve(id, 2))).code).toBe('record.actionNotAllowed');
  });

  test('approved by two at the same moment is approved once', async () => {
    const { id } = await propose({ ...shorter, effectiveFrom: '2027-04-01', value: { amount: 3 } });
    const before = (await law()).current.revision;
    const answers = await Promise.allSettled([approve(id, 1, head), approve(id, 1, otherHead)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await law()).current.revision).toBe(before + 1);
  });

  test('sent twice with one key makes one record', async () => {
    const change: FigureChange = { ...shorter, key: 'promises-baoshan.review', value: { amount: 10 } };
    const send = () =>
      runUseCase(
        world.runner,
        policyAdmin,
        (tx) => proposeChange(tx, policyAdmin, { change, correction: false }, seat),
        {
          idempotency: { tenant: seat, key: 'double-click-1', request: change },
        },
      );
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect((await refusal(propose(change))).code).toBe('policy.alreadyProposed');
    const rows = await world.as(head, (tx) => listChanges(tx, head));
    expect(rows.filter(({ figure }) => figure === 'promise:promises-baoshan.review')).toHaveLength(1);
    await world.as(policyAdmin, (tx) => withdrawChange(tx, policyAdmin, { id: first.id, version: 1 }));
    await propose(change);
  });

  test('is for the office whose figure it is: a county may settle its own standard, not the city’s', async () => {
    const { id } = await propose(standard, countyPolicy);
    const rows = await world.as(countyHead, (tx) => listChanges(tx, countyHead));
    const mine = rows.find((row) => row.id === id);
    expect(mine).toMatchObject({ office: '530521', mine: false, allowedActions: ['approve', 'reject'] });
    expect(mine?.before).toMatchObject({ region: '5305', verified: false });
    await approve(id, 1, countyHead);
    const city: FigureChange = { ...standard, region: '5305' };
    expect((await refusal(propose(city, countyPolicy))).code).toBe('auth.forbidden');
    expect((await refusal(propose(shorter, countyPolicy))).code).toBe('auth.forbidden');
    expect((await refusal(propose(city, reviewer))).code).toBe('auth.forbidden');
    const national: FigureChange = { ...shorter, figure: 'clock', key: 'law-2021.43.decide', value: { amount: 5 } };
    expect(
      await world.as(policyAdmin, (tx) =>
        previewChange(tx, policyAdmin, { change: national, correction: false }, seat),
      ),
    ).toMatchObject({ office: seat, before: { value: { amount: 7, unit: 'day' } }, after: { value: { amount: 5 } } });
  });

  test('withdrawn by its proposer alone, and shown to others without that button', async () => {
    const { id } = await propose({ ...shorter, effectiveFrom: '2027-06-01', value: { amount: 2 } });
    const seen = async (actor: Actor) =>
      (await world.as(actor, (tx) => listChanges(tx, actor))).find((row) => row.id === id)?.allowedActions;
    expect([await seen(policyAdmin), await seen(head), await seen(reviewer)]).toEqual([
      ['withdraw'],
      ['approve', 'reject'],
      [],
    ]);
    expect((await refusal(world.as(head, (tx) => withdrawChange(tx, head, { id, version: 1 })))).code).toBe(
      'policy.notYours',
    );
  });

  describe('is judged at its fields', () => {
    test.each<readonly [string, FigureChange, readonly string[]]>([
      [
        'a day that has passed',
        { ...shorter, effectiveFrom: '2026-11-23' },
        ['/change/effectiveFrom policy.dayHasPassed'],
      ],
      [
        'a day before the first law',
        { ...standard, effectiveFrom: '2003-08-31' },
        ['/change/effectiveFrom policy.beforeTheLaw'],
      ],
      ['no such figure', { ...shorter, key: 'promises-baoshan.none' }, ['/change/key policy.unknownFigure']],
      [
        'nothing new',
        { ...shorter, key: 'promises-baoshan.objection', verified: false },
        ['/change/value policy.sameAsNow'],
      ],
      [
        'a band upside down',
        { ...shorter, figure: 'band', key: 'tariff-baoshan-2017.civil', value: { min: 9, max: 8 } } as FigureChange,
        ['/change/value/max policy.belowItsStart'],
      ],
      [
        'days left without a standard',
        { ...standard, residence: 'rural', effectiveFrom: '2027-01-01', effectiveTo: '2026-12-31' },
        ['/change/effectiveTo policy.endsBeforeItStarts'],
      ],
    ])('%s', async (_, change, said) => {
      expect(await faults(propose(change))).toEqual(said);
    });

    test('today is early enough, and a confirmation of the same figure is a change', async () => {
      const { id } = await propose({
        ...shorter,
        key: 'promises-baoshan.objection',
        effectiveFrom: today,
        verified: true,
      });
      await approve(id);
      const book = (await law()).current.bookFor(today, '530521');
      expect(book?.promises.decideObjection).toMatchObject({ verified: true, promise: { amount: 3 } });
    });

    test('a proposal that waited beyond its first day is approved no more', async () => {
      const { id } = await propose({ ...shorter, key: 'promises-baoshan.designate', value: { amount: 1 } });
      world.clock.set('2026-12-02T02:00:00.000Z');
      expect((await refusal(approve(id))).code).toBe('policy.dayHasPassed');
      world.clock.set('2026-11-24T02:00:00.000Z');
      await world.as(policyAdmin, (tx) => withdrawChange(tx, policyAdmin, { id, version: 1 }));
    });
  });

  test('a correction reaches back, says why, and leaves the law as it was known derivable', async () => {
    const facts: Facts = {
      receivedOn: '2026-06-01',
      region: '530523',
      matter: { class: 'civil', cause: 'pension' },
      applicant: { birthDate: '1980-01-01', residence: 'urban' },
      household: { members: 1, annualIncome: 1_900_000, applicantAnnualIncome: 1_900_000 },
    };
    const was = await law();
    const known = was.current.revision;
    const right: FigureChange = {
      figure: 'standard',
      region: '5305',
      residence: 'urban',
      value: { basis: 'subsistenceAllowance', perCapitaAnnual: 1_000_000 },
      effectiveFrom: '2026-03-01',
      verified: true,
      source: '云民发〔2026〕1号',
    };
    expect(await faults(propose(right, policyAdmin, true))).toEqual(['/change/note policy.correctionNeedsReason']);
    const { id } = await propose({ ...right, note: '原录入数字有误' }, policyAdmin, true);
    await approve(id);
    const now = await law();
    expect(now.current.revision).toBe(known + 1);
    expect(assess(facts, { law: now.current }).outcome).toBe('eligible');
    expect(assess(facts, { law: now.at(known) })).toEqual(assess(facts, { law: was.current }));
    expect(assess(facts, { law: now.at(known) }).outcome).toBe('ineligible');
    expect(() => was.at(known + 1)).toThrow(RangeError);
  });
});
