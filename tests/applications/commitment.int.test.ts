import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import type { Assessment } from '../../modules/policy/index.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { begin, type Matter, type Moved, maintenance, type Office, openOffice, someone } from './office.ts';

interface Commitment extends Moved {
  readonly state: string;
  readonly pickedFor: string | null;
  readonly dueOn: string | null;
  readonly check: string | null;
  readonly costFen: number | null;
  readonly allowedActions: readonly string[];
}

onEachEngine('a commitment in place of proof', (open) => {
  let office: Office;
  let threshold: number;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
    const { application } = await (await begin(office, maintenance(true))).page(office.staff.reviewer);
    threshold = (application.assessment as Assessment).standard?.threshold ?? 0;
  });
  afterAll(() => office.close());

  /** Granted on the person's word; an income right at the line is always checked. */
  const granted = async (perCapita: number, change: object = {}): Promise<Matter> => {
    const { onlyReviewer, approver, clerk } = office.staff;
    const matter = await begin(
      office,
      maintenance(true, {
        proof: 'commitment',
        commitment: { signed: 'fingerprint', readAloud: true },
        household: { members: 3, annualIncome: perCapita * 3, applicantAnnualIncome: perCapita },
        ...change,
      }),
    );
    await matter.move(clerk, 'acknowledge');
    await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
    await matter.move(approver, 'grant');
    return matter;
  };
  const urlOf = ({ submitted }: Matter): string => `/api/commitments/${submitted.tenant}/${submitted.applicationId}`;
  const read = (matter: Matter, who = office.staff.approver) => who.get<Commitment>(urlOf(matter));
  const found = { method: 'sharedData', note: '养老待遇每月 2,300 元，表中没有填写。' };

  test('it is told and signed before a clerk, and kept with who told it; without one nothing is signed', async () => {
    const { application } = await (await granted(threshold)).page(office.staff.reviewer);
    expect(application.commitment).toMatchObject({ signed: 'fingerprint', readAloud: true, on: '2026-11-24' });
    expect((application.commitment as { toldBy: string }).toldBy).not.toBe('');
    expect(
      await office.staff.clerk.refusal(
        'POST',
        '/api/applications',
        maintenance(true, { commitment: { signed: 'signature', readAloud: false } }),
      ),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/commitment', code: 'application.commitmentNotChosen' }] });
  });

  test('near the line it is checked in thirty days; found so, it is closed', async () => {
    const matter = await granted(threshold);
    const { version, ...drawn } = await read(matter);
    expect(drawn).toMatchObject({ state: 'TO_CHECK', pickedFor: 'nearLine', dueOn: '2026-12-24' });
    const { rows } = await office.staff.onlyReviewer.get<{ rows: readonly { applicationId: string }[] }>(
      '/api/commitments',
    );
    expect(rows.map(({ applicationId }) => applicationId)).toContain(matter.submitted.applicationId);
    await office.staff.onlyReviewer.post(`${urlOf(matter)}/confirm`, {
      version,
      method: 'visit',
      note: '入户查看，属实。',
    });
    expect(await read(matter)).toMatchObject({ state: 'CONFIRMED', check: '入户查看，属实。', allowedActions: [] });
    expect(
      await office.staff.onlyReviewer.refusal('POST', `${urlOf(matter)}/doubt`, { version: version + 1, ...found }),
    ).toMatchObject({ status: 409, code: 'record.actionNotAllowed' });
  });

  test('where no means were asked there is nothing to check; where proof was shown neither', async () => {
    const waived = await granted(400_000, {
      groups: ['socialAssistance'],
    });
    expect((await waived.page(office.staff.reviewer)).application.route).toBe('verificationWaived');
    const shown = await granted(400_000, { proof: 'documents', commitment: undefined });
    for (const matter of [waived, shown])
      expect(await office.staff.approver.refusal('GET', urlOf(matter))).toMatchObject({ status: 404 });
  });

  test('found false by a second person: the case ends, the cost is the bureau’s to order, and no centre takes a promise again', async () => {
    const recipient = someone();
    const matter = await granted(threshold, { recipient });
    const caseId = (await matter.page(office.staff.approver)).application.caseId;
    const { reviewer, approver, onlyReviewer, bureau } = office.staff;
    // One account with both roles: it checked, so it does not decide.
    await reviewer.post(`${urlOf(matter)}/doubt`, { version: 1, ...found });
    expect((await read(matter, reviewer)).allowedActions).toEqual([]);
    const verdict = { version: 2, note: '听取申请人说明：承认没有填写养老待遇。' };
    expect(await reviewer.refusal('POST', `${urlOf(matter)}/find-false`, verdict)).toMatchObject({
      status: 403,
      code: 'application.sameHand',
    });
    expect(await onlyReviewer.refusal('POST', `${urlOf(matter)}/find-false`, verdict)).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
    expect(await bureau.refusal('GET', urlOf(matter))).toMatchObject({ status: 404 });
    await approver.post(`${urlOf(matter)}/find-false`, verdict);
    const ended = await office.staff.designator.get<{ case: { state: string; terminationGround: string } }>(
      `/api/cases/${competent}/${caseId}`,
    );
    expect(ended.case).toMatchObject({ state: 'TERMINATED', terminationGround: 'fraud' });

    expect(
      await approver.refusal('POST', `${urlOf(matter)}/order-recovery`, { version: 3, costFen: 90_000, fineFen: 0 }),
    ).toMatchObject({ status: 403 });
    expect(
      await bureau.refusal('POST', `${urlOf(matter)}/order-recovery`, {
        version: 3,
        costFen: 90_000,
        fineFen: 300_001,
      }),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/fineFen' }] });
    await bureau.post(`${urlOf(matter)}/order-recovery`, { version: 3, costFen: 90_000, fineFen: 50_000 });
    expect(
      await bureau.refusal('POST', `${urlOf(matter)}/record-payment`, { version: 4, paidOn: '2026-11-23' }),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/paidOn', code: 'application.paidBeforeOrder' }] });
    await bureau.post(`${urlOf(matter)}/record-payment`, { version: 4, paidOn: '2026-11-24' });
    expect(await read(matter, bureau)).toMatchObject({ state: 'REPAID', costFen: 90_000 });

    const again = { ...maintenance(true, { recipient, proof: 'commitment' }) };
    expect(await office.staff.clerk.refusal('POST', '/api/applications', again)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/proof', code: 'application.commitmentBarred' }],
    });
    const elsewhere = { ...again, matter: { ...again.matter, occurrenceRegion: '530502001', organRegion: hearing } };
    expect(await office.staff.neighbourClerk.refusal('POST', '/api/applications', elsewhere)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/proof' }],
    });
    // With proof the door stays open.
    await begin(office, { ...again, proof: 'documents' });
  });

  test('a finding that was wrong is taken back, and the person may promise again', async () => {
    const recipient = someone();
    const matter = await granted(threshold, { recipient });
    const { approver, onlyReviewer } = office.staff;
    await onlyReviewer.post(`${urlOf(matter)}/doubt`, { version: 1, ...found });
    await approver.post(`${urlOf(matter)}/find-false`, { version: 2, note: '没有说明。' });
    await approver.post(`${urlOf(matter)}/correct`, { version: 3, note: '同名的另一个人领取的待遇，认错了人。' });
    expect(await read(matter)).toMatchObject({ state: 'CONFIRMED' });
    await begin(office, maintenance(true, { recipient, proof: 'commitment' }));
  });

  test('somebody’s report has one checked that was not drawn', async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      const matter = await granted(200_000);
      const before = await read(matter);
      if (before.state !== 'STANDING') continue;
      expect(before).toMatchObject({ pickedFor: null, dueOn: null });
      await office.staff.onlyReviewer.post(`${urlOf(matter)}/pick`, { version: 1, note: '村里反映家里开着货车。' });
      expect(await read(matter)).toMatchObject({ state: 'TO_CHECK', pickedFor: 'report', dueOn: '2026-12-24' });
      return;
    }
    throw new Error('twelve in a row were drawn');
  });

  test('the counters and the records agree: given, drawn, found false and not taken back, recovered', async () => {
    expect(await office.differences()).toEqual([]);
    const { cells } = await office.staff.manager.get<{
      cells: readonly { name: string; dimension: string; value: string; n: number }[];
    }>('/api/statistics?from=2026-01&to=2026-12');
    const total = (name: string): number =>
      cells
        .filter((cell) => cell.name === `commitments.${name}` && cell.dimension === 'all')
        .reduce((sum, { n }) => sum + n, 0);
    const [row] = await office.direct((tx) =>
      tx.db
        .withTables<{ applicationCommitment: { state: string; pickedOn: string | null } }>()
        .selectFrom('applicationCommitment')
        .select(({ fn }) => [fn.countAll<number>().as('given'), fn.count<number>('pickedOn').as('picked')])
        .execute(),
    );
    expect([total('given'), total('picked')]).toEqual([Number(row?.given), Number(row?.picked)]);
    expect(total('picked')).toBeGreaterThan(2);
    // One stands; the one that was taken back is counted no more.
    expect(total('false')).toBe(1);
    expect(total('recovered')).toBeGreaterThanOrEqual(90_000);
    expect(
      cells.filter(
        ({ name, dimension, value }) =>
          name === 'commitments.picked' && dimension === 'pickedFor' && value === 'report',
      ),
    ).toMatchObject([{ n: 1 }]);
  });

  test('each count opens the list that it counts, page by page; the bureau sees what was found false, and nothing else', async () => {
    const { manager, bureau, clerk } = office.staff;
    interface List {
      readonly rows: readonly { readonly applicationId: string; readonly costFen: number; readonly fineFen: number }[];
      readonly next: string | null;
    }
    const all = async (query: string, who = manager): Promise<List['rows']> => {
      const rows: List['rows'][number][] = [];
      for (let after = ''; ; ) {
        const page = await who.get<List>(`/api/commitments/counted?span=2026&limit=2&${query}${after}`);
        rows.push(...page.rows);
        if (page.next === null) return rows;
        after = `&after=${page.next}`;
      }
    };
    const { cells } = await manager.get<{
      cells: readonly { name: string; dimension: string; value: string; n: number }[];
    }>('/api/statistics?from=2026-01&to=2026-12');
    const counted = (name: string, value = ''): number =>
      cells
        .filter((cell) => cell.name === `commitments.${name}` && cell.value === value)
        .reduce((sum, { n }) => sum + n, 0);
    for (const by of ['given', 'picked', 'false'] as const) {
      const rows = await all(`by=${by}`);
      expect([by, rows.length]).toEqual([by, counted(by)]);
      expect(new Set(rows.map(({ applicationId }) => applicationId)).size).toBe(rows.length);
    }
    const reasons = await all('by=picked&pickedFor=report');
    expect(reasons).toHaveLength(counted('picked', 'report'));
    const recovered = await all('by=recovered');
    expect(recovered.reduce((sum, { costFen, fineFen }) => sum + costFen + fineFen, 0)).toBe(counted('recovered'));
    expect(await all('by=given', clerk)).toEqual([]);
    expect((await all('by=false', bureau)).length).toBe(counted('false'));
    const seen = await all('by=given', bureau);
    expect(seen.length).toBe(counted('false'));
    const none = await manager.get<List>('/api/commitments/counted?span=2025&by=given');
    expect(none.rows).toEqual([]);
  });
});
