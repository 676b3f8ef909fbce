import { expect } from 'vitest';
import type { Assessment } from '../../modules/policy/index.ts';
import { begin, type Moved, maintenance, refused, someone } from '../applications/office.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { designateFirst, grant, handling, running, type Story, unpaid, wordsOf } from './told.ts';

/* 困难与信任: what is believed, what is looked into, and what is said against a decision. */

export const means: readonly Story[] = [
  {
    title: 'aid came first, the papers never: the aid ends, the case with it, and the person is told how to object',
    tell: async (office) => {
      const { clerk, approver, manager } = office.staff;
      office.on('2026-11-24');
      const matter = await begin(office, maintenance(true));
      await matter.move(clerk, 'acknowledge');
      const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'provide-provisionally', {
        ground: 'periodExpiring',
        periodExpiresOn: '2026-11-27',
        days: 7,
        toComplete: ['身份证复印件'],
      });
      const early = { version: matter.version, outcome: 'notMadeGood', facts: '没有补来。' };
      expect(await approver.refusal('POST', `${matter.url}/end-provisional`, early)).toMatchObject({
        code: 'application.provisionalRunning',
      });
      office.on('2026-12-02');
      await matter.move(approver, 'end-provisional', { outcome: 'notMadeGood', facts: '期限已过，没有补来。' });
      expect((await handling(office, caseId).page(manager)).case.state).toBe('TERMINATED');
      expect((await office.lookUp(matter.submitted)).text()).toContain('终止');
    },
  },
  {
    title: 'a promise that was not so: the aid ends, the bureau has the cost back, and next time there is no promise',
    tell: async (office) => {
      const { clerk, onlyReviewer, approver, bureau, manager } = office.staff;
      office.on('2026-11-24');
      const recipient = someone('1972-10-10');
      const plain = await begin(office, maintenance(true, { recipient: someone() }));
      const { threshold = 0 } = ((await plain.page(onlyReviewer)).application.assessment as Assessment).standard ?? {};
      // Right at the line: always looked at afterwards.
      const matter = await begin(
        office,
        maintenance(true, {
          recipient,
          proof: 'commitment',
          commitment: { signed: 'fingerprint', readAloud: true },
          household: { members: 2, annualIncome: threshold * 2, applicantAnnualIncome: threshold },
        }),
      );
      const aid = await grant(office, matter);
      const lawyer = await designateFirst(office, aid);
      await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });

      const url = `/api/commitments/${competent}/${matter.submitted.applicationId}`;
      const read = () => approver.get<Moved & { state: string; dueOn: string | null }>(url);
      const step = async (who: typeof approver, name: string, body: object) =>
        who.post(`${url}/${name}`, { version: (await read()).version, ...body });
      expect(await read()).toMatchObject({ state: 'TO_CHECK', dueOn: '2026-12-24' });
      office.on('2026-12-08');
      await step(onlyReviewer, 'doubt', { method: 'sharedData', note: '养老待遇每月 2,300 元，表中没有填写。' });
      await office.work();
      await step(approver, 'find-false', { note: '听取本人说明：承认没有填写养老待遇。' });

      const ended = await aid.page(manager);
      expect(ended.case).toMatchObject({ state: 'TERMINATED', terminationGround: 'fraud' });
      expect(await wordsOf(office, ended.documents, 'terminationDecision')).toContain('诚信承诺不实');
      // Everybody is told within three days.
      expect(running(ended.deadlines)).toMatchObject({ notifyTermination: '2026-12-11' });
      office.on('2026-12-10');
      await aid.move(clerk, 'record-notification', { recipientServedOn: '2026-12-09', unitToldOn: '2026-12-10' });
      expect((await aid.page(manager)).deadlines).toEqual([]);

      await step(bureau, 'order-recovery', { costFen: 90_000, fineFen: 50_000 });
      office.on('2026-12-20');
      await step(bureau, 'record-payment', { paidOn: '2026-12-20' });
      expect(await read()).toMatchObject({ state: 'REPAID' });

      const next = maintenance(true, { recipient, proof: 'commitment' });
      expect(await clerk.refusal('POST', '/api/applications', next)).toMatchObject({
        errors: [{ pointer: '/proof', code: 'application.commitmentBarred' }],
      });
      // With papers the door stays open.
      await begin(office, { ...next, proof: 'documents' });
    },
  },
  {
    title: 'asked of the county where he worked: the days stand still, the answer is no, and the bureau upholds it',
    tell: async (office) => {
      const { clerk, onlyReviewer, approver, neighbourClerk, bureau, manager } = office.staff;
      office.on('2026-11-24');
      const matter = await begin(office, maintenance(false));
      await matter.move(clerk, 'acknowledge');
      await matter.move(onlyReviewer, 'request-cooperation', {
        toTenant: hearing,
        question: '请核查其在隆阳区的房产和经营收入。',
        days: 10,
      });
      expect((await matter.page(manager)).application).toMatchObject({
        state: 'AWAITING_COOPERATION',
        dueOn: '2026-12-04',
      });
      office.on('2026-11-27');
      const { rows } = await neighbourClerk.get<{ rows: readonly (Moved & { id: string; question: string })[] }>(
        '/api/cooperation',
      );
      const asked = rows.find(({ question }) => question.includes('隆阳区的房产'));
      await neighbourClerk.post(`/api/cooperation/${hearing}/${asked?.id}/answer`, {
        version: asked?.version,
        askedBy: competent,
        finding: 'notConfirmed',
        answer: '名下有铺面两间，年租金 36 万元。',
      });
      await office.work();
      const back = await matter.page(onlyReviewer);
      // The three days until the answer came stood still: from the 1st of December to the 4th.
      expect(back.application).toMatchObject({ state: 'UNDER_REVIEW', dueOn: '2026-12-04' });
      matter.version = back.application.version;
      await matter.move(onlyReviewer, 'propose', { outcome: 'refuse', grounds: back.suggestedGrounds });
      await matter.move(approver, 'refuse');

      office.on('2026-12-03');
      const citizen = await office.lookUp(matter.submitted);
      await citizen.get('/progress/objection');
      await citizen.submit('/progress/objection', { reasons: '铺面是替亲戚代管的。' });
      const objected = await matter.page(bureau);
      matter.version = objected.application.version;
      expect(running(objected.deadlines)).toMatchObject({ decideObjection: '2026-12-08' });
      await matter.move(bureau, 'maintain', {
        grounds: [{ text: '租金由本人收取，属于其收入。', citation: '《法律援助法》第三十四条' }],
      });
      const { application, documents } = await matter.page(bureau);
      expect(application.state).toBe('REFUSED_FINAL');
      const decision = await wordsOf(office, documents, 'objectionDecision');
      for (const remedy of ['行政复议', '行政诉讼']) expect(decision).toContain(remedy);
      await citizen.get('/progress/matter');
      expect(citizen.text()).toContain('维持');
    },
  },
  {
    title: 'an objection is upheld: the centre that refused must grant, and a lawyer is found',
    tell: async (office) => {
      const { bureau, approver } = office.staff;
      office.on('2026-11-24');
      const matter = await refused(office);
      office.on('2026-11-30');
      const citizen = await office.lookUp(matter.submitted);
      await citizen.get('/progress/objection');
      await citizen.submit('/progress/objection', { reasons: '大儿子早已分家，他的工资不该算进来。' });
      const objected = await matter.page(bureau);
      expect(objected.application).toMatchObject({ state: 'OBJECTION_UNDER_REVIEW', dueOn: '2026-12-07' });
      matter.version = objected.application.version;
      await matter.move(bureau, 'order-correction', {
        grounds: [{ text: '分家的儿子不是共同生活的家庭成员。', citation: '《法律援助法》第四十九条' }],
        correction: '撤销不予决定，给予法律援助',
      });
      const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'grant-corrected');
      const aid = handling(office, caseId);
      await designateFirst(office, aid);
      await citizen.get('/progress/matter');
      for (const line of ['司法局责令中心改正', '同意给您法律援助']) expect(citizen.text()).toContain(line);
      expect(['周正', '阿约·木呷'].some((name) => citizen.text().includes(name))).toBe(true);
    },
  },
  {
    title:
      'the aid of two brothers is ended on the same rumour: one is heard and his lawyer goes on, one had indeed hired his own',
    tell: async (office) => {
      const { approver, bureau, clerk, manager } = office.staff;
      office.on('2026-11-24');
      const brothers = [];
      for (const born of ['1983-03-03', '1986-06-06']) {
        const matter = await begin(office, unpaid({ recipient: someone(born) }));
        const aid = await grant(office, matter);
        const lawyer = await designateFirst(office, aid);
        await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
        await aid.move(approver, 'terminate', { ground: 'ownCounsel', facts: '听说自己请了律师。' });
        await aid.move(clerk, 'record-notification', { recipientServedOn: '2026-11-24', unitToldOn: '2026-11-24' });
        brothers.push({ matter, aid, lawyer });
      }
      const [elder, younger] = brothers;
      if (elder === undefined || younger === undefined) throw new Error('nobody came');
      office.on('2026-11-26');
      for (const { matter } of brothers) {
        const citizen = await office.lookUp(matter.submitted);
        await citizen.get('/progress/objection');
        await citizen.submit('/progress/objection', { reasons: '没有请过别的律师，是听来的话。' });
        expect(citizen.path()).toBe('/progress/objection/sent');
      }
      expect((await elder.aid.page(manager)).case).toMatchObject({ state: 'TERMINATION_CONTESTED' });
      const grounds = [{ text: '没有委托合同，终止的事实不清。', citation: '《法律援助法》第四十八条' }];
      await elder.aid.move(bureau, 'order-correction', { grounds, correction: '撤销终止决定，恢复法律援助' });
      expect((await elder.aid.page(manager)).case).toMatchObject({ state: 'RESUMPTION_DUE', dueOn: '2026-11-26' });
      await elder.aid.move(approver, 'resume-handling', { note: '已与承办人联系。' });
      await elder.aid.move(elder.lawyer, 'note-progress', {
        kind: 'other',
        on: '2026-11-26',
        text: '继续办理，明天去仲裁委立案。',
        visibleToCitizen: true,
      });
      expect((await office.lookUp(elder.matter.submitted)).text()).toContain('继续办理，明天去仲裁委立案。');

      await younger.aid.move(bureau, 'maintain', {
        grounds: [{ text: '有11月20日的委托合同。', citation: '《法律援助法》第四十八条第一款第六项' }],
      });
      expect((await younger.aid.page(manager)).case.state).toBe('TERMINATION_UPHELD');
      expect((await office.lookUp(younger.matter.submitted)).text()).toContain('维持');
    },
  },
];
