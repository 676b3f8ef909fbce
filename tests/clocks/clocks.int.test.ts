import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { begin, maintenance, type Office, openOffice } from '../applications/office.ts';
import { designateTo, grant } from '../stories/told.ts';
import type { Desk } from '../walk/desk.ts';
import { competent, hearing } from '../walk/small-city.ts';

interface Notice {
  readonly id: string;
  readonly level: string;
  readonly step: string;
  readonly number: string | null;
  readonly dueOn: string;
  readonly subjectId: string;
}
interface Clock extends Notice {
  readonly tenant: string;
  readonly handlerName: string | null;
  readonly state: string;
}
interface Rates {
  readonly from: string;
  readonly to: string;
  readonly rates: readonly {
    readonly step: string;
    readonly promise: boolean;
    readonly inTime: number;
    readonly late: number;
    readonly rate: number | null;
  }[];
}

onEachEngine('the house and its own time limits', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  /** What this person was told of one record, and still holds. */
  const told = async (who: Desk, subjectId: string): Promise<readonly string[]> => {
    const { rows } = await who.get<{ rows: readonly Notice[] }>('/api/clocks/notices');
    return rows.filter((row) => row.subjectId === subjectId).map(({ step, level }) => `${step} ${level}`);
  };

  describe('how many were kept', () => {
    test('is counted when the month is over, published, and stays as it was published', async () => {
      const { approver, manager, onlyReviewer, clerk } = office.staff;
      office.on('2026-11-16');
      // Five decided in time, one on the day after its last.
      for (let n = 0; n < 6; n++) {
        office.on('2026-11-16');
        const matter = await begin(office, maintenance(true));
        await matter.move(clerk, 'acknowledge');
        await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
        office.on(n === 5 ? '2026-11-24' : '2026-11-23');
        await matter.move(approver, 'grant');
      }
      // And one handed over, of which no rate can be told.
      office.on('2026-11-16');
      await (await begin(office, maintenance(true))).move(clerk, 'transfer', {
        toTenant: hearing,
        reason: '办案机关在隆阳区',
      });
      const rates = async (): Promise<Rates> => manager.get<Rates>('/api/clocks/rates');
      const decide = (all: Rates) => all.rates.find(({ step, promise }) => step === 'decide' && !promise);
      office.on('2026-11-30');
      expect((await rates()).to).toBe('2026-10');
      office.on('2026-12-01');
      await office.newDay();
      const published = decide(await rates());
      expect(published).toMatchObject({ inTime: expect.any(Number), late: expect.any(Number) });
      expect(published?.inTime).toBeGreaterThanOrEqual(5);
      expect(published?.late).toBeGreaterThanOrEqual(1);
      expect(published?.rate).toBe(
        Math.floor(((published?.inTime ?? 0) * 100) / ((published?.inTime ?? 0) + (published?.late ?? 0))),
      );
      // What is done later does not mend the month that was published.
      office.on('2026-12-09');
      await office.newDay();
      expect(decide(await rates())).toEqual(published);
    });

    test('is read by everybody, without a sign-in; where there were few, no number is told', async () => {
      office.on('2026-12-09');
      const visitor = office.visitor();
      await visitor.get('/rates');
      expect(visitor.status()).toBe(200);
      expect(visitor.text()).toContain('施甸县法律援助中心');
      expect(visitor.text()).toContain('审查并作出决定');
      expect(visitor.text()).toContain('少于 5 件，不公布');
      expect((await visitor.html()).includes('赵有余')).toBe(false);
    });
  });

  test('near its end a limit is told to whoever keeps it, once; when it is met, nobody is told any more', async () => {
    const { onlyReviewer, approver, manager, clerk, lawyer } = office.staff;
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    const { applicationId } = matter.submitted;
    await office.newDay();
    expect(await told(onlyReviewer, applicationId)).toEqual([]);
    // Due on the 1st of December; the centre's own promise is a day earlier.
    office.on('2026-11-30');
    await office.newDay();
    await office.newDay();
    for (const who of [onlyReviewer, approver]) expect(await told(who, applicationId)).toContain('decide soon');
    expect((await told(onlyReviewer, applicationId)).filter((one) => one === 'decide soon')).toHaveLength(2);
    for (const who of [manager, clerk, lawyer]) expect(await told(who, applicationId)).toEqual([]);

    // Put aside by one, still held by the other.
    const { rows } = await onlyReviewer.get<{ rows: readonly Notice[] }>('/api/clocks/notices');
    const own = rows.filter(({ subjectId }) => subjectId === applicationId);
    await onlyReviewer.post('/api/clocks/notices/seen', { tenant: competent, ids: own.map(({ id }) => id) });
    expect(await told(onlyReviewer, applicationId)).toEqual([]);
    await clerk.post('/api/clocks/notices/seen', { tenant: competent, ids: own.map(({ id }) => id) });
    expect(await told(approver, applicationId)).not.toEqual([]);
    await grant(office, matter);
    expect(await told(approver, applicationId)).toEqual([]);
  });

  test('the handler is told of theirs, and nobody else’s handler is', async () => {
    const { lawyer, otherLawyer, manager } = office.staff;
    office.on('2026-11-24');
    const aid = await grant(office, await begin(office, maintenance(true)));
    await designateTo(office, aid, 'L1', '就近');
    office.on('2026-11-29');
    await office.newDay();
    expect(await told(lawyer, aid.id)).toContain('signAgreement soon');
    expect(await told(otherLawyer, aid.id)).toEqual([]);
    // The 29th is a Sunday: the last day is Monday, and theirs.
    office.on('2026-12-01');
    await office.newDay();
    expect(await told(lawyer, aid.id)).toContain('signAgreement overdue');
    expect(await told(manager, aid.id)).toEqual(['signAgreement overdue']);
  });

  test('past its last day it is the head’s too; three working days later the bureau’s, and the matter remembers', async () => {
    const { onlyReviewer, manager, bureau, clerk } = office.staff;
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    const { applicationId, number } = matter.submitted;
    office.on('2026-12-02');
    await office.newDay();
    expect(await told(manager, applicationId)).toContain('decide overdue');
    expect(await told(bureau, applicationId)).toEqual([]);
    office.on('2026-12-07');
    await office.newDay();
    await office.newDay();
    expect(await told(bureau, applicationId)).toEqual(['decide climbed']);
    // The centre's own promise stays in the house.
    expect((await told(manager, applicationId)).filter((one) => one.endsWith('climbed'))).toHaveLength(1);
    const { story } = await matter.page(onlyReviewer);
    expect(story.filter(({ kind }) => kind === 'clock.climbed')).toMatchObject([
      { payload: { step: 'decide', dueOn: '2026-12-01' } },
    ]);

    const page = async (who: Desk, query = '') =>
      (await who.get<{ rows: readonly Clock[] }>(`/api/clocks?state=overdue&limit=100${query}`)).rows;
    const seen = await page(bureau, '&step=decide');
    expect(seen.filter(({ subjectId }) => subjectId === applicationId).map((row) => [row.number, row.level])).toEqual(
      expect.arrayContaining([[number, 'climbed']]),
    );
    expect(JSON.stringify(seen)).not.toContain('赵有余');
    expect(await page(manager)).not.toEqual([]);
    expect(await page(clerk)).toEqual([]);
    const { counts } = await bureau.get<{ counts: readonly { state: string; n: number; climbed: number }[] }>(
      '/api/clocks/summary',
    );
    expect(counts.find(({ state }) => state === 'overdue')?.climbed).toBeGreaterThan(0);

    // A limit that stands still is nobody's fault and is told of to nobody.
    await matter.move(clerk, 'acknowledge');
    await matter.move(onlyReviewer, 'request-supplement', { items: ['身份证'], days: 5 });
    expect(await told(bureau, applicationId)).toEqual([]);
    const paused = await manager.get<{ rows: readonly Clock[] }>('/api/clocks?state=paused&limit=100');
    expect(paused.rows.map(({ subjectId }) => subjectId)).toContain(applicationId);
  });

  test('page after page every clock is seen once', async () => {
    const { manager } = office.staff;
    const all: string[] = [];
    for (let after = ''; ; ) {
      const page = await manager.get<{ rows: readonly (Clock & { id: string })[]; next: string | null }>(
        `/api/clocks?limit=2${after}`,
      );
      all.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(new Set(all).size).toBe(all.length);
    const { counts } = await manager.get<{ counts: readonly { n: number }[] }>('/api/clocks/summary');
    expect(all).toHaveLength(counts.reduce((sum, { n }) => sum + n, 0));
  });
});
