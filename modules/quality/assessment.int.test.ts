import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor, type Tx } from '../../kernel/use-case/index.ts';
import type { CaseTables } from '../cases/index.ts';
import { grantedCase, handler, manager, openOffice, refusalOf, tenant } from '../cases/testing/office.ts';
import { verifyStatistics } from '../statistics/index.ts';
import { assessmentPlanLifecycle, type PlanEvent, type PlanState } from './assessment-lifecycle.ts';
import type { PlanAssessment } from './assessment-schema.ts';
import type { QualityTables } from './tables.ts';
import { answerSatisfaction } from './use-cases/answer-satisfaction.ts';
import { cancelPlan, drawAssessment, finishPlan, planAssessment } from './use-cases/plan-assessment.ts';
import { drawAgain, listAssessmentPlans, readAssessmentPlan } from './use-cases/read-assessment.ts';

const neighbour = '530581';
const staff = (n: number, role: string, at = tenant): Actor =>
  staffActor(`00000000-0000-7000-8000-0000000000c${n}`, role, [{ role, tenant: at, subtree: false }], [at]);
const quality = staff(1, 'quality');
const stranger = staff(2, 'quality', neighbour);
const others = ['clerk', 'reviewer', 'approver', 'designator', 'finance', 'handler', 'bureauReviewer', 'archivist'];

const year: PlanAssessment = {
  tenant,
  title: '2025 年度评估',
  firstDay: '2025-01-01',
  lastDay: '2025-12-31',
  classes: ['civil'],
  basis: 'percent',
  amount: 20,
};

