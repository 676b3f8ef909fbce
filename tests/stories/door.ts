import { expect } from 'vitest';
import { begin, type Moved, maintenance, someone } from '../applications/office.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { candidatesFor, designateFirst, grant, notified, type Story, unpaid, wordsOf } from './told.ts';

/* 门: how a matter comes, and which way it takes from there. */

/** Somebody held, and what they are accused of. */
const accused = {
  class: 'criminal',
  narrative: '涉嫌盗窃，没有委托辩护人。',
  proceeding: 'litigation',
  occurrenceRegion: '530521102',
  organRegion: competent,
  criminal: { stage: 'investigation', role: 'suspectOrDefendant', hasDefender: false },
} as const;

export const door: readonly Story[] = [
  {
    title: 'a paper form from a power cut: its days run from the day it was handed in',
    tell: async (office) => {
      const { clerk, reviewer, onlyReviewer, approver } = office.staff;
      office.on('2026-11-26');
      const onPaper = maintenance(true, { receivedOn: '2026-11-23' });
      expect(await clerk.refusal('POST', '/api/applications', onPaper)).toMatchObject({
        status: 400,
        errors: [{ pointer: '/lateEntryReason', code: 'input.required' }],
      });
      const matter = await begin(office, { ...onPaper, lateEntryReason: '暴雨停电，23日收的纸质申请' });
      // Seven days from the 23rd, not from the day on which the power came back.
      expect(matter.submitted.decideBy.on).toBe('2026-11-30');
      await matter.move(clerk, 'acknowledge');
      await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
      office.on('2026-11-30');
      await matter.move(approver, 'grant');
      const { application, story } = await matter.page(reviewer);
      expect(application).toMatchObject({ state: 'GRANTED', receivedOn: '2026-11-23', grantedOn: '2026-11-30' });
      expect(story.at(-1)?.payload).toMatchObject({
        // Why, stands in the application, which is emptied one day; the chain never is.
        enteredLate: true,
        enteredOn: '2026-11-26',
      });
    },
  },
  {
    title: 'the wrong county: handed over, and one number still tells the person everything',
    tell: async (office) => {
      const { clerk, neighbourClerk, neighbourReviewer, manager } = office.staff;
      office.on('2026-11-24');
      const matter = await begin(office, unpaid());
      await matter.move(clerk, 'acknowledge');
      const moved = await matter.move<Moved & { toApplicationId: string; toNumber: string }>(clerk, 'transfer', {
        toTenant: hearing,
        reason: '仲裁委员会在隆阳区',
      });
      const there = `/api/applications/${hearing}/${moved.toApplicationId}`;
      // Not theirs to read any more than it was ours before: each centre sees its own record.
      expect(await clerk.refusal('GET', there)).toMatchObject({ status: 403 });
      office.on('2026-11-25');
      const { application } = await neighbourReviewer.get<{ application: Moved & { receivedOn: string } }>(there);
      expect(application.receivedOn).toBe('2026-11-24');
      await neighbourClerk.post(`${there}/acknowledge`, { version: application.version });
      await office.work();
      expect((await matter.page(manager)).application.state).toBe('TRANSFERRED');
      const citizen = await office.lookUp(matter.submitted);
      for (const line of ['您提交了申请', '转给了隆阳区法律援助中心']) expect(citizen.text()).toContain(line);
      const byNewNumber = await office.lookUp({ ...matter.submitted, number: moved.toNumber });
      expect(byNewNumber.text()).toContain('转给了隆阳区法律援助中心');
    },
  },
  {
    title:
      'a village without signal: the liaison writes it down, brings it in three days later, and follows it from the village',
    tell: async (office) => {
      const { liaison, clerk, reviewer, manager } = office.staff;
      const { village } = office.city;
      office.on('2026-11-26');
      const written = {
        ...maintenance(true),
        door: 'liaison',
        intakeTenant: competent,
        intakeAgency: village,
        receivedOn: '2026-11-23',
        lateEntryReason: '村里没有信号，23日手写登记，26日到镇上补录',
        recipient: someone('1948-03-19', 'female'),
        groups: ['olderPerson'],
      };
      // For another counter the liaison may not speak.
      expect(
        await liaison.refusal('POST', '/api/applications', { ...written, intakeAgency: office.city.station }),
      ).toMatchObject({ status: 403 });
      const matter = await begin(office, written, liaison);
      expect(matter.submitted.decideBy.on).toBe('2026-11-30');
      await matter.move(clerk, 'acknowledge');
      await matter.move(reviewer, 'request-supplement', { items: ['户口簿复印件'], note: '请联络员代交', days: 3 });
      const own = async () =>
        (await liaison.get<{ rows: readonly { id: string; state: string }[] }>('/api/applications/own-intake')).rows;
      expect(await own()).toEqual([
        expect.objectContaining({ id: matter.submitted.applicationId, state: 'AWAITING_SUPPLEMENT' }),
      ]);
      // What the liaison brings in, the counter records; the days that passed meanwhile do not count.
      office.on('2026-11-28');
      await matter.move(clerk, 'answer-supplement', { note: '联络员送来户口簿复印件' });
      expect((await matter.page(manager)).application).toMatchObject({ state: 'UNDER_REVIEW', dueOn: '2026-12-03' });
      // Follows it, and decides nothing.
      expect(await liaison.refusal('GET', matter.url)).toMatchObject({ status: 403 });
      expect(
        await liaison.refusal('POST', `${matter.url}/propose`, { version: matter.version, outcome: 'grant' }),
      ).toMatchObject({ status: 403, code: 'auth.forbidden' });
      await matter.move(reviewer, 'propose', { outcome: 'grant' });
      await matter.move(office.staff.approver, 'grant');
      expect((await own()).map(({ state }) => state)).toEqual(['GRANTED']);
    },
  },
  {
    title: 'a man in custody, and his wife at the window: she stands on the law, and the place of custody has its copy',
    tell: async (office) => {
      const { clerk, onlyReviewer, approver } = office.staff;
      office.on('2026-11-24');
      const matter = await begin(office, {
        ...maintenance(true),
        door: 'custody',
        forwarding: { place: '施甸县看守所', appliedAt: '2026-11-23T16:30' },
        applyingAs: 'closeRelative',
        agent: { name: '段桂芳', relation: '妻子' },
        matter: accused,
      });
      const page = await matter.page(onlyReviewer);
      expect(page.application).toMatchObject({
        standing: { citation: '《法律援助法》第二十四条', proof: 'kinship' },
        forwarded: { place: '施甸县看守所', late: false },
      });
      // She has not shown that she is his wife; the receipt says what is still wanting.
      expect(page.stillNeeded).toEqual([expect.stringContaining('亲属关系证明')]);
      await matter.move(clerk, 'acknowledge');
      expect(await wordsOf(office, (await matter.page(onlyReviewer)).documents, 'materialsReceipt')).toContain(
        '亲属关系证明',
      );
      await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
      await matter.move(approver, 'grant');
      expect(await wordsOf(office, (await matter.page(onlyReviewer)).documents, 'grantDecision')).toContain(
        '抄送：施甸县看守所',
      );
    },
  },
  {
    title: 'twenty-four hours by the clock: what a duty lawyer was told on Friday evening is late on Saturday night',
    tell: async (office) => {
      const { designator, lawyer, reviewer } = office.staff;
      const { court, handlers } = office.city;
      const organCaseNumber = '（2026）施公刑字118号';
      office.on('2026-11-27');
      const { shiftIds } = await designator.post<{ shiftIds: readonly string[] }>(`/api/duty/${competent}/shifts`, {
        agencyId: court,
        handlerId: handlers.L1,
        period: 'day',
        mode: 'onSite',
        days: ['2026-11-27'],
      });
      const suspect = someone('1999-09-09');
      office.on('2026-11-27', '17:10');
      await lawyer.post(`/api/duty/${competent}/helps`, {
        shiftId: shiftIds[0],
        agencyId: court,
        handlerId: handlers.L1,
        helpedOn: '2026-11-27',
        mode: 'onSite',
        person: suspect,
        stage: 'investigation',
        organCaseNumber,
        services: ['advice', 'helpToApply'],
        outcome: 'applicationForwarded',
        signature: 'signed',
      });
      // The papers came on Saturday evening and are entered on Monday: the hours ran over the weekend, the days from Saturday.
      office.on('2026-11-30');
      const matter = await begin(office, {
        ...maintenance(true),
        recipient: suspect,
        door: 'dutyLawyer',
        receivedOn: '2026-11-28',
        lateEntryReason: '周六收到，周一补录',
        forwarding: { place: '值班律师周正', appliedAt: '2026-11-27T17:00', receivedAt: '2026-11-28T17:30' },
        matter: accused,
      });
      const { application, deadlines } = await matter.page(reviewer);
      expect(application).toMatchObject({
        receivedOn: '2026-11-28',
        forwarded: { dueAt: '2026-11-28T09:00:00.000Z', late: true, citation: expect.stringContaining('第三十九条') },
      });
      expect(deadlines.find(({ step, promise }) => step === 'decide' && !promise)?.dueOn).toBe('2026-12-07');

      // Somebody else is accused in the same proceeding: whoever advised the one as duty lawyer does not defend the other.
      const other = await notified(office, {
        organ: 'police',
        organName: '施甸县公安局',
        ground: 'impaired',
        stage: 'investigation',
        receivedOn: '2026-11-30',
        organCaseNumber,
        person: { name: '同案人段某', sex: 'male', birthDate: '1988-01-02' },
      });
      expect((await candidatesFor(office, other)).barsOf('L1')).toEqual(['dutyLawyerOfCoSuspect']);
    },
  },
  {
    title: 'what was asked for never came: deemed withdrawn, said in writing, and she may come again',
    tell: async (office) => {
      const { clerk, reviewer, manager } = office.staff;
      const recipient = someone('1951-06-01', 'female');
      office.on('2026-11-16');
      const first = await begin(office, maintenance(true, { recipient }));
      await first.move(clerk, 'acknowledge');
      await first.move(reviewer, 'request-supplement', { items: ['赡养协议'], days: 3 });
      // The last day is hers: nothing lapses on it.
      office.on('2026-11-19', '23:50');
      await office.newDay();
      expect((await first.page(manager)).application.state).toBe('AWAITING_SUPPLEMENT');
      office.on('2026-11-20');
      await office.newDay();
      await office.work();
      const { application, documents } = await first.page(manager);
      expect(application).toMatchObject({ state: 'DEEMED_WITHDRAWN', dueOn: null });
      expect(await wordsOf(office, documents, 'deemedWithdrawalNotice')).toContain('第四十三条');
      expect((await office.lookUp(first.submitted)).text()).toContain('撤回');

      // At the counter she is known again, and it is pointed out that it is the same matter.
      const parties = (await first.page(reviewer)).parties as readonly { role: string; personId: string }[];
      const personId = parties.find(({ role }) => role === 'recipient')?.personId;
      const { applications } = await clerk.post<{ applications: readonly object[] }>(
        `/api/applications/${competent}/repeated`,
        { personIds: [personId], class: 'civil', cause: 'maintenance' },
      );
      expect(applications).toEqual([
        expect.objectContaining({ applicationId: first.submitted.applicationId, sameMatter: true }),
      ]);
      const again = await begin(office, maintenance(true, { recipient }));
      await designateFirst(office, await grant(office, again));
    },
  },
];
