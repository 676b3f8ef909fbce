import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent, hearing } from '../walk/small-city.ts';
import {
  type ApplicationPage,
  begin,
  type Matter,
  type Moved,
  maintenance,
  type Office,
  openOffice,
} from './office.ts';

interface Request {
  readonly id: string;
  readonly tenant: string;
  readonly peerTenant: string;
  readonly version: number;
  readonly question: string;
  readonly state: string;
}

onEachEngine('another centre is asked to check', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  const question = '配偶在隆阳区做工，请核查收入。';
  const asked = async (): Promise<Matter & { requestId: string }> => {
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    await matter.move(office.staff.clerk, 'acknowledge');
    const { requestId } = await matter.move<Moved & { requestId: string }>(
      office.staff.reviewer,
      'request-cooperation',
      {
        toTenant: hearing,
        question,
        days: 7,
      },
    );
    return Object.assign(matter, { requestId });
  };
  const listed = async (id: string, state = 'ASKED'): Promise<Request | undefined> =>
    (
      await office.staff.neighbourReviewer.get<{ rows: readonly Request[] }>(`/api/cooperation?state=${state}`)
    ).rows.find((row) => row.id === id);
  const answer = { askedBy: competent, finding: 'confirmed', answer: '属实，月收入 2100 元。' };

  test('the days to decide stand still; the other centre sees it, and nothing else of the matter; its answer lets them run', async () => {
    const matter = await asked();
    const waiting = await matter.page(office.staff.reviewer);
    expect(waiting.application).toMatchObject({
      state: 'AWAITING_COOPERATION',
      dueStep: 'cooperation',
      dueOn: '2026-12-01',
    });
    expect(
      waiting.deadlines
        .filter((d) => !d.promise)
        .map((d) => `${d.step} ${d.state}`)
        .sort(),
    ).toEqual(['cooperation running', 'decide paused']);
    const letter = waiting.documents.find((document) => document.formKey === 'cooperationLetter');
    const words = await docxWords(
      (await office.staff.clerk.file(`/api/documents/${competent}/${letter?.documentId}/docx`)).bytes,
    );
    for (const line of ['协助核查函', '隆阳区法律援助中心', question.replace(/\s/g, ''), '2026年12月1日'])
      expect(words).toContain(line);
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('正在请外地的中心帮忙核查');
    expect(citizen.text()).not.toContain(question);

    office.on('2026-11-27');
    const request = await listed(matter.requestId);
    expect(request).toMatchObject({ tenant: hearing, peerTenant: competent, question });
    expect(await office.staff.neighbourReviewer.refusal('GET', matter.url)).toMatchObject({ status: 403 });
    const address = `/api/cooperation/${hearing}/${matter.requestId}/answer`;
    // The asking centre's own staff cannot answer for the other.
    expect(await office.staff.reviewer.refusal('POST', address, { version: 1, ...answer })).toMatchObject({
      status: 404,
    });
    expect(
      await office.staff.neighbourReviewer.refusal('POST', address, { version: 1, ...answer, askedBy: '530581' }),
    ).toMatchObject({ status: 404 });
    await office.staff.neighbourReviewer.post(address, { version: 1, ...answer }, 'cooperation-answer-0001');
    await office.staff.neighbourReviewer.post(address, { version: 1, ...answer }, 'cooperation-answer-0001');
    const page = await office.staff.reviewer.get<ApplicationPage & { cooperation: readonly object[] }>(matter.url);
    // From the 24th to the 27th the clock stood still: seven counted days end on 4 December.
    expect(page.application).toMatchObject({ state: 'UNDER_REVIEW', dueStep: 'decide', dueOn: '2026-12-04' });
    expect(page.cooperation).toMatchObject([
      { state: 'ANSWERED', finding: 'confirmed', answer: answer.answer, peerTenant: hearing },
    ]);
    expect(page.story.filter((event) => event.kind === 'application.cooperationReceived')).toHaveLength(1);
    expect(await office.staff.neighbourReviewer.refusal('POST', address, { version: 2, ...answer })).toMatchObject({
      status: 409,
      code: 'record.actionNotAllowed',
    });
    expect(await office.staff.neighbourReviewer.refusal('POST', address, { version: 1, ...answer })).toMatchObject({
      status: 409,
      code: 'record.stale',
    });
    expect(await listed(matter.requestId, 'ANSWERED')).toMatchObject({ state: 'ANSWERED' });
  });

  test('the reviewer may stop waiting; the other centre’s list is cleared of it', async () => {
    const matter = await asked();
    office.on('2026-12-02');
    await matter.move(office.staff.reviewer, 'end-cooperation', { toTenant: hearing, reason: '逾期未复' });
    expect((await matter.page(office.staff.reviewer)).application).toMatchObject({
      state: 'UNDER_REVIEW',
      dueOn: '2026-12-09',
    });
    expect(await listed(matter.requestId)).toBeUndefined();
  });

  test('withdrawn meanwhile: the answer is kept and moves nothing', async () => {
    const matter = await asked();
    await matter.move(office.staff.clerk, 'withdraw');
    await office.staff.neighbourReviewer.post(`/api/cooperation/${hearing}/${matter.requestId}/answer`, {
      version: 1,
      ...answer,
    });
    expect((await matter.page(office.staff.manager)).application.state).toBe('WITHDRAWN');
  });

  test.each([
    ['one’s own centre', { toTenant: competent }, 'application.sameCentre'],
    ['a place without a centre', { toTenant: '530581' }, 'application.noCentre'],
  ])('not of %s', async (_what, change, code) => {
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    await matter.move(office.staff.clerk, 'acknowledge');
    const body = { version: matter.version, question, days: 7, ...change };
    expect(await office.staff.reviewer.refusal('POST', `${matter.url}/request-cooperation`, body)).toMatchObject({
      code,
    });
  });
});
