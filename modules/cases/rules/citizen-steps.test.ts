import { describe, expect, test } from 'vitest';
import { type CaseState, caseLifecycle } from '../lifecycle.ts';
import { type CitizenCase, citizenSteps } from './citizen-steps.ts';

const fresh: CitizenCase = {
  state: 'AWAITING_DESIGNATION',
  designatedOn: null,
  handlerName: null,
  handlerUnit: null,
  acceptedOn: null,
  agreementOn: null,
  withoutAgreement: false,
  replacement: null,
  closedOn: null,
  archivedOn: null,
  terminatedOn: null,
  dueOn: '2026-11-27',
  dueCitation: '《法律援助法》第四十三条',
};

describe('what the recipient reads', () => {
  test('while nobody is found yet, the latest day and its article stand at that step only', () => {
    const steps = citizenSteps(fresh);
    expect(steps.map((s) => s.state)).toEqual(['now', 'next', 'next', 'next', 'next', 'next']);
    expect(steps[0]).toMatchObject({ dueOn: '2026-11-27', citation: '《法律援助法》第四十三条' });
    expect(steps.slice(1).every((s) => s.dueOn === null)).toBe(true);
  });

  test('who acts for them is named once it is settled', () => {
    const steps = citizenSteps({
      ...fresh,
      state: 'DESIGNATED',
      designatedOn: '2026-11-25',
      handlerName: '杨某',
      handlerUnit: '保山某律师事务所',
    });
    expect(steps[0]).toMatchObject({ state: 'done', on: '2026-11-25', detail: { zh: '杨某（保山某律师事务所）' } });
  });

  test('a request for another handler stands before the handling; refused, with its reason; agreed to, as the search for another', () => {
    const handled = { ...fresh, designatedOn: '2026-11-25', acceptedOn: '2026-11-25', agreementOn: '2026-11-26' };
    const asked = citizenSteps({
      ...handled,
      state: 'REPLACEMENT_REVIEW',
      replacement: { state: 'requested', on: '2026-11-30', reason: null },
    });
    expect(asked.map((s) => [s.key, s.state]).slice(2, 5)).toEqual([
      ['agreement', 'done'],
      ['replacement', 'now'],
      ['handling', 'next'],
    ]);
    const kept = { state: 'kept', on: '2026-12-02', reason: '已核实，承办人按期会见。' } as const;
    const after = citizenSteps({ ...handled, state: 'HANDLING', replacement: kept });
    expect(after[3]).toMatchObject({ key: 'replacement', state: 'done', detail: { zh: kept.reason } });
    const again = citizenSteps({ ...fresh, replacement: { state: 'approved', on: '2026-12-02', reason: null } });
    expect(again[0]?.detail.zh).toContain('同意更换');
  });

  test('an archived case is done from end to end', () => {
    expect(citizenSteps({ ...fresh, state: 'ARCHIVED' }).every((s) => s.state === 'done')).toBe(true);
  });

  test('a terminated case shows how far it came, and how to object', () => {
    const steps = citizenSteps({
      ...fresh,
      state: 'TERMINATED',
      designatedOn: '2026-11-25',
      terminatedOn: '2026-11-30',
    });
    expect(steps.map((s) => s.key)).toEqual(['designation', 'termination']);
    expect(steps[1]?.detail.zh).toContain('异议');
  });

  test.each(Object.keys(caseLifecycle.states) as CaseState[])(
    '%s has exactly one present step at most, and words in both languages',
    (state) => {
      const steps = citizenSteps({ ...fresh, state, terminatedOn: state === 'TERMINATED' ? '2026-11-30' : null });
      expect(steps.filter((s) => s.state === 'now').length).toBeLessThanOrEqual(1);
      for (const { title } of steps) expect(title.zh !== '' && title.en !== '').toBe(true);
    },
  );
});
