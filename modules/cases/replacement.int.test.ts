import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { citizenActor } from '../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../documents/index.ts';
import {
  acceptDesignation,
  approveReplacement,
  caseProgressForCitizen,
  designateHandler,
  keepHandler,
  listCandidates,
  listCases,
  noteProgress,
  type RequestReplacement,
  readCase,
  recordAgreement,
  recordHandover,
  recountCases,
  requestReplacement,
} from './index.ts';
import {
  approver,
  clerk,
  designator,
  grantedCase,
  handler,
  handlerActor,
  manager,
  openOffice,
  refusalOf,
  tenant,
} from './testing/office.ts';

onEachEngine('another handler', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const idOf = (code: string): string => ids.get(code) ?? '';
  const lawyer = handlerActor('L1');
  const citizen = citizenActor(tenant);

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [handler('L1'), handler('L2', { agency: 'F2' })]);
  });
  afterAll(() => world.close());

  const designate = async (caseId: string, code: string, version: number) =>
    (
      await world.as(designator, (tx) =>
        designateHandler(tx, designator, { tenant, caseId, version, handlerId: idOf(code), reason: '按专长选定' }),
      )
    ).version;

  /** A case with L1, the agreement in place or not. */
  const inHand = async (signed = true) => {
    const { caseId, input } = await grantedCase(world);
    let version = await designate(caseId, 'L1', 1);
    const key = () => ({ tenant, caseId, version });
    ({ version } = await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, key())));
    if (signed) {
      ({ version } = await world.as(lawyer, (tx) =>
        recordAgreement(tx, lawyer, { ...key(), signedOn: tx.today, scope: 'general', specialPowers: [] }),
      ));
    }
    return { caseId, matterId: input.matterId, version };
  };
  const ask = (
    actor: typeof clerk,
    key: { caseId: string; version: number },
    change: Partial<RequestReplacement> = {},
  ) =>
    world.as(actor, (tx) =>
      requestReplacement(tx, actor, {
        tenant,
        caseId: key.caseId,
        version: key.version,
        askedBy: 'recipient',
        ground: 'dutyNotDone',
        facts: '二十天没有见面，打电话不接。',
        ...change,
      }),
    );
  const view = (caseId: string) => world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
  const opinion = '经核实情况属实，同意更换。';

  test('the recipient asks on their page: five days run, the case lies on a desk of its own, the handler goes on', async () => {
    const at = await inHand();
    const asked = await ask(citizen, at);
    expect(asked.decideBy).toBe('2026-11-30');
    const page = await view(at.caseId);
    expect(page.case).toMatchObject({ state: 'REPLACEMENT_REVIEW', desk: 'replacement', dueStep: 'decideReplacement' });
    expect(page.replacements).toMatchObject([{ state: 'requested', askedBy: 'recipient', ground: 'dutyNotDone' }]);
    const desk = await world.as(approver, (tx) => listCases(tx, approver, { tenant, desk: 'replacement', limit: 50 }));
    expect(desk.rows.map((r) => [r.id, r.actions])).toEqual([
      [at.caseId, ['approveReplacement', 'keepHandler', 'keepHandlerUnsigned', 'terminate']],
    ]);
    // A hearing does not wait for a decision.
    await world.as(lawyer, (tx) =>
      noteProgress(tx, lawyer, {
        tenant,
        caseId: at.caseId,
        version: asked.version,
        kind: 'hearing',
        on: tx.today,
        text: '开庭。',
        visibleToCitizen: true,
      }),
    );
    const own = await world.as(lawyer, (tx) => readCase(tx, lawyer, { tenant, caseId: at.caseId }));
    expect(own.replacements).toMatchObject([{ state: 'requested', facts: '', opinion: null }]);
    expect(own.allowedActions).toEqual([
      'noteProgress',
      'fixHearing',
      'reportMajorMatter',
      'referForRelief',
      'claimCost',
    ]);
    const [progress] = await world.as(clerk, (tx) => caseProgressForCitizen(tx, { tenant, matterId: at.matterId }));
    expect(progress?.steps.find((s) => s.state === 'now')).toMatchObject({ key: 'replacement', dueOn: '2026-11-30' });
    expect(progress?.mayAskReplacement).toBe(false);
  });

  test('agreed: forms 16 and 17, designated anew without the former handler, papers handed over', async () => {
    const at = await inHand();
    const asked = await ask(clerk, at, { receivedOn: '2026-11-24' });
    const decided = await world.as(approver, (tx) =>
      approveReplacement(tx, approver, { tenant, caseId: at.caseId, version: asked.version, opinion }),
    );
    const papers = await world.direct((tx) => documentsOfMatter(tx, tenant, at.matterId));
    expect(papers.map((p) => p.formKey).slice(-2)).toEqual(['replacementApproval', 'replacementNotice']);
    expect(papers.at(-1)?.number).toContain('换');
    const page = await view(at.caseId);
    expect(page.case).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      handlerId: null,
      agreementOn: null,
      dueStep: 'designate',
      duePromise: true,
    });
    const list = await world.as(designator, (tx) => listCandidates(tx, designator, { tenant, caseId: at.caseId }));
    expect(list.barred.map((b) => [b.handlerId, b.reasons.map((r) => r.code)])).toEqual([
      [idOf('L1'), ['replacedBefore']],
    ]);

    const successor = handlerActor('L2');
    let version = await designate(at.caseId, 'L2', decided.version);
    const key = () => ({ tenant, caseId: at.caseId, version });
    ({ version } = await world.as(successor, (tx) => acceptDesignation(tx, successor, key())));
    const handover = { handedOverOn: '2026-11-24', materials: [{ name: '起诉状及证据', pages: 26 }] };
    const record = (actor: typeof clerk, change: object = {}) =>
      world.as(actor, (tx) => recordHandover(tx, actor, { ...key(), ...handover, ...change }));
    expect(await refusalOf(record(lawyer))).toBe('case.notYours');
    expect(await refusalOf(record(successor, { handedOverOn: '2026-11-23' }))).toBe(
      'input.invalid /handedOverOn case.dateBeforeReplacement',
    );
    ({ version } = await record(successor));
    expect(await refusalOf(record(successor))).toBe('case.noHandoverDue');
    const after = await view(at.caseId);
    expect(after.replacements).toMatchObject([{ state: 'handedOver', handedOverOn: '2026-11-24', opinion }]);
    expect(after.designations.map((d) => d.state)).toEqual(['replaced', 'accepted']);
    const [progress] = await world.as(clerk, (tx) => caseProgressForCitizen(tx, { tenant, matterId: at.matterId }));
    expect(progress?.handler?.name).toBe('承办人L2');
  });

  test('not agreed: the handling goes on where it stood, and the recipient reads why', async () => {
    for (const [signed, state] of [
      [true, 'HANDLING'],
      [false, 'ACCEPTED'],
    ] as const) {
      const at = await inHand(signed);
      const asked = await ask(citizen, at);
      const input = { tenant, caseId: at.caseId, version: asked.version, opinion: '已核实，承办人按期会见。' };
      await world.as(approver, (tx) => keepHandler(tx, approver, input));
      const page = await view(at.caseId);
      expect(page.case).toMatchObject({ state, dueStep: signed ? null : 'signAgreement' });
      const [progress] = await world.as(clerk, (tx) => caseProgressForCitizen(tx, { tenant, matterId: at.matterId }));
      expect(progress?.steps.find((s) => s.key === 'replacement')?.detail.zh).toBe('已核实，承办人按期会见。');
      // Refused once is not refused for good.
      expect(progress?.mayAskReplacement).toBe(true);
    }
  });

  test('who may ask for whom, on which ground; the hand that took it in does not decide', async () => {
    const at = await inHand();
    expect(await refusalOf(ask(lawyer, at))).toBe('case.replacementNotYours');
    expect(await refusalOf(ask(handlerActor('L2'), at, { askedBy: 'handler', ground: 'illness' }))).toBe(
      'case.notYours',
    );
    expect(await refusalOf(ask(citizen, at, { askedBy: 'handler', ground: 'illness' }))).toBe(
      'case.replacementNotYours',
    );
    expect(await refusalOf(ask(citizen, at, { receivedOn: '2026-11-24' }))).toBe('case.replacementNotYours');
    expect(await refusalOf(ask(lawyer, at, { askedBy: 'handler', ground: 'tookMoney' }))).toBe(
      'input.invalid /ground case.replacementGround',
    );
    expect(await refusalOf(ask(clerk, at, { receivedOn: '2026-11-25' }))).toBe(
      'input.invalid /receivedOn case.dateInFuture',
    );
    const both = { ...clerk, holds: () => true, must: () => undefined };
    const { version } = await ask(both, at);
    const input = { tenant, caseId: at.caseId, version, opinion };
    expect(await refusalOf(world.as(both, (tx) => approveReplacement(tx, both, input)))).toBe(
      'case.replacementSameHand',
    );
    expect((await world.as(both, (tx) => readCase(tx, both, { tenant, caseId: at.caseId }))).allowedActions).toEqual([
      'noteProgress',
      'fixHearing',
      'reportMajorMatter',
      'issueFeeLetter',
      'referForRelief',
      'claimCost',
      'terminate',
    ]);
  });

  test('two approvers at once: one decision, and the other sees what changed', async () => {
    const at = await inHand();
    const { version } = await ask(citizen, at);
    const input = { tenant, caseId: at.caseId, version, opinion };
    const both = await Promise.all([
      refusalOf(world.as(approver, (tx) => approveReplacement(tx, approver, input))),
      refusalOf(world.as(approver, (tx) => keepHandler(tx, approver, input))),
    ]);
    expect(both.sort()).toEqual(['done', 'record.stale']);
  });

  test('the memory names no reason in clear, and the counter agrees with the recount', async () => {
    await world.direct(async (tx) => {
      const events = await tx.db.selectFrom('event').select('payload').where('kind', 'like', 'case.%').execute();
      expect(JSON.stringify(events)).not.toContain('二十天');
      const kept = await tx.db
        .selectFrom('counter')
        .select(({ fn }) => [fn.sum<number>('n').as('n')])
        .where('name', '=', 'cases.replaced')
        .where('dimension', '=', 'all')
        .executeTakeFirst();
      const recounted = (await recountCases(tx)).filter((c) => c.name === 'cases.replaced' && c.dimension === 'all');
      expect(Number(kept?.n)).toBe(recounted.reduce((sum, c) => sum + c.n, 0));
      expect(Number(kept?.n)).toBeGreaterThanOrEqual(1);
    });
  });
});