onEachEngine('assessment plans', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let unhappy = '';

  const archive = async (code: string, on: string, kind: 'civil' | 'criminal' = 'civil'): Promise<string> => {
    const { caseId } = await grantedCase(world);
    await world.direct((tx) =>
      tx.db
        .withTables<CaseTables>()
        .updateTable('aidCase')
        .set({
          state: 'ARCHIVED',
          desk: 'done',
          class: kind,
          archivedOn: on,
          handlerId: ids.get(code) ?? null,
          handlerName: `承办人${code}`,
          handlerUnit: '云南示例律师事务所',
        })
        .where('tenant', '=', tenant)
        .where('id', '=', caseId)
        .execute(),
    );
    return caseId;
  };
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => world.as(actor, work);
  const plan = (change: Partial<PlanAssessment> = {}, actor = quality) =>
    as(actor, (tx) => planAssessment(tx, actor, { ...year, ...change }));
  const draw = (key: { planId: string; version: number }, actor = quality) =>
    as(actor, (tx) => drawAssessment(tx, actor, { tenant, planId: key.planId, version: key.version }));
  const cancel = (key: { planId: string; version: number }, actor = manager) =>
    as(actor, (tx) =>
      cancelPlan(tx, actor, { tenant, planId: key.planId, version: key.version, reason: '期间选错了' }),
    );
  const read = (planId: string) => as(quality, (tx) => readAssessmentPlan(tx, quality, { tenant, planId }));
  /** Cases are put into the archive past all use cases here, so their own counters are none of this test's business. */
  const differences = () =>
    world.direct(async (tx) =>
      (await verifyStatistics(tx)).differences.filter(({ name }) => name === 'assessment.sampled'),
    );
  const sampledEvents = (planId: string) =>
    world.direct(async (tx) =>
      (await tx.db.selectFrom('event').select(['payload']).where('kind', '=', 'assessment.sampled').execute()).filter(
        ({ payload }) => payload.planId === planId,
      ),
    );

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [handler('L1'), handler('L2'), handler('L3')]);
    for (let i = 0; i < 12; i++) await archive('L1', '2025-03-01');
    for (let i = 0; i < 4; i++) await archive('L2', '2025-06-01');
    await archive('L3', '2025-12-31');
    await archive('L1', '2026-01-01');
    await archive('L1', '2025-05-05', 'criminal');
    unhappy = await archive('L1', '2025-07-01');
    await as(manager, (tx) =>
      answerSatisfaction(tx, manager, { tenant, caseId: unhappy, face: 'veryDissatisfied', words: '' }),
    );
  });
  afterAll(() => world.close());

  describe('from the plan to the sample', () => {
    let planId = '';
    let version = 0;

    test('the draw takes of everybody, and the unhappy case in any event, each with its reason', async () => {
      const made = await plan();
      const drawn = await draw(made);
      ({ planId, version } = drawn);
      expect(drawn).toMatchObject({ state: 'DRAWN', version: 2 });
      const view = await read(planId);
      // 20 of every hundred of the 17 left to chance is 4, beside the one taken in any event.
      expect(view).toMatchObject({ frameSize: 18, sampleSize: 5, drawnOn: '2026-11-24', drawnByName: 'quality' });
      expect(view.items[0]).toMatchObject({ caseId: unhappy, why: 'dissatisfied', ticket: null, place: null });
      expect(view.items.slice(1).map(({ why }) => why)).toEqual(Array(4).fill('drawn'));
      expect(Object.fromEntries(view.strata.map((s) => [s.handlerName, [s.size, s.taken]]))).toEqual({
        承办人L1: [12, 2],
        承办人L2: [4, 1],
        承办人L3: [1, 1],
      });
      expect(view.seed).toMatch(/^[0-9a-f]{32}$/);
      expect(view.frameHash).toMatch(/^[0-9a-f]{64}$/);
      expect(await sampledEvents(planId)).toHaveLength(5);
      expect(await differences()).toEqual([]);
    });

    test('drawing again finds the same frame and the same cases, also after another unhappy answer', async () => {
      const again = () => as(quality, (tx) => drawAgain(tx, quality, { tenant, planId }));
      expect(await again()).toMatchObject({ sameFrame: true, sameSample: true, drawn: 5 });
      const drawnIds = (await read(planId)).items.map(({ caseId }) => caseId);
      const rows = await world.direct((tx) =>
        tx.db
          .withTables<CaseTables>()
          .selectFrom('aidCase')
          .select('id')
          .where('archivedOn', '=', '2025-03-01')
          .orderBy('id')
          .execute(),
      );
      const other = rows.find(({ id }) => !drawnIds.includes(id))?.id ?? '';
      await as(manager, (tx) =>
        answerSatisfaction(tx, manager, { tenant, caseId: other, face: 'dissatisfied', words: '' }),
      );
      expect(await again()).toMatchObject({ sameFrame: true, sameSample: true });
    });

    test('a case that came into the archive under a day gone by shows', async () => {
      const late = await archive('L2', '2025-06-02');
      const again = await as(quality, (tx) => drawAgain(tx, quality, { tenant, planId }));
      expect(again.sameFrame).toBe(false);
      expect(again.frameHash).not.toBe((await read(planId)).frameHash);
      await world.direct((tx) =>
        tx.db
          .withTables<CaseTables>()
          .updateTable('aidCase')
          .set({ state: 'HANDLING' })
          .where('id', '=', late)
          .execute(),
      );
    });

    test('a second draw is refused, and so is a screen that is behind', async () => {
      expect(await refusalOf(draw({ planId, version }))).toBe('record.actionNotAllowed');
      expect(await refusalOf(draw({ planId, version: 1 }))).toBe('record.stale');
    });

    test('a plan over some of the same cases is refused until the first is called off', async () => {
      const half = { firstDay: '2025-06-01', lastDay: '2026-03-31', classes: ['civil', 'criminal'] as const };
      const overlapping = () => plan({ ...half, classes: [...half.classes], title: '下半年' });
      expect(await refusalOf(overlapping())).toBe('quality.planOverlaps');
      // Other kinds of the same days are another frame.
      const criminal = await plan({ classes: ['criminal'], basis: 'count', amount: 3 });
      expect(await refusalOf(cancel({ planId, version }, quality))).toBe('auth.forbidden');
      await cancel({ planId, version });
      await cancel(criminal);
      expect(await differences()).toEqual([]);
      expect((await read(planId)).items).toHaveLength(5);
      const next = await draw(await overlapping());
      expect((await read(next.planId)).frameSize).toBe(7);
      expect((await read(next.planId)).items.map(({ caseId }) => caseId)).toContain(unhappy);
      await cancel(next);
    });
  });

  test.each<[string, Partial<PlanAssessment>, string]>([
    ['a period that goes on', { lastDay: '2026-11-24' }, 'quality.periodOpen'],
    ['days the wrong way round', { lastDay: '2024-12-31' }, 'input.invalid /lastDay quality.daysReversed'],
  ])('%s is refused and nothing is written', async (_title, change, code) => {
    const count = () =>
      world.direct(
        async (tx) =>
          (await tx.db.withTables<QualityTables>().selectFrom('assessmentPlan').selectAll().execute()).length,
      );
    const before = await count();
    expect(await refusalOf(plan(change))).toBe(code);
    expect(await count()).toBe(before);
  });

  test('a period in which nothing was archived has nothing to draw', async () => {
    const made = await plan({ firstDay: '2019-01-01', lastDay: '2019-12-31' });
    expect(await refusalOf(draw(made))).toBe('quality.nothingToDraw');
    expect(await refusalOf(as(quality, (tx) => drawAgain(tx, quality, { tenant, planId: made.planId })))).toBe(
      'quality.notDrawn',
    );
    await cancel(made, quality);
  });

  test('one case is in one standing plan, also when two plans are made at the same moment', async () => {
    const made = await plan();
    const second = await plan({ firstDay: '2018-01-01', lastDay: '2018-12-31', basis: 'percent', amount: 100 });
    // As if both had been made before either was seen by the other.
    await world.direct((tx) =>
      tx.db
        .withTables<QualityTables>()
        .updateTable('assessmentPlan')
        .set({ firstDay: year.firstDay, lastDay: year.lastDay })
        .where('id', '=', second.planId)
        .execute(),
    );
    const drawn = await draw(made);
    expect(await refusalOf(draw(second))).toBe('quality.planOverlaps');
    expect((await read(second.planId)).seed).toBeNull();
    await cancel(drawn);
    await cancel(second);
  });

  test('a neighbour and other desks neither see nor make plans', async () => {
    for (const actor of [stranger, ...others.map((role, i) => staff(i, role))]) {
      expect(await refusalOf(plan({}, actor))).toBe('auth.forbidden');
      const list = as(actor, (tx) => listAssessmentPlans(tx, actor, { tenant }));
      expect(await refusalOf(list)).toBe('auth.forbidden');
    }
    expect((await as(stranger, (tx) => listAssessmentPlans(tx, stranger, {}))).rows).toEqual([]);
    const seen = await as(stranger, (tx) =>
      tx.db.withTables<QualityTables>().selectFrom('assessmentItem').select('caseId').execute(),
    );
    expect(seen).toEqual([]);
  });

  const finish = (key: { planId: string; version: number }, actor = quality) =>
    as(actor, (tx) => finishPlan(tx, actor, { tenant, planId: key.planId, version: key.version }));
  /** As if every drawn case had come to its end. */
  const closeAll = (planId: string) =>
    world.direct((tx) =>
      tx.db
        .withTables<QualityTables>()
        .updateTable('assessmentItem')
        .set({ state: 'CLOSED' })
        .where('planId', '=', planId)
        .execute(),
    );
  /** Out of the way of the next plan, also where the table has no way out. */
  const clear = (planId: string) =>
    world.direct(async (tx) => {
      const db = tx.db.withTables<QualityTables>();
      await db.updateTable('assessmentItem').set({ standing: false }).where('planId', '=', planId).execute();
      await db
        .updateTable('assessmentPlan')
        .set({ state: 'CANCELLED', cancelReason: '测试', finishedOn: null })
        .where('id', '=', planId)
        .execute();
    });

  test('a plan is not finished while a case of it is open', async () => {
    const drawn = await draw(await plan());
    expect(await refusalOf(finish(drawn))).toBe('quality.itemsOpen');
    expect((await read(drawn.planId)).allowedActions).not.toContain('finish');
    await closeAll(drawn.planId);
    expect((await read(drawn.planId)).allowedActions).toContain('finish');
    await clear(drawn.planId);
  });

  const states = Object.keys(assessmentPlanLifecycle.states) as PlanState[];
  const moves: Readonly<
    Record<PlanEvent, (key: { planId: string; version: number }, actor: Actor) => Promise<unknown>>
  > = { draw, cancel, finish };
  test.each(states.flatMap((state) => (Object.keys(moves) as PlanEvent[]).map((event) => [state, event] as const)))(
    'the row %s · %s: who it names may, nobody else',
    async (state, event) => {
      const row = (
        assessmentPlanLifecycle.states[state].on as Readonly<
          Record<string, { readonly to: string; readonly by: readonly string[] } | undefined>
        >
      )[event];
      for (const [i, role] of ['quality', 'manager', ...others].entries()) {
        let at: { planId: string; version: number } = await plan();
        if (state === 'DRAWN' || state === 'FINISHED') {
          at = await draw(at);
          await closeAll(at.planId);
        }
        if (state === 'FINISHED') at = await finish(at);
        if (state === 'CANCELLED') at = await cancel(at);
        const holder = ['quality', 'manager'].includes(role);
        const expected = !holder
          ? 'auth.forbidden'
          : row === undefined
            ? 'record.actionNotAllowed'
            : row.by.includes(role)
              ? 'done'
              : 'auth.forbidden';
        expect([role, await refusalOf(moves[event](at, staff(i, role)))]).toEqual([role, expected]);
        const now = await read(at.planId);
        expect(now.state).toBe(expected === 'done' ? row?.to : state);
        await clear(at.planId);
      }
    },
  );
});
