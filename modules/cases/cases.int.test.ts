import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { documentsOfMatter } from '../documents/index.ts';
import { changeHandlerStatus } from '../network/index.ts';
import { subsidyOfCase } from '../subsidies/index.ts';
import {
  acceptDesignation,
  acceptFile,
  caseProgressForCitizen,
  declineDesignation,
  designateHandler,
  handlesCaseOf,
  handlesMatter,
  listCandidates,
  listCases,
  noteProgress,
  readCase,
  recallDesignation,
  recordAgreement,
  recordNotification,
  recountCases,
  reportClosing,
  returnFile,
  setShareWeight,
  submitFile,
  terminateCase,
} from './index.ts';
import {
  approver,
  clerk,
  designator,
  grantedCase,
  handler,
  handlerActor,
  manager,
  onFile,
  openOffice,
  refusalOf,
  reviewer,
  stranger,
  tenant,
  wholeFile,
} from './testing/office.ts';

onEachEngine('a case from grant to archive', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const idOf = (code: string): string => ids.get(code) ?? '';
  const lawyer = handlerActor('L1');

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('L2', { agency: 'F2', sex: 'female', specialities: ['criminalDefence', 'minors'] }),
      handler('L3', { agency: 'F2', criminalDefenceSince: '2025-06-01', trainedForMinors: false, specialities: [] }),
      handler('W1', { kind: 'basicLegalServiceWorker', agency: 'O', criminalDefenceSince: null }),
      handler('S1', { kind: 'centreStaff', agency: 'C', paidByTreasury: true, specialities: [] }),
    ]);
  });
  afterAll(() => world.close());

  const candidates = async (caseId: string) =>
    world.as(designator, (tx) => listCandidates(tx, designator, { tenant, caseId }));
  const designate = async (caseId: string, code: string, version = 1) =>
    world.as(designator, (tx) =>
      designateHandler(tx, designator, {
        tenant,
        caseId,
        version,
        handlerId: idOf(code),
        reason: '受援人点名，已说明',
      }),
    );
  const cell = async (name: string, dimension: string, value: string) =>
    world.direct(async (tx) => {
      const rows = await tx.db
        .selectFrom('counter')
        .select('n')
        .where('name', '=', name)
        .where('dimension', '=', dimension)
        .where('value', '=', value)
        .execute();
      return rows.reduce((sum, r) => sum + r.n, 0);
    });

  test('a grant opens a case with a number without gaps and three days to designate', async () => {
    const first = await grantedCase(world);
    const second = await grantedCase(world);
    const serial = (number: string) => Number(/第0*(\d+)号/.exec(number)?.[1]);
    expect(serial(second.number)).toBe(serial(first.number) + 1);
    expect(first.number).toContain('民');
    const view = await world.as(designator, (tx) => readCase(tx, designator, { tenant, caseId: first.caseId }));
    expect(view.case).toMatchObject({ state: 'AWAITING_DESIGNATION', dueStep: 'designate', dueOn: '2026-11-27' });
    expect(view.clock).toMatchObject({ daysLeft: 3, tone: 'running', promise: false });
    expect(view.deadlines.filter((d) => !d.promise).map((d) => [d.step, d.dueOn])).toEqual([
      ['designate', '2026-11-27'],
    ]);
    expect(view.allowedActions).toEqual(['designate', 'openOffer', 'designateFirm']);
  });

  test('an application has one case', async () => {
    const { input, number } = await grantedCase(world);
    const again = world.as(approver, async (tx) => {
      const { openCase } = await import('./index.ts');
      return openCase(tx, approver, input);
    });
    await expect(again).rejects.toMatchObject({ code: 'case.openTwice', details: { number } });
  });

  test('the list ranks who may act and names, with the reason, who may not', async () => {
    const { caseId } = await grantedCase(world, {
      class: 'criminal',
      cause: null,
      aidForm: 'criminalDefence',
      criminal: { stage: 'firstInstance', role: 'suspectOrDefendant', lifeOrDeathPossible: true },
      recipient: {
        personId: await onFile(world, '某少年'),
        name: '某少年',
        sex: 'female',
        minor: true,
        groups: ['minor'],
      },
    });
    const list = await candidates(caseId);
    expect(list.candidates.map((c) => c.handlerId)).toEqual([idOf('L2'), expect.any(String), expect.any(String)]);
    expect(list.candidates[0]?.lines.map((l) => l.part)).toEqual([
      'fairShare',
      'load',
      'speciality',
      'distance',
      'womanForGirl',
      'quality',
    ]);
    const barred = new Map(list.barred.map((b) => [b.handler.handlerId, b.reasons.map((r) => r.code)]));
    expect(barred.get(idOf('W1'))).toEqual(['defenceNeedsLawyer', 'practiceTooShort']);
    expect(barred.get(idOf('L3'))).toEqual(['practiceTooShort', 'notTrainedForMinors']);
    expect(await refusalOf(designate(caseId, 'L3'))).toBe(
      'case.handlerBarred /handlerId case.bar.practiceTooShort /handlerId case.bar.notTrainedForMinors',
    );
  });

  test('departing from the ranking needs a reason; the designator of another county may not', async () => {
    const { caseId } = await grantedCase(world);
    const list = await candidates(caseId);
    const second = list.candidates[1]?.handlerId ?? '';
    const without = { tenant, caseId, version: 1, handlerId: second };
    expect(await refusalOf(world.as(designator, (tx) => designateHandler(tx, designator, without)))).toBe(
      'input.invalid /reason case.overrideReason',
    );
    expect(await refusalOf(world.as(stranger, (tx) => designateHandler(tx, stranger, without)))).toBe(
      'record.notFound',
    );
    expect(await refusalOf(world.as(clerk, (tx) => designateHandler(tx, clerk, without)))).toBe('auth.forbidden');
  });

  describe('one case all the way', () => {
    let caseId = '';
    let matterId = '';
    let version = 1;

    test('the designation meets its clock, issues the notice and starts the five days', async () => {
      const opened = await grantedCase(world, { opponents: [{ name: '保山某某建筑工程有限公司' }] });
      ({ caseId } = opened);
      ({ matterId } = opened.input);
      const designated = await designate(caseId, 'L1');
      version = designated.version;
      expect(designated.documentNumber).toContain('指');
      expect(designated.signAgreementBy).toBe('2026-11-30');
      const deadlines = await world.direct((tx) =>
        tx.db
          .selectFrom('deadline')
          .select(['step', 'state'])
          .where('subjectId', '=', caseId)
          .where('promise', '=', false)
          .orderBy('startedOn')
          .orderBy('step')
          .execute(),
      );
      expect(deadlines).toEqual([
        { step: 'designate', state: 'met' },
        { step: 'signAgreement', state: 'running' },
      ]);
    });

    test('a screen that is behind is refused with the present version', async () => {
      await expect(designate(caseId, 'L2', 1)).rejects.toMatchObject({ code: 'record.stale', details: { current: 2 } });
    });

    test('only the handler it was given to, or a clerk from paper, answers', async () => {
      const other = handlerActor('L2');
      const input = { tenant, caseId, version };
      expect(await refusalOf(world.as(other, (tx) => acceptDesignation(tx, other, input)))).toBe('case.notYours');
      expect(await refusalOf(world.as(other, (tx) => readCase(tx, other, input)))).toBe('case.notYours');
      version = (await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, input))).version;
    });

    test('an agreement, or the reason for none; not before the designation, not tomorrow', async () => {
      const sign = (more: object) =>
        world.as(lawyer, (tx) =>
          recordAgreement(tx, lawyer, { tenant, caseId, version, scope: 'general', specialPowers: [], ...more }),
        );
      expect(await refusalOf(sign({}))).toBe('input.invalid /signedOn case.agreementOrReason');
      expect(await refusalOf(sign({ signedOn: '2026-11-25' }))).toBe('input.invalid /signedOn case.dateInFuture');
      expect(await refusalOf(sign({ signedOn: '2026-11-01' }))).toBe(
        'input.invalid /signedOn case.dateBeforeDesignation',
      );
      ({ version } = await sign({ signedOn: '2026-11-24' }));
    });

    test('the recipient reads what the handler means for them, and nothing else', async () => {
      const note = (text: string, visibleToCitizen: boolean) =>
        world.as(lawyer, (tx) =>
          noteProgress(tx, lawyer, {
            tenant,
            caseId,
            version,
            kind: 'interview',
            on: '2026-11-24',
            text,
            visibleToCitizen,
          }),
        );
      ({ version } = await note('与对方老板谈过，他手头紧。', false));
      ({ version } = await note('我已向法院立案，等通知。', true));
      const [progress] = await world.as(approver, (tx) => caseProgressForCitizen(tx, { tenant, matterId }));
      expect(progress?.news).toEqual([{ on: '2026-11-24', kind: 'interview', text: '我已向法院立案，等通知。' }]);
      expect(progress?.handler).toEqual({ name: '承办人L1', unit: '云南示例律师事务所' });
      expect(progress?.centre?.phone).toBe('0875-0000000');
      expect(JSON.stringify(progress)).not.toContain('建筑工程');
      const stored = await world.direct((tx) =>
        tx.db
          .withTables<{ caseProgress: { textSealed: string } }>()
          .selectFrom('caseProgress')
          .select('textSealed')
          .execute(),
      );
      expect(stored.map((r) => r.textSealed).join()).not.toContain('立案');
    });

    const report = (more: object = {}) =>
      world.as(lawyer, (tx) =>
        reportClosing(tx, lawyer, {
          tenant,
          caseId,
          version,
          closedOn: '2026-12-20',
          event: 'judgment',
          outcome: 'won',
          recovered: 1_234_500,
          summary: '被拖欠工资，提起诉讼。',
          result: '判决支付全部工资。',
          ...more,
        }),
      );

    test('the closing date is fixed by the event of its stage', async () => {
      world.clock.set('2026-12-21T02:00:00.000Z');
      expect(await refusalOf(report({ event: 'indictment' }))).toBe('input.invalid /event case.closingEventStage');
      expect(await refusalOf(report({ closedOn: '2026-12-22' }))).toBe('input.invalid /closedOn case.dateInFuture');
      const closed = await report();
      ({ version } = closed);
      // Thirty days from 20 December end on a Tuesday.
      expect(closed.submitFileBy).toBe('2027-01-19');
      expect(await cell('cases.recovered', 'all', '')).toBe(1_234_500);
      expect(await cell('cases.closed', 'outcome', 'won')).toBe(1);
    });

    const submit = (pieces: ReturnType<typeof wholeFile>, without: { key: string; reason: string }[] = []) =>
      world.as(lawyer, (tx) => submitFile(tx, lawyer, { tenant, caseId, version, pieces, without }));

    test('a file with gaps is refused, each gap named; a reason lets it through', async () => {
      const pieces = wholeFile().filter((p) => p.key !== 'judgment' && p.key !== 'powerOfAttorney');
      expect(await refusalOf(submit(pieces))).toBe(
        'input.invalid /pieces/powerOfAttorney case.pieceMissing /pieces/judgment case.pieceMissing',
      );
      // What the centre issued itself need not be handed in.
      const own = pieces.filter((p) => p.key !== 'designationNotice' && p.key !== 'closingReport');
      ({ version } = await submit(own, [
        { key: 'judgment', reason: '法院尚未送达' },
        { key: 'powerOfAttorney', reason: '存于法院卷宗' },
      ]));
    });

    test('it comes back with reasons and a day, and goes in again', async () => {
      const back = (resubmitBy: string) =>
        world.as(reviewer, (tx) =>
          returnFile(tx, reviewer, { tenant, caseId, version, reasons: ['缺判决书'], resubmitBy }),
        );
      expect(await refusalOf(back('2027-03-01'))).toBe('input.invalid /resubmitBy case.resubmitDays');
      ({ version } = await back('2026-12-31'));
      const view = await world.as(lawyer, (tx) => readCase(tx, lawyer, { tenant, caseId }));
      expect(view.case).toMatchObject({ state: 'CLOSED_PENDING_FILE', dueOn: '2026-12-31', duePromise: true });
      expect(view.files[0]?.returnReasons).toEqual(['缺判决书']);
      const dated = (submittedOn: string, on = submittedOn) =>
        world.as(lawyer, (tx) =>
          submitFile(tx, lawyer, {
            tenant,
            caseId,
            version,
            submittedOn,
            pieces: wholeFile().map((piece) => ({ ...piece, on })),
            without: [],
          }),
        );
      const today = view.files[0]?.reviewedAt?.slice(0, 10) ?? '';
      expect(await refusalOf(dated('2026-12-20', '2026-12-20'))).toBe(
        'input.invalid /submittedOn case.dateBeforeReturn',
      );
      expect(await refusalOf(dated(today, '2027-06-01'))).toContain('/pieces/0/on case.dateAfterSubmission');
      ({ version } = await submit(wholeFile()));
    });

    test('another hand accepts it: archived, and the subsidy falls due', async () => {
      const accepted = await world.as(reviewer, (tx) => acceptFile(tx, reviewer, { tenant, caseId, version }));
      const subsidy = await world.direct((tx) => subsidyOfCase(tx, tenant, caseId));
      expect(subsidy).toEqual({ subsidyId: accepted.subsidyId, state: 'DUE', amount: null, paidOn: null });
      const papers = await world.direct((tx) => documentsOfMatter(tx, tenant, matterId));
      expect(papers.map((p) => p.formKey)).toEqual([
        'designationNotice',
        'retainerAgreement',
        'closingReport',
        'progressReport',
        'archiveCatalogue',
      ]);
      const [progress] = await world.as(approver, (tx) => caseProgressForCitizen(tx, { tenant, matterId }));
      expect(progress?.steps.every((s) => s.state === 'done')).toBe(true);
      const open = await world.direct((tx) =>
        tx.db
          .selectFrom('deadline')
          .select('step')
          .where('subjectId', '=', caseId)
          .where('state', '=', 'running')
          .execute(),
      );
      expect(open).toEqual([]);
      expect(
        await refusalOf(
          world.as(reviewer, (tx) => acceptFile(tx, reviewer, { tenant, caseId, version: accepted.version })),
        ),
      ).toBe('record.actionNotAllowed');
    });

    test('its story tells every step, and holds no name and no text', async () => {
      const view = await world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
      expect(view.story.map((e) => e.kind).reverse()).toEqual([
        'case.opened',
        'case.designated',
        'document.issued',
        'case.designationAccepted',
        'case.agreementRecorded',
        'document.issued',
        'case.progressNoted',
        'case.progressNoted',
        'case.closed',
        'document.issued',
        'case.fileSubmitted',
        'case.fileReturned',
        'case.fileSubmitted',
        'case.archived',
        'document.issued',
        'archive.opened',
        'document.issued',
        'subsidy.opened',
      ]);
      const payloads = JSON.stringify(view.story.map((e) => e.payload));
      for (const word of ['受援人', '立案', '缺判决书', '建筑']) expect(payloads).not.toContain(word);
    });
  });

  test('a handler reaches the recipient while the case is open, and keeps the papers afterwards', async () => {
    const { caseId, input } = await grantedCase(world);
    await designate(caseId, 'L2');
    const other = handlerActor('L2');
    const about = { tenant, personId: input.recipient.personId, matterId: input.matterId };
    expect(await world.as(other, (tx) => handlesCaseOf(tx, other, about))).toBe(true);
    expect(await world.as(lawyer, (tx) => handlesCaseOf(tx, lawyer, about))).toBe(false);
    const { version } = await world.as(manager, async (tx) => (await readCase(tx, manager, { tenant, caseId })).case);
    await world.as(approver, (tx) =>
      terminateCase(tx, approver, { tenant, caseId, version, ground: 'caseEnded', facts: '案件已撤销。' }),
    );
    expect(await world.as(other, (tx) => handlesCaseOf(tx, other, about))).toBe(false);
    expect(await world.as(other, (tx) => handlesMatter(tx, other, about))).toBe(true);
    const told = { tenant, caseId, version: version + 1, recipientServedOn: '2026-12-21' };
    await world.as(clerk, (tx) => recordNotification(tx, clerk, told));
  });

  test('the clerk who handed a file in from paper may not accept it', async () => {
    world.clock.set('2026-12-22T02:00:00.000Z');
    const { caseId } = await grantedCase(world);
    const both = { ...clerk, holds: () => true, must: () => undefined };
    let version = (await designate(caseId, 'L1')).version;
    const input = () => ({ tenant, caseId, version });
    version = (await world.as(both, (tx) => acceptDesignation(tx, both, input()))).version;
    version = (
      await world.as(both, (tx) =>
        recordAgreement(tx, both, {
          ...input(),
          scope: 'general',
          specialPowers: [],
          withoutAgreement: '受援人在外地，邮寄中',
        }),
      )
    ).version;
    const close = () =>
      world.as(both, (tx) =>
        reportClosing(tx, both, {
          ...input(),
          closedOn: '2026-12-22',
          event: 'settlement',
          outcome: 'settled',
          summary: '和解',
          result: '已付',
        }),
      );
    // Only the recipient can agree to a settlement, and what they said is on record first.
    expect(await refusalOf(close())).toBe('input.invalid /event case.consentMissing');
    const consent = { kind: 'settlementConsent', on: '2026-12-22', text: '本人同意', visibleToCitizen: true } as const;
    ({ version } = await world.as(both, (tx) => noteProgress(tx, both, { ...input(), ...consent })));
    ({ version } = await close());
    version = (await world.as(both, (tx) => submitFile(tx, both, { ...input(), pieces: wholeFile(), without: [] })))
      .version;
    expect(await refusalOf(world.as(both, (tx) => acceptFile(tx, both, input())))).toBe('case.sameHand');
    const view = await world.as(both, (tx) => readCase(tx, both, { tenant, caseId }));
    // Costs may still be claimed; of the file nothing is open to this hand.
    expect(view.allowedActions).toEqual(['claimCost']);
    await world.as(reviewer, (tx) => acceptFile(tx, reviewer, input()));
  });

  test('who declines is not asked again; the days begin anew as the centre’s own', async () => {
    const { caseId } = await grantedCase(world);
    const { version } = await designate(caseId, 'L1');
    const declined = await world.as(lawyer, (tx) =>
      declineDesignation(tx, lawyer, { tenant, caseId, version, ground: 'illness', reason: '住院手术' }),
    );
    const list = await candidates(caseId);
    expect(list.barred.find((b) => b.handlerId === idOf('L1'))?.reasons.map((r) => r.code)).toEqual(['declinedBefore']);
    const view = await world.as(designator, (tx) => readCase(tx, designator, { tenant, caseId }));
    expect(view.case).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      handlerId: null,
      dueStep: 'designate',
      duePromise: true,
    });
    expect(view.designations[0]).toMatchObject({
      state: 'declined',
      answerGround: 'illness',
      answerReason: '住院手术',
    });
    expect(await refusalOf(designate(caseId, 'L1', declined.version))).toBe(
      'case.handlerBarred /handlerId case.bar.declinedBefore',
    );
    const again = await designate(caseId, 'L2', declined.version);
    const recalled = await world.as(designator, (tx) =>
      recallDesignation(tx, designator, { tenant, caseId, version: again.version, reason: '指派有误' }),
    );
    // A recall is nobody's refusal: the same handler may be designated again.
    await designate(caseId, 'L2', recalled.version);
  });

  test('conflicts of interest are found by identity and by a company’s name', async () => {
    const opponentId = await onFile(world, '王某某');
    const theirs = await grantedCase(world, {
      recipient: { personId: opponentId, name: '王某某', minor: false, groups: [] },
      opponents: [{ name: '龙陵某某茶业有限责任公司' }],
    });
    await designate(theirs.caseId, 'L2');
    const ours = await grantedCase(world, { opponents: [{ personId: opponentId, name: '王某某' }] });
    const barred = (await candidates(ours.caseId)).barred;
    expect(barred.find((b) => b.handlerId === idOf('L2'))?.reasons.map((r) => r.code)).toEqual(['actsForOtherSide']);
    // A colleague of the same firm, while the client is theirs.
    expect(barred.find((b) => b.handlerId === idOf('L3'))?.reasons.map((r) => r.code)).toEqual([
      'firmActsForOtherSide',
    ]);
    // Only the name is the same: shown, and to be looked into.
    const like = await grantedCase(world, { opponents: [{ name: '王某某' }] });
    const list = await candidates(like.caseId);
    const caution = list.candidates.find((c) => c.handlerId === idOf('L2'));
    expect(caution?.cautions).toMatchObject([{ kind: 'actsForOtherSide', certain: false }]);
    const unsaid = { tenant, caseId: like.caseId, version: 1, handlerId: idOf('L2') };
    expect(await refusalOf(world.as(designator, (tx) => designateHandler(tx, designator, unsaid)))).toBe(
      'input.invalid /reason case.cautionReason',
    );
  });

  test('two who are accused together have two lawyers', async () => {
    const accused = async (n: number) =>
      grantedCase(world, {
        class: 'criminal',
        cause: null,
        aidForm: 'criminalDefence',
        criminal: { stage: 'firstInstance', role: 'suspectOrDefendant', organCaseNumber: '（2026）云0521刑初12号' },
        recipient: {
          personId: await onFile(world, `被告人${n}`),
          name: `被告人${n}`,
          minor: false,
          groups: [],
        },
      });
    const first = await accused(1);
    await designate(first.caseId, 'L1');
    const second = await accused(2);
    const barred = (await candidates(second.caseId)).barred;
    expect(barred.find((b) => b.handlerId === idOf('L1'))?.reasons.map((r) => r.code)).toEqual(['defendsCoDefendant']);
  });

  test('before a court the papers are due first, then the agreement, and each date gives way to the next', async () => {
    const { caseId } = await grantedCase(world, {
      class: 'criminal',
      cause: null,
      aidForm: 'criminalDefence',
      criminal: { stage: 'secondInstance', role: 'suspectOrDefendant' },
    });
    let { version } = await designate(caseId, 'L1');
    const due = async () => {
      const view = await world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
      return view.clock?.step ?? null;
    };
    ({ version } = await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, { tenant, caseId, version })));
    expect(await due()).toBe('fileWithCourt');
    const unsigned = { withoutAgreement: '法院通知辩护，无需签订', scope: 'general' as const, specialPowers: [] };
    const filed = { kind: 'filedWithCourt', on: '2026-12-22', text: '已交', visibleToCitizen: false } as const;
    ({ version } = await world.as(lawyer, (tx) => noteProgress(tx, lawyer, { tenant, caseId, version, ...filed })));
    expect(await due()).toBe('signAgreement');
    ({ version } = await world.as(lawyer, (tx) =>
      recordAgreement(tx, lawyer, { tenant, caseId, version, ...unsigned }),
    ));
    expect(await due()).toBeNull();
  });

  test('two designators at once: one designation, and the other sees what changed', async () => {
    const { caseId } = await grantedCase(world);
    const both = await Promise.all([refusalOf(designate(caseId, 'L1')), refusalOf(designate(caseId, 'L2'))]);
    expect(both.sort()).toEqual(['done', 'record.stale']);
    const view = await world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
    expect(view.designations).toHaveLength(1);
  });

  test('a case is found by its serial alone, as people say it', async () => {
    const { number, caseId } = await grantedCase(world);
    const serial = String(Number(/第0*(\d+)号/.exec(number)?.[1]));
    const { rows } = await world.as(manager, (tx) => listCases(tx, manager, { tenant, search: serial, limit: 50 }));
    expect(rows.map((r) => r.id)).toContain(caseId);
  });

  test('a case ends on one of the eight grounds, and stays open on the desk until everybody was told', async () => {
    const { caseId, input } = await grantedCase(world);
    const { version } = await designate(caseId, 'L1');
    const terminated = await world.as(approver, (tx) =>
      terminateCase(tx, approver, { tenant, caseId, version, ground: 'ownCounsel', facts: '受援人自行委托了律师。' }),
    );
    expect(terminated.notifyBy).toBe('2026-12-25');
    const list = await world.as(clerk, (tx) => listCases(tx, clerk, { tenant, desk: 'notification', limit: 50 }));
    expect(list.rows.map((r) => [r.id, r.clock?.step, r.actions])).toEqual([
      [caseId, 'notifyTermination', ['recordNotification', 'raiseObjection']],
    ]);
    const told = { tenant, caseId, version: terminated.version, recipientServedOn: '2026-12-22' };
    const done = await world.as(clerk, (tx) => recordNotification(tx, clerk, told));
    expect(
      await refusalOf(world.as(clerk, (tx) => recordNotification(tx, clerk, { ...told, version: done.version }))),
    ).toBe('case.alreadyNotified');
    const [progress] = await world.as(approver, (tx) =>
      caseProgressForCitizen(tx, { tenant, matterId: input.matterId }),
    );
    expect(progress?.steps.at(-1)).toMatchObject({ key: 'termination', state: 'done' });
  });

  test('the worklist is by date, in pages that never skip or repeat; a handler sees their own', async () => {
    const seen: string[] = [];
    const dates: (string | null)[] = [];
    for (let after: string | undefined; ; ) {
      const page = await world.as(manager, (tx) => listCases(tx, manager, { tenant, limit: 3, after }));
      seen.push(...page.rows.map((r) => r.id));
      dates.push(...page.rows.map((r) => r.dueOn));
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(dates).toEqual([...dates].sort((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1)));
    const own = await world.as(lawyer, (tx) => listCases(tx, lawyer, { limit: 50 }));
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows.every((r) => r.handlerId === idOf('L1'))).toBe(true);
    expect((await world.as(stranger, (tx) => listCases(tx, stranger, { tenant, limit: 50 }))).rows).toEqual([]);
  });

  test('a suspended handler is listed as such', async () => {
    const { caseId } = await grantedCase(world);
    await world.as(manager, (tx) =>
      changeHandlerStatus(tx, manager, {
        tenant,
        handlerId: idOf('W1'),
        version: 1,
        event: 'suspend',
        reason: '正在接受调查',
      }),
    );
    const list = await candidates(caseId);
    expect(list.barred.find((b) => b.handlerId === idOf('W1'))?.reasons.map((r) => r.code)).toEqual(['suspended']);
    expect(list.turnSince).toBe('2026-12-22');
  });

  test('the turn starts anew when a weight is set, and follows it', async () => {
    world.clock.set('2027-01-05T02:00:00.000Z');
    const set = { tenant, handlerId: idOf('L2'), weight: 2, reason: '主动请求多办' };
    expect(await refusalOf(world.as(designator, (tx) => setShareWeight(tx, designator, set)))).toBe('auth.forbidden');
    const { since } = await world.as(manager, (tx) => setShareWeight(tx, manager, set));
    const { caseId } = await grantedCase(world);
    const list = await candidates(caseId);
    expect(list.turnSince).toBe(since.slice(0, 10));
    const turn = list.candidates.find((c) => c.handlerId === idOf('L2'))?.lines.find((l) => l.part === 'fairShare');
    expect(turn?.text.zh).toContain('轮到第 1 位');
  });

  test('the counters agree with a recount from the records', async () => {
    await world.direct(async (tx) => {
      const kept = await tx.db.selectFrom('counter').selectAll().where('name', 'like', 'cases.%').execute();
      const sums = new Map<string, number>();
      const key = (c: { name: string; month: string; dimension: string; value: string }) =>
        [c.name, c.month, c.dimension, c.value].join('|');
      for (const c of kept) sums.set(key(c), (sums.get(key(c)) ?? 0) + c.n);
      const fresh = new Map((await recountCases(tx)).map((c) => [key(c), c.n]));
      expect(Object.fromEntries([...sums].sort())).toEqual(Object.fromEntries([...fresh].sort()));
    });
  });
});
