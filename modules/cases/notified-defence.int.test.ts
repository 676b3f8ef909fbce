import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { documentsOfMatter } from '../documents/index.ts';
import { demonstrationIdentityNumber } from '../people/index.ts';
import {
  acceptDesignation,
  declineDesignation,
  designateHandler,
  findEarlierCases,
  fixHearing,
  listCandidates,
  moveHearing,
  noteProgress,
  type RegisterNotice,
  readCase,
  recordAgreement,
  recountCases,
  registerNotice,
  replyOrgan,
  reportRefusal,
  resumeDefence,
  takeRenotice,
  terminateCase,
} from './index.ts';
import {
  approver,
  clerk,
  designator,
  finance,
  grantedCase,
  handler,
  handlerActor,
  manager,
  openOffice,
  refusalOf,
  tenant,
} from './testing/office.ts';

onEachEngine('a defence notified by an organ', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const idOf = (code: string): string => ids.get(code) ?? '';
  const lawyer = handlerActor('L1');
  const document = { kind: 'residentCard' as const, number: demonstrationIdentityNumber('2010-03-02', 7, 'female') };
  let persons = 0;

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('L2', { agency: 'F2', sex: 'female' }),
      handler('L3', { agency: 'F2', trainedForMinors: false, criminalDefenceSince: '2025-01-01' }),
      handler('W1', { kind: 'basicLegalServiceWorker', agency: 'O', criminalDefenceSince: null }),
    ]);
  });
  afterAll(() => world.close());

  const noticeOf = (change: Partial<RegisterNotice> = {}): RegisterNotice => {
    persons += 1;
    return {
      tenant,
      organ: 'court',
      organName: '施甸县人民法院',
      noticeNumber: `（2026）云0521法援通${persons}号`,
      officer: '李法官',
      officerContact: '0875-2222222',
      ground: 'discretionary',
      stage: 'firstInstance',
      receivedOn: '2026-11-24',
      person: { name: `被告人${persons}`, sex: 'male', birthDate: '1990-05-05' },
      charge: '盗窃罪',
      groups: [],
      coDefendants: [],
      ...change,
    };
  };
  const register = (change: Partial<RegisterNotice> = {}, actor = clerk) =>
    world.as(actor, (tx) => registerNotice(tx, actor, noticeOf(change)));
  const view = (caseId: string) => world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
  const candidates = (caseId: string) =>
    world.as(designator, (tx) => listCandidates(tx, designator, { tenant, caseId }));
  const designate = async (caseId: string, code: string, version: number) =>
    (
      await world.as(designator, (tx) =>
        designateHandler(tx, designator, { tenant, caseId, version, handlerId: idOf(code), reason: '按专长选定' }),
      )
    ).version;
  /** In the lawyer's hands, without a signed agreement: the organ notified. */
  const inHand = async (change: Partial<RegisterNotice> = {}) => {
    const registered = await register(change);
    const { caseId } = registered;
    let version = await designate(caseId, 'L1', 1);
    const key = () => ({ tenant, caseId, version });
    ({ version } = await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, key())));
    ({ version } = await world.as(lawyer, (tx) =>
      recordAgreement(tx, lawyer, { ...key(), withoutAgreement: '法院通知辩护', scope: 'general', specialPowers: [] }),
    ));
    return { ...registered, version };
  };

  test('goes straight to designation: three days to designate and to answer, from the day of receipt', async () => {
    const registered = await register();
    expect(registered.designateBy).toBe('2026-11-27');
    const page = await view(registered.caseId);
    expect(page.case).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      applicationId: null,
      dueStep: 'designate',
      dueOn: '2026-11-27',
      dueCitation: expect.stringContaining('第三十六条'),
    });
    expect(page.deadlines.filter((d) => !d.promise).map((d) => [d.step, d.dueOn, d.citation])).toEqual([
      ['designate', '2026-11-27', expect.stringContaining('第三十六条')],
      ['replyOrgan', '2026-11-27', expect.stringContaining('第三十六条')],
    ]);
    expect(page.notices).toMatchObject([{ organ: 'court', officer: '李法官', ground: 'discretionary' }]);
    expect(page.allowedActions).toEqual([]);
    expect(await refusalOf(register({}, finance))).toBe('auth.forbidden');
    expect(await refusalOf(register({ stage: 'investigation' }))).toBe(
      'input.invalid /stage case.notice.stageOrgan /ground case.notice.groundStage',
    );
    expect(await refusalOf(register({ earlierCaseId: '00000000-0000-7000-8000-0000000000ff' }))).toBe(
      'input.invalid /earlierCaseId case.notice.earlierUnknown',
    );
  });

  test('the letter answers the organ once for each lawyer, and meets its clock', async () => {
    const { caseId, matterId } = await register();
    let version = await designate(caseId, 'L1', 1);
    expect((await view(caseId)).case).toMatchObject({ dueStep: 'replyOrgan', dueOn: '2026-11-27' });
    const reply = () =>
      world.as(designator, (tx) => replyOrgan(tx, designator, { tenant, caseId, version, toldOn: '2026-11-24' }));
    const told = await reply();
    ({ version } = told);
    expect(told.documentNumber).toContain('函');
    expect(await refusalOf(reply())).toBe('case.noLetterDue');
    expect((await view(caseId)).case).toMatchObject({ dueStep: 'signAgreement' });
    // Somebody else takes over: the organ is told again.
    ({ version } = await world.as(lawyer, (tx) =>
      declineDesignation(tx, lawyer, { tenant, caseId, version, ground: 'illness', reason: '住院' }),
    ));
    version = await designate(caseId, 'L2', version);
    ({ version } = await reply());
    const papers = await world.direct((tx) => documentsOfMatter(tx, tenant, matterId));
    expect(papers.filter((p) => p.formKey === 'organReply')).toHaveLength(2);
    // A case that was applied for owes no letter.
    const applied = await grantedCase(world);
    const next = await designate(applied.caseId, 'L1', 1);
    const late = { tenant, caseId: applied.caseId, version: next, toldOn: '2026-11-24' };
    expect(await refusalOf(world.as(designator, (tx) => replyOrgan(tx, designator, late)))).toBe('case.noLetterDue');
  });

  test('each stage is a case of its own, linked, and the lawyer who knows it comes first', async () => {
    const minor = { person: { name: '某少女', document }, ground: 'minor' as const };
    const first = await inHand({ ...minor, organ: 'police', organName: '施甸县公安局', stage: 'investigation' });
    const found = await world.as(clerk, (tx) =>
      findEarlierCases(tx, clerk, { tenant, documentNumber: document.number }),
    );
    expect(found.map((c) => [c.caseId, c.stage, c.handlerName])).toEqual([[first.caseId, 'investigation', '承办人L1']]);
    const second = await register({
      ...minor,
      organ: 'procuratorate',
      organName: '施甸县人民检察院',
      stage: 'prosecutionReview',
      earlierCaseId: first.caseId,
    });
    expect(second.caseId).not.toBe(first.caseId);
    const list = await candidates(second.caseId);
    const linesOf = (code: string) =>
      list.candidates.find((c) => c.handlerId === idOf(code))?.lines.map((l) => l.part) ?? [];
    expect(linesOf('L1')).toContain('servedBefore');
    // A girl: a woman where possible; a minor: trained; defence: lawyers only.
    expect(linesOf('L2')).toContain('womanForGirl');
    const barred = new Map(list.barred.map((b) => [b.handlerId, b.reasons.map((r) => r.code)]));
    expect(barred.get(idOf('L3'))).toEqual(['notTrainedForMinors']);
    expect(barred.get(idOf('W1'))).toEqual(['defenceNeedsLawyer']);
    expect(await refusalOf(register({ earlierCaseId: first.caseId, receivedOn: '2026-11-23' }))).toBe(
      'input.invalid /receivedOn case.dateBeforeEarlierStage',
    );
    expect((await view(second.caseId)).stages.map((s) => s.id)).toEqual([first.caseId]);
    expect((await view(first.caseId)).stages.map((s) => s.id)).toEqual([second.caseId]);
  });

  test('three years of criminal defence where life or death is at stake', async () => {
    const { caseId } = await register({ ground: 'lifeOrDeath' });
    const barred = new Map((await candidates(caseId)).barred.map((b) => [b.handlerId, b.reasons.map((r) => r.code)]));
    expect(barred.get(idOf('L3'))).toEqual(['practiceTooShort']);
  });

  test('refused by the accused in a mandatory case: the organ notifies again, and another lawyer comes in three days', async () => {
    const at = await inHand({ ground: 'lifeOrDeath' });
    const { caseId } = at;
    let { version } = at;
    ({ version } = await world.as(lawyer, (tx) =>
      reportRefusal(tx, lawyer, { tenant, caseId, version, refusedOn: '2026-11-24', words: '不要这位律师。' }),
    ));
    expect((await view(caseId)).case).toMatchObject({ state: 'REFUSED_BY_ACCUSED', desk: 'replacement' });
    const again = { receivedOn: '2026-11-24', officer: '李法官', officerContact: '0875-2222222' };
    const renotified = await world.as(clerk, (tx) => takeRenotice(tx, clerk, { tenant, caseId, version, ...again }));
    expect(renotified.designateBy).toBe('2026-11-27');
    const page = await view(caseId);
    expect(page.notices).toHaveLength(2);
    expect(page.refusals).toMatchObject([{ words: '不要这位律师。' }]);
    expect(
      page.deadlines
        .filter((d) => !d.promise)
        .map((d) => d.step)
        .sort(),
    ).toEqual(['designate', 'replyOrgan']);
    const barred = (await candidates(caseId)).barred.find((b) => b.handlerId === idOf('L1'));
    expect(barred?.reasons.map((r) => r.code)).toEqual(['refusedBefore']);
  });

  test('refused where it is voluntary: the aid ends at the recipient’s wish, or the same lawyer goes on', async () => {
    const at = await inHand();
    const { caseId } = at;
    let { version } = at;
    const refuse = async () => {
      ({ version } = await world.as(lawyer, (tx) =>
        reportRefusal(tx, lawyer, { tenant, caseId, version, refusedOn: '2026-11-24', words: '自己辩护。' }),
      ));
    };
    await refuse();
    ({ version } = await world.as(designator, (tx) =>
      resumeDefence(tx, designator, { tenant, caseId, version, reason: '会见后同意继续' }),
    ));
    expect((await view(caseId)).case.state).toBe('HANDLING');
    await refuse();
    await world.as(approver, (tx) =>
      terminateCase(tx, approver, { tenant, caseId, version, ground: 'recipientAsks', facts: '本人坚持自行辩护。' }),
    );
    // Nobody is defended in a suit.
    const suit = await grantedCase(world);
    let next = await designate(suit.caseId, 'L2', 1);
    const other = handlerActor('L2');
    const key = { tenant, caseId: suit.caseId };
    next = (await world.as(other, (tx) => acceptDesignation(tx, other, { ...key, version: next }))).version;
    const refusal = { ...key, version: next, refusedOn: '2026-11-24', words: '不要' };
    expect(await refusalOf(world.as(other, (tx) => reportRefusal(tx, other, refusal)))).toBe('case.notDefence');
  });

  test('a hearing on a day off or against another is warned of, moved with its reason, and held when it is noted', async () => {
    const at = await inHand({ hearingOn: '2026-12-15', hearingAt: '09:00' });
    const other = await inHand();
    let { version } = other;
    const fix = (change: object) =>
      world.as(lawyer, (tx) =>
        fixHearing(tx, lawyer, {
          tenant,
          caseId: other.caseId,
          version,
          heldOn: '2026-12-15',
          startsAt: '10:00',
          despiteWarnings: false,
          ...change,
        }),
      );
    expect(await refusalOf(fix({}))).toBe('case.hearingWarned /heldOn case.hearingWarning.clash');
    expect(await refusalOf(fix({ heldOn: '2026-12-13' }))).toBe(
      'case.hearingWarned /heldOn case.hearingWarning.dayOff',
    );
    const fixed = await fix({ despiteWarnings: true });
    ({ version } = fixed);
    expect(fixed.warnings.map((w) => w.code)).toEqual(['clash']);
    const move = (change: object) =>
      world.as(lawyer, (tx) =>
        moveHearing(tx, lawyer, {
          tenant,
          caseId: other.caseId,
          version,
          hearingId: fixed.hearingId ?? '',
          note: '对方申请延期举证',
          despiteWarnings: false,
          ...change,
        }),
      );
    const moved = await move({ heldOn: '2026-12-16', startsAt: '10:00' });
    ({ version } = moved);
    expect(await refusalOf(move({}))).toBe('case.hearingOver');
    const page = await view(other.caseId);
    expect(page.hearings.map((h) => [h.heldOn, h.state, h.note])).toEqual([
      ['2026-12-15', 'moved', '对方申请延期举证'],
      ['2026-12-16', 'fixed', '对方申请延期举证'],
    ]);
    expect(page.case.criminal?.hearingOn).toBe('2026-12-16');
    world.clock.set('2026-12-16T08:00:00.000Z');
    await world.as(lawyer, (tx) =>
      noteProgress(tx, lawyer, {
        tenant,
        caseId: other.caseId,
        version,
        kind: 'hearing',
        on: '2026-12-16',
        text: '开庭完毕。',
        visibleToCitizen: true,
      }),
    );
    expect((await view(other.caseId)).hearings.at(-1)?.state).toBe('held');
    ({ version } = (await view(other.caseId)).case);
    await world.as(lawyer, (tx) =>
      noteProgress(tx, lawyer, {
        tenant,
        caseId: other.caseId,
        version,
        kind: 'filedWithCourt',
        on: '2026-12-16',
        text: '已向法院提交委托手续。',
        visibleToCitizen: false,
      }),
    );
    ({ version } = (await view(other.caseId)).case);
    expect(await refusalOf(fix({ heldOn: '2026-12-15' }))).toBe('input.invalid /heldOn case.dateBeforeFiling');
    ({ version } = await fix({ heldOn: '2026-12-17' }));
    expect((await view(at.caseId)).hearings.map((h) => h.state)).toEqual(['fixed']);
  });

  test('the counters of notified cases agree with the recount', async () => {
    await world.direct(async (tx) => {
      const kept = await tx.db
        .selectFrom('counter')
        .select(['value', ({ fn }) => fn.sum<number>('n').as('n')])
        .where('name', '=', 'cases.opened')
        .where('dimension', '=', 'notifiedBy')
        .groupBy('value')
        .execute();
      const again = (await recountCases(tx)).filter((c) => c.name === 'cases.opened' && c.dimension === 'notifiedBy');
      expect(Object.fromEntries(kept.map((c) => [c.value, Number(c.n)]))).toEqual(
        Object.fromEntries(again.map((c) => [c.value, c.n])),
      );
      expect(kept.map((c) => c.value).sort()).toEqual(['court', 'police', 'procuratorate']);
    });
  });
});
