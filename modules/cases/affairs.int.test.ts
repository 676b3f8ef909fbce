import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { documentsOfMatter } from '../documents/index.ts';
import type { FollowAffair } from './affair-schema.ts';
import {
  acceptDesignation,
  designateHandler,
  followAffair,
  issueFeeLetter,
  listAffairs,
  readCase,
  recordAgreement,
  referForRelief,
  reportMajorMatter,
  terminateCase,
} from './index.ts';
import type { OpenCase } from './schema.ts';
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
  reviewer,
  stranger,
  tenant,
} from './testing/office.ts';

onEachEngine('what goes out from a case and is answered', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const lawyer = handlerActor('L1');
  const colleague = handlerActor('L2');

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [handler('L1'), handler('L2', { agency: 'F2' })]);
  });
  afterAll(() => world.close());

  const inHand = async (change: Partial<OpenCase> = {}) => {
    const { caseId, input } = await grantedCase(world, change);
    let { version } = await world.as(designator, (tx) =>
      designateHandler(tx, designator, { tenant, caseId, version: 1, handlerId: ids.get('L1') ?? '', reason: '专长' }),
    );
    ({ version } = await world.as(lawyer, (tx) => acceptDesignation(tx, lawyer, { tenant, caseId, version })));
    ({ version } = await world.as(lawyer, (tx) =>
      recordAgreement(tx, lawyer, { tenant, caseId, version, signedOn: tx.today, scope: 'general', specialPowers: [] }),
    ));
    return { tenant, caseId, version, matterId: input.matterId };
  };
  const view = (caseId: string, actor = manager) => world.as(actor, (tx) => readCase(tx, actor, { tenant, caseId }));
  const follow = (
    actor: typeof clerk,
    affairId: string,
    version: number,
    event: string,
    more: Partial<FollowAffair> = {},
  ) => world.as(actor, (tx) => followAffair(tx, actor, { tenant, affairId, version, event, ...more }));
  const waiting = async (actor: typeof clerk) =>
    (await world.as(actor, (tx) => listAffairs(tx, actor, tenant))).rows.map((row) => [
      row.caseId,
      row.kind,
      row.state,
    ]);

  test('a major matter: reported by the handler, on the centre’s list by its day, acknowledged with what is to be done', async () => {
    const { matterId: _m, ...key } = await inHand();
    const report = {
      ...key,
      kind: 'groupIncident' as const,
      on: '2026-11-24',
      words: '十二名工友准备到项目部集体讨薪。',
    };
    expect(await refusalOf(world.as(colleague, (tx) => reportMajorMatter(tx, colleague, report)))).toBe(
      'case.notYours',
    );
    expect(
      await refusalOf(world.as(lawyer, (tx) => reportMajorMatter(tx, lawyer, { ...report, on: '2026-11-20' }))),
    ).toBe('input.invalid /on case.dateBeforeDesignation');
    const { affairId } = await world.as(lawyer, (tx) => reportMajorMatter(tx, lawyer, report));
    expect(await waiting(reviewer)).toContainEqual([key.caseId, 'majorMatter', 'REPORTED']);
    // It is not the handler's to acknowledge, and no neighbour sees it.
    expect(await waiting(lawyer)).toEqual([]);
    expect(await waiting(stranger)).toEqual([]);
    const page = await view(key.caseId, reviewer);
    expect(page.deadlines).toMatchObject([{ step: 'acknowledgeMatter', dueOn: '2026-11-25', promise: true }]);
    expect(page.affairs).toMatchObject([{ kind: 'majorMatter', words: report.words, allowedActions: ['acknowledge'] }]);
    expect(await refusalOf(follow(lawyer, affairId, 1, 'acknowledge', { words: '知道' }))).toBe('auth.forbidden');
    expect(await refusalOf(follow(reviewer, affairId, 1, 'acknowledge'))).toBe(
      'input.invalid /words case.affair.wordsMissing',
    );
    expect(await refusalOf(follow(reviewer, affairId, 1, 'waiveFee'))).toBe('record.actionNotAllowed');
    await follow(reviewer, affairId, 1, 'acknowledge', {
      words: '已报县司法局和信访部门，请先稳住工友，周五前报进展。',
    });
    expect(await refusalOf(follow(reviewer, affairId, 1, 'acknowledge', { words: '再来' }))).toBe('record.stale');
    expect((await view(key.caseId, lawyer)).affairs).toMatchObject([
      { state: 'ACKNOWLEDGED', answer: '已报县司法局和信访部门，请先稳住工友，周五前报进展。', dueOn: null },
    ]);
    expect((await view(key.caseId)).deadlines).toEqual([]);
    expect(await waiting(reviewer)).toEqual([]);
  });

  test('whoever entered a report does not acknowledge it', async () => {
    const { matterId: _m, ...key } = await inHand();
    const both = { ...clerk, holds: () => true } as typeof clerk;
    const { affairId } = await world.as(clerk, (tx) =>
      reportMajorMatter(tx, clerk, { ...key, kind: 'otherComplex', on: '2026-11-24', words: '纸质报告补录。' }),
    );
    expect(await refusalOf(follow(both, affairId, 1, 'acknowledge', { words: '知道' }))).toBe('case.affair.sameHand');
  });

  test('the court-fee letter: on the grounds that the file tells of, its outcome on the matter to the fen', async () => {
    const { matterId, ...key } = await inHand({ cause: 'maintenance' });
    expect((await view(key.caseId)).feeGrounds).toEqual(['maintenance', 'legalAid']);
    expect(
      await refusalOf(
        world.as(lawyer, (tx) =>
          issueFeeLetter(tx, lawyer, { ...key, court: '施甸县人民法院', grounds: ['legalAid'] }),
        ),
      ),
    ).toBe('auth.forbidden');
    const letter = await world.as(reviewer, (tx) =>
      issueFeeLetter(tx, reviewer, { ...key, court: '施甸县人民法院', grounds: ['maintenance', 'legalAid'] }),
    );
    const papers = await world.as(reviewer, (tx) => documentsOfMatter(tx, tenant, matterId));
    expect(papers.at(-1)).toMatchObject({ formKey: 'courtFeeReliefLetter', documentId: letter.documentId });
    expect(papers.at(-1)?.number).toContain('费函');
    expect(
      await refusalOf(
        world.as(reviewer, (tx) =>
          issueFeeLetter(tx, reviewer, {
            ...key,
            version: letter.version,
            court: '施甸县人民法院',
            grounds: ['legalAid'],
          }),
        ),
      ),
    ).toBe('case.affair.feeLetterOpen');
    await follow(lawyer, letter.affairId, 1, 'deferFee', { total: 30_000, until: '2027-03-31' });
    expect((await view(key.caseId, lawyer)).affairs).toMatchObject([
      {
        state: 'DEFERRED',
        total: 30_000,
        untilOn: '2027-03-31',
        allowedActions: ['reduceFee', 'waiveFee', 'settleFee'],
      },
    ]);
    expect(await refusalOf(follow(lawyer, letter.affairId, 2, 'reduceFee', { total: 30_000, amount: 5_000 }))).toBe(
      'input.invalid /words case.affair.belowLeast',
    );
    await follow(lawyer, letter.affairId, 2, 'reduceFee', { total: 30_000, amount: 15_001 });
    const { affairs } = await view(key.caseId);
    expect(affairs).toMatchObject([{ state: 'REDUCED', amount: 15_001, total: 30_000, allowedActions: [] }]);
  });

  test('where there is no court there is no letter', async () => {
    const { matterId: _m, ...key } = await inHand({ aidForm: 'labourArbitration' });
    expect((await view(key.caseId, reviewer)).allowedActions).not.toContain('issueFeeLetter');
    expect(
      await refusalOf(
        world.as(reviewer, (tx) => issueFeeLetter(tx, reviewer, { ...key, court: '法院', grounds: ['legalAid'] })),
      ),
    ).toBe('case.affair.noCourtFee');
  });

  test('judicial relief: only with consent, asked after until the money is there, although the case has ended meanwhile', async () => {
    const { matterId, ...key } = await inHand();
    const referral = {
      ...key,
      organ: '施甸县人民法院',
      ground: 'unenforced' as const,
      words: '执行不到位，生活困难。',
    };
    expect(
      await refusalOf(world.as(lawyer, (tx) => referForRelief(tx, lawyer, { ...referral, consentOn: '2026-11-25' }))),
    ).toBe('input.invalid /consentOn case.dateInFuture');
    const sent = await world.as(lawyer, (tx) => referForRelief(tx, lawyer, { ...referral, consentOn: '2026-11-24' }));
    expect((await world.as(clerk, (tx) => documentsOfMatter(tx, tenant, matterId))).at(-1)?.formKey).toBe(
      'judicialReliefReferral',
    );
    for (const who of [lawyer, clerk])
      expect(await waiting(who)).toContainEqual([key.caseId, 'judicialRelief', 'SENT']);
    expect(await waiting(colleague)).toEqual([]);
    expect(await refusalOf(follow(colleague, sent.affairId, 1, 'acknowledgeRelief'))).toBe('case.notYours');
    await follow(lawyer, sent.affairId, 1, 'acknowledgeRelief', { words: '立案庭已收。' });
    await world.as(approver, (tx) =>
      terminateCase(tx, approver, { ...key, version: sent.version, ground: 'recipientAsks', facts: '本人要求。' }),
    );
    await follow(clerk, sent.affairId, 2, 'grantRelief', { amount: 800_000 });
    expect(await waiting(clerk)).toContainEqual([key.caseId, 'judicialRelief', 'GRANTED']);
    expect(await refusalOf(follow(clerk, sent.affairId, 3, 'recordReliefPaid', { amount: 800_001 }))).toBe(
      'input.invalid /amount case.affair.paidMore',
    );
    await follow(clerk, sent.affairId, 3, 'recordReliefPaid', { amount: 800_000 });
    const page = await view(key.caseId);
    expect(page.affairs).toMatchObject([{ state: 'PAID', amount: 800_000, dueOn: null, consentOn: '2026-11-24' }]);
    expect(page.story.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'judicialRelief.paid',
        'judicialRelief.granted',
        'judicialRelief.takenUp',
        'case.referredForRelief',
      ]),
    );
    expect(await waiting(clerk)).toEqual([]);
  });
});
