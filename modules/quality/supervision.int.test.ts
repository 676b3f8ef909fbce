import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, allowedActions, type Tx } from '../../kernel/use-case/index.ts';
import { type CaseTables, designateHandler } from '../cases/index.ts';
import {
  clerk,
  designator,
  grantedCase,
  handler,
  handlerActor,
  manager,
  openOffice,
  refusalOf,
  tenant,
} from '../cases/testing/office.ts';
import { raiseClocks } from '../clocks/index.ts';
import { readNotices } from '../clocks/use-cases/read-notices.ts';
import { recountAssessments, supervisionLifecycle } from './index.ts';
import type { RecordSupervision } from './supervision-schema.ts';
import { eraseSupervisionWords } from './supervision-store.ts';
import { drawAssessment, planAssessment } from './use-cases/plan-assessment.ts';
import { readAssessmentPlan } from './use-cases/read-assessment.ts';
import {
  acceptReply,
  askHandler,
  dropQuestion,
  listMySupervisions,
  listSupervisions,
  readSupervisions,
  recordSupervision,
  replySupervision,
  type SupervisionMoved,
  type SupervisionView,
  sendBackReply,
} from './use-cases/supervise.ts';

onEachEngine('what is seen of a case', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const own = handlerActor('L1');
  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [handler('L1'), handler('L2')]);
  });
  afterAll(() => world.close());

  const handled = async () => {
    const { caseId, input } = await grantedCase(world);
    await world.as(designator, (tx) =>
      designateHandler(tx, designator, {
        tenant,
        caseId,
        version: 1,
        handlerId: ids.get('L1') ?? '',
        reason: '熟悉案情',
      }),
    );
    return { caseId, matterId: input.matterId };
  };
  const seen = (caseId: string, change: Partial<RecordSupervision> = {}, actor: Actor = manager) =>
    world.as(actor, (tx) =>
      recordSupervision(tx, actor, {
        tenant,
        caseId,
        kind: 'hearing',
        happenedOn: tx.today,
        source: '施甸县人民法院第二法庭',
        finding: 'concern',
        text: '开庭前没有与当事人核对证据。',
        ...change,
      }),
    );
  const at = ({ supervisionId, version }: SupervisionMoved) => ({ tenant, supervisionId, version });
  const answered = async (caseId: string) => {
    const asked = await seen(caseId, { asked: '请说明原因并补充核对。' });
    return world.as(own, (tx) => replySupervision(tx, own, { ...at(asked), text: '已经补充核对，附谈话记录。' }));
  };
  const clocks = (subjectId: string) =>
    world.direct((tx) =>
      tx.db.selectFrom('deadline').select(['step', 'state', 'dueOn']).where('subjectId', '=', subjectId).execute(),
    );

  test('a case in which something wrong was seen is assessed in any event, and says so', async () => {
    const [wrong, good] = [await handled(), await handled()];
    await seen(wrong.caseId);
    await seen(good.caseId, { finding: 'good' });
    await world.direct((tx) =>
      tx.db
        .withTables<CaseTables>()
        .updateTable('aidCase')
        .set({ state: 'ARCHIVED', desk: 'done', archivedOn: '1700-03-01' })
        .where('id', 'in', [wrong.caseId, good.caseId])
        .execute(),
    );
    const planned = await world.as(manager, (tx) =>
      planAssessment(tx, manager, {
        tenant,
        title: '1700 年度评估',
        firstDay: '1700-01-01',
        lastDay: '1700-12-31',
        classes: ['civil'],
        basis: 'count',
        amount: 1,
      }),
    );
    const drawn = await world.as(manager, (tx) =>
      drawAssessment(tx, manager, { tenant, planId: planned.planId, version: planned.version }),
    );
    const { items } = await world.as(manager, (tx) =>
      readAssessmentPlan(tx, manager, { tenant, planId: drawn.planId }),
    );
    expect(new Map(items.map(({ caseId, why }) => [caseId, why]))).toEqual(
      new Map([
        [wrong.caseId, 'supervisionConcern'],
        [good.caseId, 'drawn'],
      ]),
    );
  });

  test('noted, asked, answered, sent back, answered again and settled: each with its clock and without a word in the memory', async () => {
    const { caseId, matterId } = await handled();
    const asked = await seen(caseId, { asked: '请说明原因并补充核对。' });
    expect(asked.state).toBe('ASKED');
    expect(await clocks(asked.supervisionId)).toEqual([
      { step: 'answerSupervision', state: 'running', dueOn: '2026-11-30' },
    ]);
    const [mine] = await world.as(own, (tx) => listMySupervisions(tx, own));
    expect(mine).toMatchObject({ caseId, allowedActions: ['reply'], dueOn: '2026-11-30' });
    const first = await world.as(own, (tx) => replySupervision(tx, own, { ...at(asked), text: '已经说明。' }));
    expect((await clocks(asked.supervisionId)).map(({ state }) => state)).toEqual(['met']);
    const back = await world.as(manager, (tx) => sendBackReply(tx, manager, { ...at(first), text: '请附谈话记录。' }));
    const second = await world.as(own, (tx) => replySupervision(tx, own, { ...at(back), text: '已附。' }));
    const settled = await world.as(manager, (tx) => acceptReply(tx, manager, at(second)));
    expect(settled.state).toBe('SETTLED');
    const [view] = await world.as(manager, (tx) => readSupervisions(tx, manager, { tenant, caseId }));
    expect(view).toMatchObject({ finding: 'concern', allowedActions: [], handlerName: '承办人L1' });
    expect(view?.asked.map(({ text }) => text)).toEqual(['请说明原因并补充核对。', '请附谈话记录。']);
    expect(view?.replies.map(({ text }) => text)).toEqual(['已经说明。', '已附。']);
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select(['kind', 'payload']).where('matterId', '=', matterId).execute(),
    );
    expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('supervision.'))).toEqual([
      'supervision.recorded',
      'supervision.asked',
      'supervision.replied',
      'supervision.sentBack',
      'supervision.replied',
      'supervision.accepted',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/第二法庭|核对|谈话/);
  });

  test('a day outside the case, a second question, a stale screen and a stranger are refused, and nothing is written', async () => {
    const { caseId } = await handled();
    expect(await refusalOf(seen(caseId, { happenedOn: '2026-11-25' }))).toBe(
      'input.invalid /happenedOn quality.dayInFuture',
    );
    expect(await refusalOf(seen(caseId, { happenedOn: '2026-11-01' }))).toBe(
      'input.invalid /happenedOn quality.dayBeforeDesignation',
    );
    expect(await world.as(manager, (tx) => readSupervisions(tx, manager, { tenant, caseId }))).toEqual([]);
    const noted = await seen(caseId, { finding: 'ordinary' });
    const asked = await seen(caseId, { kind: 'file', asked: '缺证据清单。' });
    expect(
      await refusalOf(world.as(manager, (tx) => askHandler(tx, manager, { ...at(noted), text: '请补充。' }))),
    ).toBe('quality.supervisionAsked');
    const other = handlerActor('L2');
    const reply =
      (actor: Actor, version = asked.version) =>
      (tx: Tx) =>
        replySupervision(tx, actor, { ...at(asked), version, text: '已补。' });
    expect(await refusalOf(world.as(other, reply(other)))).toBe('quality.notYourCase');
    expect(await refusalOf(world.as(own, reply(own, 9)))).toBe('record.stale');
    expect(await refusalOf(seen(caseId, {}, clerk))).toBe('auth.forbidden');
    const dropped = await world.as(manager, (tx) => dropQuestion(tx, manager, at(asked)));
    expect(dropped.state).toBe('SETTLED');
    expect((await clocks(asked.supervisionId)).map(({ state }) => state)).toEqual(['cancelled']);
    // What was only noted is the office's own.
    const mine = await world.as(own, (tx) => listMySupervisions(tx, own));
    expect(mine.map(({ supervisionId }) => supervisionId)).not.toContain(noted.supervisionId);
  });

  test('by page, by kind and by finding; the counters agree with the records', async () => {
    const { caseId } = await handled();
    for (const kind of ['hearing', 'file', 'organ', 'followUp'] as const)
      await seen(caseId, { kind, finding: kind === 'organ' ? 'good' : 'ordinary' });
    const listed = async (more: Omit<Parameters<typeof listSupervisions>[2], 'limit'>) => {
      const rows: SupervisionView[] = [];
      let after: string | undefined;
      do {
        const page = await world.as(manager, (tx) =>
          listSupervisions(tx, manager, { tenant, limit: 2, after, ...more }),
        );
        rows.push(...page.rows);
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(rows.map(({ supervisionId }) => supervisionId)).size).toBe(rows.length);
      return rows;
    };
    expect((await listed({})).length).toBeGreaterThan(4);
    expect((await listed({ kind: 'organ' })).map(({ finding }) => finding)).toEqual(['good']);
    expect(await listed({ span: '2025' })).toEqual([]);
    const recounted = await world.direct((tx) => recountAssessments(tx));
    const counters = await world.direct((tx) =>
      tx.db
        .selectFrom('counter')
        .select((eb) => ['month', 'dimension', 'value', eb.fn.sum<number>('n').as('n')])
        .where('name', '=', 'supervision.recorded')
        .groupBy(['month', 'dimension', 'value'])
        .execute(),
    );
    const line = (c: { month: string; dimension: string; value: string; n: number | string }) =>
      [c.month, c.dimension, c.value, Number(c.n)].join('|');
    expect(counters.map(line).sort()).toEqual(
      recounted
        .filter(({ name }) => name === 'supervision.recorded')
        .map(line)
        .sort(),
    );
    // Each count opens a list of as many.
    for (const { month, dimension, value, n } of counters)
      expect(await listed({ span: month, ...(dimension === 'all' ? {} : { [dimension]: value }) })).toHaveLength(
        Number(n),
      );
  });

  test('the handler is reminded once before the last day, and of nothing after the answer', async () => {
    const { caseId, matterId } = await handled();
    const asked = await seen(caseId, { asked: '请说明原因。' });
    const told = async (actor: Actor) =>
      (await world.as(actor, (tx) => readNotices(tx, actor))).rows.filter(
        ({ subjectId }) => subjectId === asked.supervisionId,
      );
    const began = world.clock.now();
    expect(await told(own)).toEqual([]);
    world.clock.set('2026-11-29T02:00:00.000Z');
    await world.direct((tx) => raiseClocks(tx));
    await world.direct((tx) => raiseClocks(tx));
    const number = (await world.as(manager, (tx) => readSupervisions(tx, manager, { tenant, caseId })))[0]?.caseNumber;
    expect(await told(own)).toMatchObject([
      { level: 'soon', step: 'answerSupervision', subject: 'supervision', matterId, number, dueOn: '2026-11-30' },
    ]);
    const other = handlerActor('L2');
    expect(await told(other)).toEqual([]);
    await world.as(own, (tx) => replySupervision(tx, own, { ...at(asked), text: '已经说明。' }));
    expect(await told(own)).toEqual([]);
    world.clock.set(began);
  });

  test('destroyed with the file: that the case was looked at stays, not a word of it', async () => {
    const { caseId, matterId } = await handled();
    await seen(caseId);
    await world.direct((tx) => eraseSupervisionWords(tx, { tenant, matterId }));
    const [view] = await world.as(manager, (tx) => readSupervisions(tx, manager, { tenant, caseId }));
    expect(view).toMatchObject({ kind: 'hearing', finding: 'concern', text: '', source: '', asked: [], replies: [] });
  });

  describe('every row of the table', () => {
    const begin: Readonly<Record<string, () => Promise<SupervisionMoved>>> = {
      NOTED: async () => seen((await handled()).caseId),
      ASKED: async () => seen((await handled()).caseId, { asked: '请说明。' }),
      ANSWERED: async () => answered((await handled()).caseId),
      SETTLED: async () => {
        const ready = await answered((await handled()).caseId);
        return world.as(manager, (tx) => acceptReply(tx, manager, at(ready)));
      },
    };
    const moves: Readonly<Record<string, (actor: Actor, of: SupervisionMoved) => Promise<SupervisionMoved>>> = {
      ask: (actor, of) => world.as(actor, (tx) => askHandler(tx, actor, { ...at(of), text: '请说明。' })),
      reply: (actor, of) => world.as(actor, (tx) => replySupervision(tx, actor, { ...at(of), text: '说明如下。' })),
      accept: (actor, of) => world.as(actor, (tx) => acceptReply(tx, actor, at(of))),
      sendBack: (actor, of) => world.as(actor, (tx) => sendBackReply(tx, actor, { ...at(of), text: '请补充。' })),
      drop: (actor, of) => world.as(actor, (tx) => dropQuestion(tx, actor, at(of))),
    };
    const states = Object.entries(supervisionLifecycle.states);
    const rows = states.flatMap(([state, { on }]) =>
      Object.keys(moves).map((event) => [state, event, (on as Record<string, { to: string }>)[event]?.to] as const),
    );

    test.each(rows)('%s, %s: %s', async (state, event, to) => {
      const record = await begin[state]?.();
      if (record === undefined) throw new Error(`nothing begins in ${state}`);
      const actor = event === 'reply' ? own : manager;
      const moving = moves[event]?.(actor, record);
      if (moving === undefined) throw new Error(`nothing does ${event}`);
      if (to === undefined) expect(await refusalOf(moving)).toMatch(/^record\.actionNotAllowed/);
      else expect((await moving).state).toBe(to);
    });

    test('the handler may answer and nothing else; the officer never answers', () => {
      const may = (actor: Actor, state: string) =>
        allowedActions(supervisionLifecycle, state as 'NOTED', actor, { tenant });
      expect(states.flatMap(([state]) => may(own, state))).toEqual(['reply']);
      expect(states.flatMap(([state]) => may(manager, state))).not.toContain('reply');
    });
  });
});
