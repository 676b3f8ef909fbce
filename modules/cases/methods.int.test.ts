import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOutbox } from '../../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor } from '../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../documents/index.ts';
import { agencyByCode, changeHandlerStatus } from '../network/index.ts';
import {
  acceptDesignation,
  caseJobs,
  closeOffer,
  designateFirm,
  designateHandler,
  giveBack,
  letOfferGo,
  listCandidates,
  listFirmCases,
  listOffers,
  nameHandler,
  openOffer,
  readCase,
  readLedger,
  recallFirm,
  recountCases,
  takeOffer,
  terminateCase,
} from './index.ts';
import {
  approver,
  designator,
  finance,
  grantedCase,
  handler,
  handlerActor,
  manager,
  onFile,
  openOffice,
  refusalOf,
  tenant,
} from './testing/office.ts';

onEachEngine('a case comes to its handler', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let firm = '';
  let otherFirm = '';
  let centre = '';
  const idOf = (code: string): string => ids.get(code) ?? '';
  const headOf = (agency: string): Actor =>
    staffActor(
      '00000000-0000-7000-8000-0000000000b1',
      '所主任',
      [{ role: 'firmHead', tenant, subtree: false, agency }],
      [tenant],
    );

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('L2', { agency: 'F2', specialities: ['labour', 'family'] }),
      handler('L3', { agency: 'F2' }),
      handler('L4', { agency: 'F2', paidByTreasury: true }),
      handler('S1', { kind: 'centreStaff', agency: 'C', paidByTreasury: true }),
      ...Array.from({ length: 8 }, (_, n) => handler(`R${n}`, { agency: n % 2 === 0 ? 'F1' : 'F2' })),
    ]);
    const agency = (code: string) => world.direct(async (tx) => (await agencyByCode(tx, tenant, code))?.id ?? '');
    [firm, otherFirm, centre] = [await agency('F1'), await agency('F2'), await agency('C')];
  });
  afterAll(() => world.close());

  const designate = (caseId: string, version: number, input: object) =>
    world.as(designator, (tx) =>
      designateHandler(tx, designator, { tenant, caseId, version, handlerId: idOf('L1'), ...input }),
    );
  const view = (caseId: string) => world.as(manager, (tx) => readCase(tx, manager, { tenant, caseId }));
  const list = (caseId: string) => world.as(designator, (tx) => listCandidates(tx, designator, { tenant, caseId }));
  const offer = async (change: Parameters<typeof grantedCase>[1] = {}, hours = 24) => {
    const { caseId } = await grantedCase(world, change);
    return {
      caseId,
      ...(await world.as(designator, (tx) => openOffer(tx, designator, { tenant, caseId, version: 1, hours }))),
    };
  };
  const take = (code: string, { caseId, offerId }: { caseId: string; offerId: string }) => {
    const actor = handlerActor(code);
    return world.as(actor, (tx) => takeOffer(tx, actor, { tenant, caseId, offerId }));
  };
  const offersOf = (code: string) => {
    const actor = handlerActor(code);
    return world.as(actor, (tx) => listOffers(tx, actor, { tenant }));
  };

  test('by turn: whoever’s turn it is and nobody else', async () => {
    const { caseId } = await grantedCase(world);
    const { candidates } = await list(caseId);
    const next = candidates.find((c) => c.turn === 0);
    const other = candidates.find((c) => c.turn === 1);
    expect(await refusalOf(designate(caseId, 1, { method: 'turn', handlerId: other?.handlerId, reason: '专长' }))).toBe(
      'input.invalid /handlerId case.notTheirTurn',
    );
    await designate(caseId, 1, { method: 'turn', handlerId: next?.handlerId });
    expect((await view(caseId)).designations).toMatchObject([{ method: 'turn', departure: null, reason: null }]);
  });

  test('by the recipient’s choice: the wish is on record, and nobody has to give a reason', async () => {
    const { caseId } = await grantedCase(world);
    const last = (await list(caseId)).candidates.at(-1)?.handlerId;
    const chosen = { method: 'choice', handlerId: last };
    expect(await refusalOf(designate(caseId, 1, chosen))).toBe('input.invalid /wish case.wishMissing');
    expect(await refusalOf(designate(caseId, 1, { ...chosen, wish: { told: 'spoken', on: '2026-11-25' } }))).toBe(
      'input.invalid /wish/on case.dateInFuture',
    );
    expect(await refusalOf(designate(caseId, 1, { ...chosen, wish: { told: 'spoken', on: '2026-11-19' } }))).toBe(
      'input.invalid /wish/on case.dateBeforeReceipt',
    );
    await designate(caseId, 1, { ...chosen, wish: { told: 'written', on: '2026-11-23' } });
    expect((await view(caseId)).designations).toMatchObject([
      { method: 'choice', wish: { told: 'written', on: '2026-11-23' }, handlerId: last },
    ]);
  });

  test('in-house: the centre’s own, and no firm’s', async () => {
    const { caseId } = await grantedCase(world);
    expect(await refusalOf(designate(caseId, 1, { method: 'inHouse', reason: '简单' }))).toBe(
      'input.invalid /handlerId case.methodKind',
    );
    await designate(caseId, 1, { method: 'inHouse', handlerId: idOf('S1') });
    expect((await view(caseId)).case.handlerId).toBe(idOf('S1'));
  });

  test('to a firm, which names one of its people: the notice goes to the firm, the five days run from that day', async () => {
    const { caseId, input } = await grantedCase(world);
    const sent = await world.as(designator, (tx) =>
      designateFirm(tx, designator, { tenant, caseId, version: 1, agencyId: otherFirm }),
    );
    expect(sent).toMatchObject({ version: 2, signAgreementBy: '2026-11-30', documentNumber: expect.any(String) });
    const at = await view(caseId);
    expect(at.case).toMatchObject({
      state: 'AT_FIRM',
      desk: 'designation',
      handlerId: null,
      handlerUnit: '保山样本律师事务所',
    });
    expect(at.deadlines.map((d) => [d.step, d.state])).toEqual([['signAgreement', 'running']]);

    const head = headOf(otherFirm);
    const [waiting] = await world.as(head, (tx) => listFirmCases(tx, head, { tenant }));
    expect(waiting).toMatchObject({ caseId, agencyName: '保山样本律师事务所', dueOn: '2026-11-30' });
    // Of the recipient no more than the surname before somebody is named.
    expect(JSON.stringify(waiting)).not.toContain(input.recipient.name);
    const person = (code: string) => waiting?.people.find((p) => p.handlerId === idOf(code));
    expect(person('L1')).toBeUndefined();
    expect(person('L3')?.barred).toEqual([]);
    expect(person('L4')?.barred.map((b) => b.code)).toContain('treasuryPaid');

    const name = (actor: Actor, code: string) =>
      world.as(actor, (tx) => nameHandler(tx, actor, { tenant, caseId, version: 2, handlerId: idOf(code) }));
    expect(await refusalOf(name(headOf(firm), 'L3'))).toBe('auth.forbidden');
    expect(await refusalOf(name(head, 'L1'))).toBe('input.invalid /handlerId case.notOfFirm');
    expect(await refusalOf(name(head, 'L4'))).toContain('case.handlerBarred');
    const named = await name(head, 'L3');
    expect(await world.as(head, (tx) => listFirmCases(tx, head, { tenant }))).toEqual([]);
    const after = await view(caseId);
    expect(after.case).toMatchObject({ state: 'DESIGNATED', handlerId: idOf('L3'), dueOn: '2026-11-30' });
    expect(after.designations).toMatchObject([{ method: 'firm', id: named.designationId }]);
    const papers = await world.as(manager, (tx) => documentsOfMatter(tx, tenant, input.matterId));
    expect(papers.filter((d) => d.formKey === 'designationNotice')).toHaveLength(1);
    const lawyer = handlerActor('L3');
    await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, { tenant, caseId, version: named.version }));
  });

  test('a firm that gives the case back is not asked again; one from which it is recalled may be', async () => {
    const { caseId } = await grantedCase(world);
    const send = (version: number, agencyId: string) =>
      world.as(designator, (tx) => designateFirm(tx, designator, { tenant, caseId, version, agencyId }));
    await send(1, otherFirm);
    const back = await world.as(headOf(otherFirm), (tx) =>
      giveBack(tx, headOf(otherFirm), { tenant, caseId, version: 2, ground: 'overload', reason: '本月人手不够' }),
    );
    expect((await view(caseId)).case).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      handlerUnit: null,
      duePromise: true,
    });
    expect(await refusalOf(send(back.version, otherFirm))).toBe('input.invalid /agencyId case.firmHasNobody');
    expect(await refusalOf(send(back.version, centre))).toBe('input.invalid /agencyId case.firmHasNobody');
    const again = await send(back.version, firm);
    const recalled = await world.as(designator, (tx) =>
      recallFirm(tx, designator, { tenant, caseId, version: again.version, reason: '改由本中心办理' }),
    );
    await send(recalled.version, firm);
  });

  test('of ten who accept at once one has the case; everybody else is told that it is gone', async () => {
    const made = await offer();
    expect(made.offeredTo).toBe(12);
    expect((await view(made.caseId)).case).toMatchObject({ state: 'ON_OFFER', handlerId: null, dueStep: 'designate' });
    const codes = ['L1', 'L2', ...Array.from({ length: 8 }, (_, n) => `R${n}`)];
    const answers = await Promise.all(codes.map((code) => refusalOf(take(code, made))));
    expect(answers.filter((a) => a === 'done')).toHaveLength(1);
    expect(new Set(answers.filter((a) => a !== 'done'))).toEqual(new Set(['case.offerGone']));
    const winner = codes[answers.indexOf('done')] ?? '';
    const { case: aidCase, designations, deadlines } = await view(made.caseId);
    expect(aidCase).toMatchObject({ state: 'ACCEPTED', handlerId: idOf(winner) });
    expect(designations).toMatchObject([{ method: 'offer', state: 'accepted', handlerId: idOf(winner) }]);
    expect(deadlines.map((d) => d.step)).toEqual(['signAgreement']);
    expect((await offersOf(winner)).map((o) => o.caseId)).not.toContain(made.caseId);
  });

  test('a handler reads what is offered without the recipient’s name, and may let it go', async () => {
    const made = await offer({ opponents: [{ name: '龙陵某某茶业有限责任公司' }, { name: '王小明' }] });
    const [row] = (await offersOf('L1')).filter((o) => o.caseId === made.caseId);
    expect(row).toMatchObject({ others: ['龙陵某某茶业有限责任公司', '王**'], asked: 12, expiresAt: made.expiresAt });
    expect(row?.recipient).toMatch(/^受\*+$/);
    const lawyer = handlerActor('L1');
    const go = () =>
      world.as(lawyer, (tx) => letOfferGo(tx, lawyer, { tenant, caseId: made.caseId, offerId: made.offerId }));
    await go();
    expect(await refusalOf(go())).toBe('case.offerGone');
    expect((await offersOf('L1')).map((o) => o.caseId)).not.toContain(made.caseId);
    expect((await offersOf('L2')).map((o) => o.caseId)).toContain(made.caseId);
    await take('L2', made);
  });

  test('whoever has come to act for the other side, or was suspended, cannot take what was offered to them', async () => {
    const opponent = await onFile(world, '施某某');
    const made = await offer({ opponents: [{ personId: opponent, name: '施某某' }] });
    const theirs = await grantedCase(world, {
      recipient: { personId: opponent, name: '施某某', minor: false, groups: [] },
    });
    await designate(theirs.caseId, 1, { reason: '就近', handlerId: idOf('L1') });
    expect(await refusalOf(take('L1', made))).toContain('case.handlerBarred /handlerId case.bar.actsForOtherSide');
    await world.direct((tx) =>
      changeHandlerStatus(tx, manager, {
        tenant,
        handlerId: idOf('L3'),
        version: 1,
        event: 'suspend',
        reason: '年度考核未完成',
      }),
    );
    expect(await refusalOf(take('L3', made))).toBe('case.handlerBarred /handlerId case.bar.suspended');
    // A refusal undoes the taking: the offer is still open for others.
    await take('L2', made);
  });

  test('when the hours are over the worker puts the case back, once; the law’s days ran on all the while', async () => {
    const start = world.clock.now();
    const made = await offer({}, 2);
    world.clock.advance(2 * 3_600_000);
    expect(await refusalOf(take('L1', made))).toBe('case.offerGone');
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    for (let n = 1; n > 0; )
      n = await workOutbox(world.runner, { ...caseJobs, 'notice.applicant': async () => undefined }, log);
    const { case: aidCase, deadlines } = await view(made.caseId);
    expect(aidCase).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      version: 3,
      dueStep: 'designate',
      duePromise: false,
    });
    const lawful = deadlines.filter((d) => !d.promise).map((d) => [d.step, d.dueOn, d.state]);
    expect(lawful).toEqual([['designate', '2026-11-27', 'running']]);
    // Offered again, and taken back by the desk.
    const again = await world.as(designator, (tx) =>
      openOffer(tx, designator, { tenant, caseId: made.caseId, version: 3, hours: 24 }),
    );
    const closed = await world.as(designator, (tx) =>
      closeOffer(tx, designator, { tenant, caseId: made.caseId, version: again.version }),
    );
    expect(await refusalOf(take('L1', { caseId: made.caseId, offerId: again.offerId }))).toBe('case.offerGone');
    // A termination ends what was asked.
    const last = await world.as(designator, (tx) =>
      openOffer(tx, designator, { tenant, caseId: made.caseId, version: closed.version, hours: 24 }),
    );
    await world.as(approver, (tx) =>
      terminateCase(tx, approver, {
        tenant,
        caseId: made.caseId,
        version: last.version,
        ground: 'recipientAsks',
        facts: '自愿撤回',
      }),
    );
    expect(await refusalOf(take('L1', { caseId: made.caseId, offerId: last.offerId }))).toBe('case.offerGone');
    world.clock.set(start);
  });

  test('the ledger shows where each case went and why, and nothing of the recipient', async () => {
    const { caseId, input } = await grantedCase(world, {
      cause: 'domesticViolence',
      recipient: {
        personId: await onFile(world, '苦某某'),
        name: '苦某某',
        sex: 'female',
        minor: true,
        groups: ['woman'],
      },
    });
    const second = (await list(caseId)).candidates[1]?.handlerId;
    await designate(caseId, 1, { handlerId: second, reason: '苦某某住在老家村，会说苗语', departure: 'language' });
    const lawyer = handlerActor('L2');
    const ledger = await world.as(lawyer, (tx) => readLedger(tx, lawyer, { tenant, limit: 3 }));
    const [line] = ledger.rows;
    expect(line).toMatchObject({
      method: 'direct',
      departure: 'language',
      handlerId: second,
      rank: 2,
      county: '530521',
    });
    expect(line?.lines.map((l) => l.part)).toEqual(['fairShare', 'load', 'speciality', 'distance']);
    const sum = (line?.lines ?? []).reduce((s, l) => s + l.points, line?.otherPoints ?? 0);
    expect(sum).toBeCloseTo(line?.total ?? -1, 5);
    const told = JSON.stringify(ledger);
    for (const secret of [
      '苦某某',
      '苗语',
      'domesticViolence',
      'womanForGirl',
      'servedBefore',
      'quality',
      input.matterId,
      input.region,
    ])
      expect(told).not.toContain(secret);
    // Page after page, newest first, each once.
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await world.as(lawyer, (tx) =>
        readLedger(tx, lawyer, { tenant, limit: 3, ...(after == null ? {} : { after }) }),
      );
      seen.push(...page.rows.map((r) => r.id));
      if (after !== undefined) expect(page.shares).toEqual([]);
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(8);
    expect(ledger.shares.find((s) => s.handlerId === idOf('L3'))).toBeUndefined();
    expect(ledger.shares.reduce((s, { ideal }) => s + ideal, 0)).toBeCloseTo(
      ledger.shares.reduce((s, { count }) => s + count, 1),
    );
    expect(await refusalOf(world.as(finance, (tx) => readLedger(tx, finance, { tenant: '530581', limit: 3 })))).toBe(
      'auth.forbidden',
    );
    // The counters agree with the records, whatever the method.
    const counted = await world.direct((tx) => recountCases(tx));
    const designated = counted.filter((c) => c.name === 'cases.designated' && c.dimension === 'all');
    expect(designated.reduce((s, { n }) => s + n, 0)).toBe(seen.length);
  });
});
