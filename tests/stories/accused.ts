import { expect } from 'vitest';
import { begin, someone } from '../applications/office.ts';
import { competent } from '../walk/small-city.ts';
import {
  archive,
  candidatesFor,
  defend,
  designateFirst,
  designateTo,
  grant,
  notified,
  running,
  type Story,
  unpaid,
  wordsOf,
} from './told.ts';

/* 辩护: people who are accused, and lawyers who change. */

const closing = (closedOn: string, event: string, outcome = 'opinionAdopted') => ({
  closedOn,
  event,
  outcome,
  work: { meetings: 2, fileReviews: 1 },
  summary: '会见、阅卷，提出书面意见。',
  result: '意见被采纳。',
});

export const accused: readonly Story[] = [
  {
    title: 'a girl of sixteen, three stages, one lawyer: a woman, trained for minors, told to each organ in three days',
    tell: async (office) => {
      const { clerk, designator, manager } = office.staff;
      const girl = someone('2010-03-02', 'female');
      const minor = { person: girl, ground: 'minor', organCaseNumber: '（2026）施刑未7号' };
      office.on('2026-11-24');
      const first = await notified(office, {
        ...minor,
        organ: 'police',
        organName: '施甸县公安局',
        stage: 'investigation',
        receivedOn: '2026-11-24',
      });
      expect(running((await first.page(manager)).deadlines)).toEqual({
        designate: '2026-11-27',
        replyOrgan: '2026-11-27',
      });
      expect((await candidatesFor(office, first)).partsOf('L2')).toContain('womanForGirl');
      const lawyer = await designateTo(office, first, 'L2', '受援人是未成年女性');
      expect(await first.refusal(designator, 'reply-organ', { toldOn: '2026-11-25' })).toMatchObject({
        errors: [{ pointer: '/toldOn', code: 'case.dateInFuture' }],
      });
      office.on('2026-11-25');
      await first.move(designator, 'reply-organ', { toldOn: '2026-11-25' });
      expect(await wordsOf(office, (await first.page(manager)).documents, 'organReply')).toContain('阿约·木呷');
      await defend(first, lawyer, '公安机关');
      office.on('2026-12-10');
      await first.move(lawyer, 'report-closing', closing('2026-12-09', 'prosecutionOpinion'));

      // Each later stage is a case of its own; the desk finds the one before by her number, and the same lawyer comes first.
      let earlier = first;
      const stages = [
        ['procuratorate', '施甸县人民检察院', 'prosecutionReview', '2026-12-10', 'indictment', '2026-12-20'],
        ['court', '施甸县人民法院', 'firstInstance', '2026-12-21', 'judgment', '2026-12-31'],
      ] as const;
      for (const [organ, organName, stage, receivedOn, event, closedOn] of stages) {
        office.on(receivedOn);
        const { cases } = await clerk.post<{ cases: readonly { caseId: string; handlerName: string }[] }>(
          `/api/notices/${competent}/earlier-cases`,
          { documentNumber: girl.document.number },
        );
        expect(cases.map(({ caseId }) => caseId)).toContain(earlier.id);
        const next = await notified(office, {
          ...minor,
          organ,
          organName,
          stage,
          receivedOn,
          earlierCaseId: earlier.id,
        });
        expect((await candidatesFor(office, next)).partsOf('L2')).toEqual(
          expect.arrayContaining(['servedBefore', 'womanForGirl']),
        );
        await designateTo(office, next, 'L2', '同一律师办到底');
        await next.move(designator, 'reply-organ', { toldOn: receivedOn });
        if (stage === 'firstInstance')
          expect(running((await next.page(manager)).deadlines)).toHaveProperty('fileWithCourt');
        await defend(next, lawyer, organName);
        if (stage === 'firstInstance')
          await next.move(lawyer, 'note-progress', {
            kind: 'filedWithCourt',
            on: receivedOn,
            text: '已向法院提交辩护手续。',
            visibleToCitizen: false,
          });
        office.on(closedOn);
        await next.move(lawyer, 'report-closing', closing(closedOn, event));
        earlier = next;
      }
      await archive(office, earlier, lawyer);
      const last = await earlier.page(manager);
      expect(last.case).toMatchObject({ state: 'ARCHIVED', handlerName: '阿约·木呷' });
      // A stage is a paid case of its own.
      expect(last.subsidy).not.toBeNull();
      expect((await first.page(manager)).subsidy).toBeNull();
    },
  },
  {
    title: 'he faces life and refuses his lawyer: the court asks again, and another one comes in three days',
    tell: async (office) => {
      const { clerk, designator, manager } = office.staff;
      office.on('2026-11-24');
      const aid = await notified(office, {
        ground: 'lifeOrDeath',
        person: someone('1985-05-05'),
        receivedOn: '2026-11-24',
        charge: '故意杀人罪',
        hearingOn: '2026-12-15',
        hearingAt: '09:00',
      });
      // Three years of criminal defence, and no basic legal service worker.
      expect((await candidatesFor(office, aid)).barsOf('W1')).toContain('notQualified');
      const refusedLawyer = await designateTo(office, aid, 'L1', '刑辩经验');
      await aid.move(designator, 'reply-organ', { toldOn: '2026-11-24' });
      await defend(aid, refusedLawyer, '法院');
      office.on('2026-11-26');
      await aid.move(refusedLawyer, 'report-refusal', { refusedOn: '2026-11-26', words: '不要这位律师，要换一个。' });
      expect((await aid.page(manager)).case.state).toBe('REFUSED_BY_ACCUSED');
      office.on('2026-11-27');
      await aid.move(clerk, 'take-renotice', {
        receivedOn: '2026-11-27',
        noticeNumber: '（2026）云0521法援通88号',
        officer: '李法官',
        officerContact: '0875-2222222',
      });
      expect(running((await aid.page(manager)).deadlines)).toMatchObject({
        designate: '2026-11-30',
        replyOrgan: '2026-11-30',
      });
      expect((await candidatesFor(office, aid)).barsOf('L1')).toEqual(['refusedBefore']);
      const lawyer = await designateTo(office, aid, 'L2', '再次指派');
      await aid.move(designator, 'reply-organ', { toldOn: '2026-11-27' });
      await defend(aid, lawyer, '法院');
      const letters = (await aid.page(manager)).documents.filter(({ formKey }) => formKey === 'organReply');
      expect(letters).toHaveLength(2);
    },
  },
  {
    title:
      'tried again years later: the earlier case is found by his number and linked, and his old lawyer comes first',
    tell: async (office) => {
      const { clerk, manager } = office.staff;
      const convict = someone('1979-01-20');
      office.on('2026-11-24');
      const appeal = await notified(office, {
        stage: 'secondInstance',
        organName: '保山市中级人民法院',
        person: convict,
        receivedOn: '2026-11-24',
      });
      const lawyer = await designateTo(office, appeal, 'L1', '就近');
      await defend(appeal, lawyer, '法院');
      office.on('2026-12-08');
      await appeal.move(lawyer, 'report-closing', closing('2026-12-07', 'ruling', 'opinionNotAdopted'));
      await archive(office, appeal, lawyer);

      office.on('2026-12-21');
      const { cases } = await clerk.post<{
        cases: readonly { caseId: string; stage: string; handlerName: string }[];
      }>(`/api/notices/${competent}/earlier-cases`, { documentNumber: convict.document.number });
      expect(cases).toEqual([
        expect.objectContaining({ caseId: appeal.id, stage: 'secondInstance', handlerName: '周正' }),
      ]);
      const retrial = await notified(office, {
        stage: 'retrial',
        organName: '云南省高级人民法院',
        person: convict,
        receivedOn: '2026-12-21',
        earlierCaseId: appeal.id,
      });
      expect((await retrial.page(manager)).stages.map(({ id }) => id)).toEqual([appeal.id]);
      expect((await appeal.page(manager)).stages.map(({ id }) => id)).toEqual([retrial.id]);
      expect((await candidatesFor(office, retrial)).partsOf('L1')).toContain('servedBefore');
    },
  },
  {
    title: 'a lawyer who cannot be reached is replaced; who comes after has the papers, and the person is told',
    tell: async (office) => {
      const { designator, approver } = office.staff;
      const { L1, L2 } = office.city.handlers;
      office.on('2026-11-24');
      const matter = await begin(office, unpaid());
      const aid = await grant(office, matter);
      const lawyer = await designateFirst(office, aid);
      await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
      const former = lawyer === office.staff.lawyer ? L1 : L2;

      office.on('2026-12-01');
      const citizen = await office.lookUp(matter.submitted);
      await citizen.get('/progress/replace');
      await citizen.submit('/progress/replace', { ground: 'unreachable', facts: '打了七次电话都不接。' });
      expect(citizen.path()).toBe('/progress/replace/sent');
      expect((await aid.page(approver)).case.state).toBe('REPLACEMENT_REVIEW');

      office.on('2026-12-02');
      await aid.move(approver, 'approve-replacement', { opinion: '通话记录属实，同意更换。' });
      expect(await aid.refusal(designator, 'designate', { handlerId: former })).toMatchObject({
        code: 'case.handlerBarred',
      });
      const successor = await designateFirst(office, aid);
      await aid.move(successor, 'record-handover', {
        handedOverOn: '2026-12-02',
        materials: [{ name: '欠条、考勤本', pages: 14 }],
      });
      expect(await lawyer.refusal('GET', aid.url)).toMatchObject({ code: 'case.notYours' });
      await citizen.get('/progress/matter');
      expect(citizen.text()).toContain(former === L1 ? '阿约·木呷' : '周正');
    },
  },
];
