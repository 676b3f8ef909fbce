import { expect } from 'vitest';
import { begin, type Moved, someone } from '../applications/office.ts';
import { archive, designateFirst, grant, handling, paySubsidy, type Story, unpaid } from './told.ts';

/* 欠薪: pay that was not given. */

export const wages: readonly Story[] = [
  {
    title: 'a migrant worker has his pay in ten days, and nobody asks him for his income',
    tell: async (office) => {
      const { reviewer } = office.staff;
      office.on('2026-11-24');
      const matter = await begin(office, unpaid());
      const { application } = await matter.page(reviewer);
      expect(application).toMatchObject({ outcome: 'eligible', route: 'verificationWaived' });

      const aid = await grant(office, matter);
      office.on('2026-11-25');
      const lawyer = await designateFirst(office, aid);
      await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-25' });
      await aid.move(lawyer, 'note-progress', {
        kind: 'interview',
        on: '2026-11-25',
        text: '已约公司到劳动监察大队当面说明。',
        visibleToCitizen: true,
      });
      expect((await office.lookUp(matter.submitted)).text()).toContain('已约公司到劳动监察大队当面说明。');

      office.on('2026-12-04');
      const settled = {
        closedOn: '2026-12-03',
        event: 'settlement',
        outcome: 'settled',
        recovered: 2_466_000,
        work: { meetings: 1, hearings: 0 },
        summary: '公司拖欠工资，经当面协商。',
        result: '公司于12月3日付清工资 24,660 元。',
      };
      expect(await aid.refusal(lawyer, 'report-closing', settled)).toMatchObject({
        errors: [{ pointer: '/event', code: 'case.consentMissing' }],
      });
      await aid.move(lawyer, 'note-progress', {
        kind: 'settlementConsent',
        on: '2026-12-02',
        text: '本人同意：公司一次付清，不再主张其他。',
        visibleToCitizen: true,
      });
      await aid.move(lawyer, 'report-closing', settled);
      expect((await aid.page(office.staff.manager)).case.state).toBe('CLOSED_PENDING_FILE');
    },
  },
  {
    title:
      'four workers of one site, one employer: each has a matter of their own, one firm takes them all, one man settles alone',
    tell: async (office) => {
      const { clerk, designator, lawyer, approver, manager } = office.staff;
      const { firms, handlers } = office.city;
      const employer = '保山同心建筑劳务有限公司';
      office.on('2026-11-24');
      const crew = [];
      for (const born of ['1975-02-01', '1981-05-09', '1990-11-30', '1996-07-12'])
        crew.push(await begin(office, unpaid({ recipient: someone(born), opponents: [{ name: employer }] })));

      // One of them is paid off at the gate and takes his application back on his telephone.
      const [alone, ...others] = crew;
      if (alone === undefined) throw new Error('nobody came');
      const citizen = await office.lookUp(alone.submitted);
      await citizen.get('/progress/withdraw');
      await citizen.submit('/progress/withdraw', { reason: '老板今天把钱付清了。' });
      expect((await alone.page(manager)).application.state).toBe('WITHDRAWN');

      // Side by side against one employer there is no conflict: one firm may have them all, and names one lawyer.
      const together = [];
      for (const matter of others) {
        const aid = await grant(office, matter);
        await aid.move(designator, 'designate-firm', { agencyId: firms[0] });
        expect((await aid.page(manager)).case).toMatchObject({ state: 'AT_FIRM' });
        await aid.move(clerk, 'name-handler', { handlerId: handlers.L1 });
        await aid.move(lawyer, 'accept');
        await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
        together.push(aid);
      }
      const ledger = await designator.get<{ rows: readonly { method: string }[] }>(
        '/api/designation/530521/ledger?method=firm',
      );
      expect(ledger.rows.length).toBeGreaterThanOrEqual(3);

      // The award comes for all three on one day; the file of the first goes all the way to the lawyer's account.
      office.on('2026-12-18');
      for (const aid of together)
        await aid.move(lawyer, 'report-closing', {
          closedOn: '2026-12-17',
          event: 'arbitralAward',
          outcome: 'won',
          recovered: 1_820_000,
          work: { meetings: 2, hearings: 1 },
          summary: '三名工友同一工地、同一用人单位，分别申请仲裁，合并开庭。',
          result: '裁决公司支付工资 18,200 元。',
        });
      const [first, second] = together;
      if (first === undefined || second === undefined) throw new Error('nobody stayed');
      await archive(office, first, lawyer);
      expect(await paySubsidy(office, first, '2026-12-18')).toBeGreaterThan(0);

      // The second file comes back once: what was wanting is named, and a new day is set.
      await second.move(lawyer, 'submit-file', {
        pieces: (await second.page(lawyer)).catalogue.pieces
          .filter(({ required }) => required)
          .map(({ key, name }) => ({ key, name: name.zh, pages: 1 })),
      });
      await second.move(approver, 'return-file', { reasons: ['裁决书缺第二页'], resubmitBy: '2026-12-25' });
      expect((await second.page(manager)).case).toMatchObject({ state: 'CLOSED_PENDING_FILE', dueStep: 'submitFile' });
      await archive(office, second, lawyer);
      expect((await second.page(manager)).case.state).toBe('ARCHIVED');
      const [, told] = others;
      if (told === undefined) throw new Error('nobody stayed');
      const page = await office.lookUp(told.submitted);
      await page.get('/progress/rate');
      await page.submit('/progress/rate', { face: 'verySatisfied', words: '三个人的钱都拿到了。' });
      expect(page.path()).toBe('/progress/rate/thanks');
    },
  },
  {
    title: 'the case that nobody had time for: declined, on offer and lapsed, taken at last, its hearing moved',
    tell: async (office) => {
      const { designator, lawyer, otherLawyer, manager } = office.staff;
      const { L1, L2 } = office.city.handlers;
      office.on('2026-11-24');
      const matter = await begin(office, unpaid({ opponents: [{ name: '昌宁某某石材厂' }] }));
      const aid = await grant(office, matter);
      await aid.move(designator, 'designate', { handlerId: L1, reason: '劳动争议专长' });
      await aid.move(lawyer, 'decline', { ground: 'hearingClash', reason: '十二月初连续开庭。' });
      expect(await aid.refusal(designator, 'designate', { handlerId: L1 })).toMatchObject({
        errors: [{ pointer: '/handlerId', code: 'case.bar.declinedBefore' }],
      });

      // Nobody answers in a day; the law's own days run on all the while.
      const before = (await aid.page(manager)).case.dueOn;
      await aid.move(designator, 'open-offer', { hours: 24 });
      expect((await aid.page(manager)).case).toMatchObject({ state: 'ON_OFFER', dueOn: before });
      office.on('2026-11-25', '10:01');
      await office.work();
      expect((await aid.page(manager)).case.state).toBe('AWAITING_DESIGNATION');
      const { offerId } = await aid.move<Moved & { offerId: string }>(designator, 'open-offer', { hours: 48 });
      const { offers } = await otherLawyer.get<{ offers: readonly { offerId: string }[] }>(
        '/api/designation/530521/offers',
      );
      expect(offers.map((offer) => offer.offerId)).toContain(offerId);
      await otherLawyer.post(`${aid.url}/take-offer`, { offerId });
      expect(await lawyer.refusal('POST', `${aid.url}/take-offer`, { offerId })).toMatchObject({
        code: 'case.offerGone',
      });
      expect((await aid.page(manager)).case).toMatchObject({ state: 'ACCEPTED', handlerId: L2 });
      await aid.move(otherLawyer, 'record-agreement', { signedOn: '2026-11-25' });

      // A Sunday is warned of; the tribunal moves it, and the person reads the new day.
      const sunday = { heldOn: '2026-12-13', startsAt: '09:00', place: '施甸县仲裁委' };
      expect(await aid.refusal(otherLawyer, 'fix-hearing', sunday)).toMatchObject({ code: 'case.hearingWarned' });
      const { hearingId } = await aid.move<Moved & { hearingId: string }>(otherLawyer, 'fix-hearing', {
        ...sunday,
        despiteWarnings: true,
      });
      await aid.move(otherLawyer, 'move-hearing', {
        hearingId,
        heldOn: '2026-12-14',
        startsAt: '14:30',
        note: '仲裁委调整到工作日',
      });
      expect((await handling(office, aid.id).page(manager)).hearings).toMatchObject([
        { heldOn: '2026-12-13', state: 'moved' },
        { heldOn: '2026-12-14', state: 'fixed' },
      ]);
    },
  },
];
