import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayDecide, mayTouch } from './independence.ts';

const who = fc.constantFrom('a', 'b', 'c');
const perhaps = fc.option(who, { nil: null });

test('nobody decides a complaint about themselves or one they looked into; everybody else may', () => {
  fc.assert(
    fc.property(who, perhaps, perhaps, (id, againstAccountId, investigatorId) => {
      expect(mayTouch({ id }, { againstAccountId })).toBe(id !== againstAccountId);
      expect(mayDecide({ id }, { againstAccountId, investigatorId })).toBe(
        ![againstAccountId, investigatorId].includes(id),
      );
    }),
  );
});
