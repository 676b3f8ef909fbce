import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseLifecycle } from '../lifecycle.ts';
import { waysToResume } from './resumption.ts';

describe('how terminated aid may go on', () => {
  test.each([
    ['handled, the handler may act', true, true, true, ['resumeHandling', 'resumeByDesignation']],
    ['accepted, the agreement not yet signed', true, false, true, ['resumeSigning', 'resumeByDesignation']],
    ['handled, the handler suspended since', true, true, false, ['resumeByDesignation']],
    ['designated, not yet accepted', false, false, true, ['resumeByDesignation']],
    ['nobody designated', false, false, false, ['resumeByDesignation']],
  ])('%s', (_what, accepted, signed, mayAct, expected) => {
    expect(waysToResume({ accepted, signed, mayAct })).toEqual(expected);
  });

  test('whoever may not act is never brought back, and there is always a way on that the table has', () => {
    const open = Object.keys(caseLifecycle.states.RESUMPTION_DUE.on);
    fc.assert(
      fc.property(fc.record({ accepted: fc.boolean(), signed: fc.boolean(), mayAct: fc.boolean() }), (case_) => {
        const ways = waysToResume(case_);
        expect(ways.length).toBeGreaterThan(0);
        for (const way of ways) expect(open).toContain(way);
        if (!case_.mayAct || !case_.accepted) expect(ways).toEqual(['resumeByDesignation']);
      }),
    );
  });
});
