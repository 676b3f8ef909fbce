import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifecycles } from '../apps/server/lifecycles.ts';
import {
  allowedActions,
  authoriseTransition,
  type Lifecycle,
  staffActor,
  systemActor,
  transitionFrom,
} from '../kernel/use-case/index.ts';

const place = { tenant: '530521' };

describe.each(lifecycles.map((l) => [l.name, l] as const))('%s', (_name, lifecycle: Lifecycle) => {
  test('a walk at random never leaves the table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (choices) => {
        let state = lifecycle.initial;
        for (const choice of choices) {
          const actions = allowedActions(lifecycle, state, systemActor, place);
          if (actions.length === 0) break;
          const action = actions[choice % actions.length] ?? '';
          state = authoriseTransition(lifecycle, state, action, systemActor, place).to;
          expect(Object.keys(lifecycle.states)).toContain(state);
        }
      }),
    );
  });

  test('every state can be reached', () => {
    const reached = new Set([lifecycle.initial]);
    for (const state of reached) for (const t of Object.values(lifecycle.states[state]?.on ?? {})) reached.add(t.to);
    expect([...reached].sort()).toEqual(Object.keys(lifecycle.states).sort());
  });

  test('what a screen offers is what the table allows, for each role', () => {
    for (const [state, { on }] of Object.entries(lifecycle.states)) {
      for (const role of new Set(Object.values(on).flatMap((t) => t.by))) {
        const actor = staffActor('a', '某', [{ role, tenant: place.tenant, subtree: false }], [place.tenant]);
        const expected = Object.entries(on)
          .filter(([, t]) => t.by.includes(role))
          .map(([event]) => event);
        expect(allowedActions(lifecycle, state, actor, place)).toEqual(expected);
      }
    }
  });

  test('a move that is not in the table is refused by name', () => {
    for (const state of Object.keys(lifecycle.states)) {
      expect(() => transitionFrom(lifecycle, state, 'noSuchMove')).toThrow('record.actionNotAllowed');
    }
  });

  test('states and moves have words in both languages', () => {
    for (const { zh, en, on } of Object.values(lifecycle.states)) {
      for (const words of [{ zh, en }, ...Object.values(on)]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });
});
