import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import type { Lifecycle } from '../../kernel/use-case/index.ts';
import { applicationLifecycle, commitmentLifecycle } from '../../modules/applications/index.ts';
import { caseLifecycle } from '../../modules/cases/index.ts';
import { type Office, openOffice } from '../applications/office.ts';
import { accused } from './accused.ts';
import { door } from './door.ts';
import { family } from './family.ts';
import { means } from './means.ts';
import type { Story } from './told.ts';
import { wages } from './wages.ts';

const shelves: readonly (readonly [shelf: string, stories: readonly Story[]])[] = [
  ['at the door', door],
  ['pay', wages],
  ['at home', family],
  ['means and trust', means],
  ['accused', accused],
];

onEachEngine('stories', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  describe.each(shelves)('%s', (_shelf, stories) => {
    for (const { title, tell } of stories) test(title, () => tell(office));
  });

  test('after all of it the counters and the records agree, and every memory is whole', async () => {
    await office.work();
    expect(await office.differences()).toEqual([]);
    expect(await office.brokenLinks()).toEqual([]);
  });

  /** The states that matters of one kind have been in, as their memory tells it. */
  const walked = async ({ name, initial }: Lifecycle): Promise<ReadonlySet<string>> => {
    const events = await office.direct((tx) =>
      tx.db.selectFrom('event').select('payload').where('subject', '=', name).execute(),
    );
    return new Set([initial, ...events.flatMap(({ payload: { from, to } }) => [from, to].filter(isText))]);
  };

  test.each<readonly [Lifecycle, readonly string[]]>([
    [applicationLifecycle, []],
    [caseLifecycle, []],
    // One that was looked at and borne out is told where commitments have a test of their own.
    [commitmentLifecycle, ['CONFIRMED']],
  ])('together they walked every state of $name', async (lifecycle, elsewhere) => {
    const seen = await walked(lifecycle);
    expect(Object.keys(lifecycle.states).filter((state) => !seen.has(state))).toEqual(elsewhere);
  });

  test('together they let every clock of the law run', async () => {
    const clocks = await office.direct((tx) => tx.db.selectFrom('deadline').select('step').distinct().execute());
    expect(clocks.map(({ step }) => step)).toEqual(
      expect.arrayContaining([
        'checkCommitment',
        'carryOutCorrection',
        'cooperation',
        'decide',
        'decideObjection',
        'decideReplacement',
        'designate',
        'fileWithCourt',
        'handOver',
        'notifyTermination',
        'provisionalPapers',
        'replyOrgan',
        'reviewFile',
        'signAgreement',
        'submitFile',
      ]),
    );
  });
});

const isText = (value: unknown): value is string => typeof value === 'string';
