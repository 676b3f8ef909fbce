import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lifecycles } from '../apps/server/lifecycles.ts';
import { fromRoot } from '../kernel/paths.ts';
import type { Permission } from '../kernel/use-case/index.ts';
import { isRole, roles } from '../modules/accounts/index.ts';

/** Permissions and life cycles name roles as plain words; a word misspelt would be a right that nobody has. */
test('every role that something is allowed to can be held by an account', async () => {
  const files = readdirSync(fromRoot('modules'))
    .map((module) => fromRoot('modules', module, 'permissions.ts'))
    .filter((file) => existsSync(file));
  expect(files.length).toBeGreaterThanOrEqual(6);
  const permissions: Permission[] = [];
  for (const file of files) {
    const exported = (await import(file)) as Record<string, unknown>;
    permissions.push(...(Object.values(exported) as Permission[]).filter((value) => Array.isArray(value.roles)));
  }
  expect(permissions.length).toBeGreaterThan(20);
  const unknown = permissions.flatMap(({ key, roles: named }) =>
    named.filter((role) => !isRole(role)).map((role) => `${key}: ${role}`),
  );
  const strange = lifecycles.flatMap(({ name, states }) =>
    Object.values(states).flatMap(({ on }) =>
      Object.entries(on).flatMap(([event, { by }]) =>
        by
          .filter((role) => !isRole(role) && role !== 'citizen' && role !== 'system')
          .map((role) => `${name}.${event}: ${role}`),
      ),
    ),
  );
  expect([...unknown, ...strange]).toEqual([]);
});

test('administrators of the system do no work on matters', async () => {
  const administrators = Object.entries(roles)
    .filter(([, { duty }]) => duty.endsWith('Administration'))
    .map(([role]) => role);
  const moves = lifecycles.flatMap(({ name, states }) =>
    Object.values(states).flatMap(({ on }) =>
      Object.entries(on).map(([event, { by }]) => ({ move: `${name}.${event}`, by })),
    ),
  );
  expect(moves.filter(({ by }) => by.some((role) => administrators.includes(role))).map(({ move }) => move)).toEqual(
    [],
  );
});
