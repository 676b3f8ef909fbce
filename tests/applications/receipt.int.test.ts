import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { grant, unpaid } from '../stories/told.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { begin, type Moved, maintenance, type Office, openOffice, someone } from './office.ts';

onEachEngine('how an application comes', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  const refusal = (body: object) => office.staff.clerk.refusal('POST', '/api/applications', body);

  describe('a paper form from a power cut', () => {
    test('its days run from the day it was received; it may be overdue when it is entered, and says so', async () => {
      const matter = await begin(
        office,
        maintenance(true, { receivedOn: '2026-11-13', lateEntryReason: '站点停电，11月13日收到纸质申请' }),
      );
      expect(matter.submitted.decideBy.on).toBe('2026-11-20');
      const page = await matter.page(office.staff.reviewer);
      expect(page.application).toMatchObject({
        receivedOn: '2026-11-13',
        dueOn: '2026-11-20',
        lateEntry: { reason: '站点停电，11月13日收到纸质申请', enteredOn: '2026-11-24' },
      });
      expect(page.story.find((event) => event.kind === 'application.submitted')?.payload).toMatchObject({
        receivedOn: '2026-11-13',
        enteredOn: '2026-11-24',
      });
      const { rows } = await office.staff.reviewer.get<{ rows: readonly { id: string }[] }>(
        '/api/applications?dueBy=2026-11-23',
      );
      expect(rows.map((row) => row.id)).toContain(matter.submitted.applicationId);
      const citizen = await office.lookUp(matter.submitted);
      expect(citizen.text()).toContain('已超过 4 天');
    });

    test.each([
      ['without a reason', { receivedOn: '2026-11-13' }, [['/lateEntryReason', 'input.required']]],
      ['in the future', { receivedOn: '2026-11-25' }, [['/receivedOn', 'application.receivedOnFuture']]],
    ])('%s it is refused', async (_what, change, expected) => {
      const problem = await refusal(maintenance(true, change));
      expect(problem.status).toBe(400);
      expect(problem.errors?.map((e) => [e.pointer, e.code])).toEqual(expected);
    });
  });

  describe('from custody, and through a duty lawyer', () => {
    const defence = (change: Readonly<Record<string, unknown>>) => ({
      ...maintenance(true, change),
      matter: {
        class: 'criminal',
        narrative: '涉嫌盗窃，没有委托辩护人。',
        proceeding: 'litigation',
        occurrenceRegion: '530521102',
        organRegion: competent,
        criminal: { stage: 'investigation', role: 'suspectOrDefendant', hasDefender: false },
      },
    });

    test('twenty-four clock hours, over the weekend too; the place gets a copy of the decision', async () => {
      const matter = await begin(
        office,
        defence({ door: 'custody', forwarding: { place: '施甸县看守所', appliedAt: '2026-11-23T09:59' } }),
      );
      const page = await matter.page(office.staff.reviewer);
      // Applied at 9:59 the day before, received at ten: one minute late.
      expect(page.application).toMatchObject({
        forwarded: {
          place: '施甸县看守所',
          appliedAt: '2026-11-23T01:59:00.000Z',
          dueAt: '2026-11-24T01:59:00.000Z',
          late: true,
          citation: expect.stringContaining('第三十九条'),
        },
      });
      await matter.move(office.staff.clerk, 'acknowledge');
      await matter.move(office.staff.reviewer, 'propose', { outcome: 'grant' });
      const granted = await matter.move<Moved & { documentId: string }>(office.staff.approver, 'grant');
      const words = await docxWords(
        (await office.staff.approver.file(`/api/documents/${competent}/${granted.documentId}/docx`)).bytes,
      );
      expect(words).toContain('抄送：施甸县看守所');
    });

    test('in time to the minute', async () => {
      const matter = await begin(
        office,
        defence({ door: 'dutyLawyer', forwarding: { place: '值班律师周正', appliedAt: '2026-11-23T10:00' } }),
      );
      expect((await matter.page(office.staff.reviewer)).application).toMatchObject({ forwarded: { late: false } });
    });

    test.each([
      ['no such minute', { place: '看守所', appliedAt: '2026-11-23T24:00' }, '/forwarding/appliedAt', 'input.date'],
      ['no place', { place: '', appliedAt: '2026-11-23T10:00' }, '/forwarding/place', 'input.required'],
      [
        'applied later than received',
        { place: '看守所', appliedAt: '2026-11-24T10:01' },
        '/forwarding/appliedAt',
        'application.forwardedBefore',
      ],
    ])('bad input: %s', async (_what, forwarding, pointer, code) => {
      expect(await refusal(defence({ door: 'custody', forwarding }))).toMatchObject({ errors: [{ pointer, code }] });
    });
  });

  test('whoever applies for another is asked for their proof, on the receipt', async () => {
    const matter = await begin(
      office,
      maintenance(true, {
        applyingAs: 'legalRepresentative',
        recipient: someone('2015-08-01'),
        agent: { name: '赵父', relation: '父亲' },
      }),
    );
    await matter.move(office.staff.clerk, 'acknowledge');
    const page = await matter.page(office.staff.reviewer);
    expect(page).toMatchObject({ stillNeeded: [expect.stringContaining('监护关系证明')] });
    const receipt = page.documents.find((document) => document.formKey === 'materialsReceipt');
    const words = await docxWords(
      (await office.staff.clerk.file(`/api/documents/${competent}/${receipt?.documentId}/docx`)).bytes,
    );
    expect(words).toContain('还需提交：监护关系证明（《法律援助法》第四十条第一款）');
  });

  test('a guardian who is the other side cannot speak for the child; the grandmother can', async () => {
    const family = {
      recipient: someone('2015-08-01'),
      opponents: [{ name: '赵父' }],
    };
    expect(
      await refusal(
        maintenance(true, { ...family, applyingAs: 'legalRepresentative', agent: { name: '赵父', relation: '父亲' } }),
      ),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/agent/name', code: 'application.agentIsOpponent' }] });
    const matter = await begin(
      office,
      maintenance(true, {
        ...family,
        applyingAs: 'closeRelative',
        guardianIsWrongdoer: true,
        agent: { name: '赵奶奶', relation: '祖母' },
      }),
    );
    expect((await matter.page(office.staff.reviewer)).application).toMatchObject({
      standing: { citation: '《法律援助法》第四十条第一款', proof: 'kinship' },
    });
  });

  describe('handed over to the competent centre', () => {
    test('both ends have a term; taken up there it is closed here; either number tells the whole story', async () => {
      const matter = await begin(office, maintenance(true));
      await matter.move(office.staff.clerk, 'acknowledge');
      const moved = await matter.move<Moved & { toApplicationId: string; toNumber: string }>(
        office.staff.reviewer,
        'transfer',
        { toTenant: hearing, reason: '办案机关在隆阳区' },
      );
      const here = await matter.page(office.staff.manager);
      expect(here.application).toMatchObject({ state: 'HANDING_OVER', dueStep: 'handOver', dueOn: '2026-11-27' });
      expect(here.deadlines.map((d) => [d.step, d.dueOn])).toEqual([['handOver', '2026-11-27']]);
      const thereUrl = `/api/applications/${hearing}/${moved.toApplicationId}`;
      const there = await office.staff.neighbourReviewer.get<{
        application: Moved & { state: string };
        deadlines: readonly { step: string }[];
      }>(thereUrl);
      expect(there.application.state).toBe('SUBMITTED');
      expect(there.deadlines.map((d) => d.step)).toContain('handOver');

      office.on('2026-11-26');
      await office.staff.neighbourClerk.post(`${thereUrl}/acknowledge`, { version: there.application.version });
      await office.work();
      const closed = await matter.page(office.staff.manager);
      expect(closed.application).toMatchObject({ state: 'TRANSFERRED', dueOn: null });
      expect(closed.deadlines).toEqual([]);
      expect(closed.story[0]).toMatchObject({
        kind: 'application.handOverAcknowledged',
        payload: { toTenant: hearing, on: '2026-11-26' },
      });
      const taken = await office.staff.neighbourReviewer.get<{ deadlines: readonly { step: string }[] }>(thereUrl);
      expect(taken.deadlines.map((d) => d.step)).not.toContain('handOver');

      const byOld = await office.lookUp(matter.submitted);
      const byNew = await office.lookUp({ ...matter.submitted, number: moved.toNumber });
      expect(byOld.text()).toContain('转给了隆阳区法律援助中心');
      expect(byNew.text().slice(byNew.text().indexOf('查申请进度'))).toBe(
        byOld.text().slice(byOld.text().indexOf('查申请进度')),
      );
      office.on('2026-11-24');
    });

    test('handed on unopened, it counts as taken up: nothing lies between two desks', async () => {
      const matter = await begin(office, maintenance(true));
      const moved = await matter.move<Moved & { toApplicationId: string }>(office.staff.reviewer, 'transfer', {
        toTenant: hearing,
        reason: '办案机关在隆阳区',
      });
      await office.staff.neighbourReviewer.post(`/api/applications/${hearing}/${moved.toApplicationId}/transfer`, {
        version: 1,
        toTenant: competent,
        reason: '办案机关在施甸县',
      });
      await office.work();
      expect((await matter.page(office.staff.manager)).application.state).toBe('TRANSFERRED');
    });
  });

  test('the counters agree with the records', async () => {
    expect(await office.differences()).toEqual([]);
  });

  test('what the person asked to be spoken to in is asked of the handlers: who knows it comes first, and the list says so', async () => {
    office.on('2026-11-24');
    const { manager, designator, clerk } = office.staff;
    const url = `/api/handlers?tenant=${competent}`;
    interface Entry {
      readonly id: string;
      readonly version: number;
      readonly languages: readonly string[];
    }
    const roster = async () => (await manager.get<{ handlers: readonly Entry[] }>(url)).handlers;
    const aid = await grant(office, await begin(office, unpaid({ language: 'jingpo' })));
    interface List {
      readonly candidates: readonly {
        readonly handlerId: string;
        readonly lines: readonly {
          readonly part: string;
          readonly points: number;
          readonly text: { readonly zh: string };
        }[];
      }[];
    }
    const ranked = async () => (await designator.get<List>(`${aid.url}/candidates`)).candidates;
    const before = await ranked();
    expect(before.map(({ lines }) => lines.find(({ part }) => part === 'language')?.points)).toEqual(
      before.map(() => 0),
    );
    const last = (await roster()).find(({ id }) => id === before.at(-1)?.handlerId);
    if (last === undefined) throw new Error('the last candidate is not on the roster');
    const change = { tenant: competent, handlerId: last.id, version: last.version, languages: ['mandarin', 'jingpo'] };
    expect(await clerk.refusal('POST', '/api/handlers/languages', change)).toMatchObject({ status: 403 });
    expect(await manager.refusal('POST', '/api/handlers/languages', { ...change, languages: [] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/languages' }],
    });
    await manager.post('/api/handlers/languages', change);
    expect(await manager.refusal('POST', '/api/handlers/languages', change)).toMatchObject({ code: 'record.stale' });
    const [first] = await ranked();
    expect(first?.handlerId).toBe(last.id);
    expect(first?.lines.find(({ part }) => part === 'language')?.text.zh).toBe('会景颇语，受援人需要');
    const told = await office.direct((tx) =>
      tx.db.selectFrom('event').select('payload').where('kind', '=', 'handler.languagesChanged').execute(),
    );
    expect(told).toHaveLength(1);
  });
});
