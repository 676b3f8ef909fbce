import { expect, test } from 'vitest';
import { applicationLifecycle } from '../../../../../../modules/applications/lifecycle.ts';
import { affairLifecycles } from '../../../../../../modules/cases/affair-lifecycles.ts';
import { caseLifecycle } from '../../../../../../modules/cases/lifecycle.ts';
import { applicationMoves } from '../../../api/applications.ts';
import { caseMoves } from '../../../api/cases.ts';
import { actionForms } from './registry.ts';

/** Moves that a person of the staff may make, out of the server's own tables. */
const staffMoves = [applicationLifecycle, caseLifecycle].flatMap((lifecycle) =>
  Object.values<{ on: Readonly<Record<string, { by: readonly string[] }>> }>(lifecycle.states).flatMap(({ on }) =>
    Object.entries(on)
      .filter(([, move]) => move.by.some((role) => role !== 'citizen' && role !== 'system'))
      .map(([event]) => ({ name: lifecycle.name, event })),
  ),
);

test('every move of the tables that staff may make has its form and its path', () => {
  expect(staffMoves.length).toBeGreaterThan(20);
  const withoutForm = staffMoves
    .filter(({ name, event }) => !Object.hasOwn(actionForms, `${name}.${event}`))
    .map(({ name, event }) => `${name}.${event}`);
  // Screens of their own: ranked candidates and firms, what is on offer, what a firm is to name somebody for.
  expect([...new Set(withoutForm)]).toEqual([
    'case.designate',
    'case.openOffer',
    'case.designateFirm',
    'case.takeOffer',
    'case.nameHandler',
    'case.giveBack',
  ]);
  const paths = { application: applicationMoves, case: caseMoves };
  for (const { name, event } of staffMoves) expect(Object.hasOwn(paths[name], event), `${name}.${event}`).toBe(true);
});

test('every move of what goes out from a case has its form', () => {
  const moves = Object.entries(affairLifecycles).flatMap(([name, { states }]) =>
    Object.values(states).flatMap(({ on }) => Object.keys(on).map((event) => `${name}.${event}`)),
  );
  expect(moves.length).toBeGreaterThan(10);
  expect(moves.filter((move) => !Object.hasOwn(actionForms, move))).toEqual([]);
});
