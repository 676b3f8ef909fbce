import { describe, expect, test } from 'vitest';
import { lawOnFile, packsOnFile } from '../law/on-file.ts';
import type { Outcome } from '../schema.ts';
import { newCostCounter } from './estimate-cost.ts';
import { figuresInForce } from './figures-in-force.ts';
import type { JudgedAgain } from './judge-again.ts';
import { newTally } from './tally.ts';

const becomes = (outcome: Outcome, direction: 'gains' | 'loses' | 'other'): JudgedAgain => ({
  kind: 'otherwise',
  direction,
  after: { outcome, route: null },
  reason: { rule: 'r', citation: 'c', met: true, text: { zh: '因', en: 'for' } },
});

test('a person is counted in each of their groups once, and in the whole once', () => {
  const tally = newTally();
  tally.add(
    { tenant: '530502', cause: 'labourPay', groups: ['woman', 'migrantWorker', 'woman'] },
    'ineligible',
    becomes('eligible', 'gains'),
  );
  tally.add({ tenant: '530521', cause: 'labourPay', groups: ['woman'] }, 'eligible', { kind: 'same' });
  tally.add({ tenant: '530521', cause: 'criminal', groups: [] }, 'eligible', becomes('ineligible', 'loses'));
  tally.add({ tenant: '530521', cause: 'pension', groups: [] }, 'eligible', { kind: 'rerouted' });
  tally.add({ tenant: '530521', cause: 'pension', groups: [] }, 'eligible', { kind: 'drifted' });
  const { examined, changed, rerouted, drifted, matrix, by } = tally.result();
  expect([examined, changed, rerouted, drifted]).toEqual([5, { gains: 1, loses: 1, other: 0 }, 1, 1]);
  expect(matrix).toEqual([
    { before: 'eligible', after: 'ineligible', n: 1 },
    { before: 'ineligible', after: 'eligible', n: 1 },
  ]);
  expect(by.group).toEqual([
    { value: 'migrantWorker', examined: 1, changed: { gains: 1, loses: 0, other: 0 } },
    { value: 'woman', examined: 2, changed: { gains: 1, loses: 0, other: 0 } },
  ]);
  expect(by.tenant.map(({ value, examined: n }) => [value, n])).toEqual([
    ['530502', 1],
    ['530521', 4],
  ]);
  expect(by.cause.map(({ value }) => value)).toEqual(['criminal', 'labourPay']);
});

describe('what it would cost', () => {
  const civil = { kind: 'civil', region: '530521', designatedOn: '2026-03-02', closedOn: '2026-03-02' } as const;
  test('a range by the tariff’s bands, and by what was paid on average where something was', () => {
    const counter = newCostCounter(lawOnFile());
    for (let n = 0; n < 3; n += 1) counter.add(civil);
    counter.add({ ...civil, kind: 'criminalDefence' });
    counter.add({ ...civil, region: '110101' });
    const paid = counter.result([{ kind: 'civil', paid: 3, amount: 250_001 }]);
    expect(paid).toMatchObject({
      cases: 5,
      low: 210_000,
      high: 530_000,
      byAverage: null,
      unpriced: 1,
      verified: false,
    });
    expect(paid.lines).toEqual([
      { kind: 'civil', cases: 3, low: 180_000, high: 450_000, byAverage: 250_001, paid: 3 },
      { kind: 'criminalDefence', cases: 1, low: 30_000, high: 80_000, byAverage: null, paid: 0 },
    ]);
  });
  test('an average is rounded once, over all cases', () => {
    const counter = newCostCounter(lawOnFile());
    counter.add(civil);
    counter.add(civil);
    expect(counter.result([{ kind: 'civil', paid: 3, amount: 200_000 }]).byAverage).toBe(133_333);
  });
  test('nothing costs nothing', () => {
    expect(newCostCounter(lawOnFile()).result([])).toMatchObject({ cases: 0, low: 0, high: 0, byAverage: 0 });
  });
});

describe('the figures on a day', () => {
  const figures = figuresInForce(packsOnFile(), '2026-11-24', ['530502', '530521']);
  test('fractions, standards and sums of these places, each once, with what they rest on', () => {
    const named = figures.map((f) => (f.figure === 'standard' ? `${f.region} ${f.residence}` : f.key));
    expect(named).toContain('means-baoshan.urban');
    expect(named).not.toContain('means-baoshan.urban-before');
    expect(named).toContain('tariff-baoshan-2017.civil');
    expect(named).not.toContain('tariff-baoshan-2010.civil');
    expect(new Set(named).size).toBe(named.length);
    expect(figures.filter(({ figure }) => figure === 'standard').every(({ verified }) => !verified)).toBe(true);
    for (const { text, source } of figures) {
      expect(text.zh).not.toMatch(/\{\w+\}/);
      expect(source.length).toBeGreaterThan(3);
    }
  });
  test('a county elsewhere has the common fractions and no standard', () => {
    const there = figuresInForce(packsOnFile(), '2026-11-24', ['110101']);
    expect(there.map((f) => f.figure)).toEqual(['multiplier', 'multiplier']);
  });
});
