import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { begin, maintenance, type Office, openOffice } from '../applications/office.ts';
import type { Desk } from '../walk/desk.ts';
import { competent } from '../walk/small-city.ts';

interface Answer {
  readonly others: readonly { readonly name: string; readonly doing: string | null }[];
}

onEachEngine('two at one matter', (open) => {
  let office: Office;
  let url: string;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
    url = `/api/presence/${competent}/${(await begin(office, maintenance(true))).submitted.applicationId}`;
  });
  afterAll(() => office.close());

  const at = async (who: Desk, doing?: string) =>
    (await who.post<Answer>(url, doing === undefined ? {} : { doing })).others.map((one) => [one.name, one.doing]);
  const later = (seconds: number): void => office.world.clock.advance(seconds * 1000);

  test('see each other, and what form the other has open; who leaves or falls silent is gone', async () => {
    const { reviewer, onlyReviewer, approver } = office.staff;
    expect(await at(reviewer)).toEqual([]);
    expect(await at(onlyReviewer)).toEqual([['某reviewerapprover', null]]);
    expect(await at(reviewer, 'application.propose')).toEqual([['某reviewer', null]]);
    expect(await at(onlyReviewer)).toEqual([['某reviewerapprover', 'application.propose']]);
    await reviewer.post(`${url}/leave`);
    expect(await at(onlyReviewer)).toEqual([]);
    // A browser that was closed without a word counts as gone after three quarters of a minute.
    later(40);
    expect(await at(approver)).toEqual([['某reviewer', null]]);
    later(6);
    expect(await at(approver)).toEqual([]);
  });

  test('not with those who may not open the matter, and nothing else is taken as a form', async () => {
    const { neighbourReviewer, lawyer, clerk } = office.staff;
    for (const who of [neighbourReviewer, lawyer])
      expect(await who.refusal('POST', url, {})).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect(await clerk.refusal('POST', url, { doing: '<b>' })).toMatchObject({ status: 400 });
    expect(await clerk.refusal('POST', `/api/presence/${competent}/nothing`, {})).toMatchObject({ status: 400 });
  });

  test('the matter itself remembers nothing of it', async () => {
    const events = await office.direct((tx) =>
      tx.db.selectFrom('event').select('kind').where('kind', 'like', 'presence%').execute(),
    );
    expect(events).toEqual([]);
  });
});
