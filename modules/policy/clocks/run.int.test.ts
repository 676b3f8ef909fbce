import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDeadlines } from '../../../kernel/deadlines/index.ts';
import { onEachEngine, type World } from '../../../kernel/testing/engines.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { meetClock, pauseClock, resumeClock, startClock } from './run.ts';

const tenant = '530521';
const matterId = '00000000-0000-7000-8000-000000000001';
const subject = (n: number) => ({
  tenant,
  matterId,
  subject: 'application',
  subjectId: `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
});

onEachEngine('running clocks', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const rowsOf = (subjectId: string) => world.direct((tx) => openDeadlines(tx, tenant, [subjectId]));

  test('a statutory limit starts, and the promise beside it', async () => {
    const place = subject(1);
    const clock = await world.direct(async (tx) => startClock(tx, { ...place, step: 'decide', from: '2026-11-24' }));
    expect(clock).toMatchObject({
      dueOn: '2026-12-01',
      dueAt: '2026-12-01T16:00:00.000Z',
      citation: '《法律援助法》第四十三条第一款',
      ruleSet: 'law-2021',
    });
    const rows = await rowsOf(place.subjectId);
    expect(rows.map(({ promise, dueOn, warnOn }) => ({ promise, dueOn, warnOn }))).toEqual([
      { promise: true, dueOn: '2026-11-30', warnOn: '2026-11-28' },
      { promise: false, dueOn: '2026-12-01', warnOn: '2026-11-29' },
    ]);
  });

  test('the lead of the warning is the office’s own', async () => {
    const place = subject(7);
    await runUseCase({ ...world.runner, warningDays: 5 }, systemActor, async (tx) => {
      startClock(tx, { ...place, step: 'decide', from: '2026-11-24' });
    });
    expect((await rowsOf(place.subjectId)).map(({ warnOn }) => warnOn)).toEqual(['2026-11-25', '2026-11-26']);
  });

  test('an article that was not read in its own text says so beside the limit', async () => {
    const place = subject(8);
    const clock = await world.direct(async (tx) =>
      startClock(tx, { ...place, step: 'submitFile', from: '2026-11-24' }),
    );
    expect(clock.citation).toBe('《办理法律援助案件程序规定》第四十条（待核实）');
    expect((await rowsOf(place.subjectId)).map(({ citation }) => citation)).toEqual([clock.citation]);
  });

  test('a promise that is no quicker than the law is not kept', async () => {
    const place = subject(2);
    // Seven days end with the National Day holiday, on the 8th; four working days, two of them after it, end on the 9th.
    await world.direct(async (tx) => startClock(tx, { ...place, step: 'decide', from: '2026-09-28' }));
    const rows = await rowsOf(place.subjectId);
    expect(rows.map(({ promise, dueOn }) => ({ promise, dueOn }))).toEqual([{ promise: false, dueOn: '2026-10-08' }]);
  });

  test('a pause is not counted, by law or by promise', async () => {
    const place = subject(3);
    const key = { tenant, subjectId: place.subjectId, step: 'decide' as const };
    await world.direct(async (tx) => startClock(tx, { ...place, step: 'decide', from: '2026-11-24' }));
    await world.direct((tx) => pauseClock(tx, key, '2026-11-26'));
    expect((await rowsOf(place.subjectId)).map(({ state }) => state)).toEqual(['paused', 'paused']);
    const resumed = await world.direct((tx) => resumeClock(tx, key, '2026-11-28'));
    expect(resumed).toMatchObject({ dueOn: '2026-12-04' });
    const rows = await rowsOf(place.subjectId);
    expect(rows.map(({ promise, dueOn, state }) => ({ promise, dueOn, state }))).toEqual([
      { promise: true, dueOn: '2026-12-02', state: 'running' },
      { promise: false, dueOn: '2026-12-04', state: 'running' },
    ]);
    expect(await world.direct((tx) => resumeClock(tx, key, '2026-11-30'))).toBeUndefined();
  });

  test('the step taken, both stop counting', async () => {
    const place = subject(4);
    await world.direct(async (tx) => startClock(tx, { ...place, step: 'designate', from: '2026-11-24' }));
    await world.direct((tx) => meetClock(tx, { tenant, subjectId: place.subjectId, step: 'designate' }));
    expect(await rowsOf(place.subjectId)).toEqual([]);
  });

  test('hours end at their minute', async () => {
    const place = subject(5);
    const clock = await world.direct(async (tx) =>
      startClock(tx, { ...place, step: 'forwardApplication', from: '2026-11-24T09:30' }),
    );
    expect(clock).toMatchObject({ dueOn: '2026-11-25', dueAt: '2026-11-25T01:30:00.000Z' });
  });

  test('a step without a limit on that day is the fault of the caller', async () => {
    await expect(
      world.direct(async (tx) => startClock(tx, { ...subject(6), step: 'decide', from: '2010-05-04' })),
    ).rejects.toThrow(RangeError);
  });
});
