import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { agencyByCode } from '../network/index.ts';
import { demonstrationIdentityNumber, linkPersons, savePerson } from '../people/index.ts';
import {
  checkConflicts,
  declareRelative,
  designateHandler,
  listCandidates,
  listRelatives,
  recordHelp,
  withdrawRelative,
} from './index.ts';
import {
  clerk,
  designator,
  grantedCase,
  handler,
  handlerActor,
  onFile,
  openOffice,
  refusalOf,
  tenant,
} from './testing/office.ts';

onEachEngine('conflict of interest', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  const idOf = (code: string): string => ids.get(code) ?? '';
  const documented = (name: string, n: number) =>
    world.as(clerk, async (tx) => {
      const document = { kind: 'residentCard' as const, number: demonstrationIdentityNumber('1990-03-02', n, 'male') };
      return { ...(await savePerson(tx, { tenant, name, document, demonstration: true })), number: document.number };
    });
  const list = (caseId: string) => world.as(designator, (tx) => listCandidates(tx, designator, { tenant, caseId }));
  const conflictsOn = async (caseId: string, code: string) => {
    const { barred, candidates } = await list(caseId);
    const of = barred.find((b) => b.handlerId === idOf(code));
    return {
      barred: of?.reasons.map((r) => r.code) ?? [],
      cautions: candidates.find((c) => c.handlerId === idOf(code))?.cautions ?? [],
    };
  };
  const give = (caseId: string, code: string, reason = '就近') =>
    world.as(designator, (tx) =>
      designateHandler(tx, designator, { tenant, caseId, version: 1, handlerId: idOf(code), reason }),
    );

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('L2', { agency: 'F2' }),
      handler('L3', { agency: 'F2' }),
      handler('S1', { kind: 'centreStaff', agency: 'C', paidByTreasury: true }),
    ]);
  });
  afterAll(() => world.close());

  test('the other side is known by the document, though every matter keeps a row of its own', async () => {
    const then = await documented('王二', 1);
    const theirs = await grantedCase(world, {
      recipient: { personId: then.personId, name: '王二', minor: false, groups: [] },
    });
    await give(theirs.caseId, 'L2');
    const now = await documented('王贰', 1);
    const ours = await grantedCase(world, { opponents: [{ personId: now.personId, name: '王贰' }] });
    expect(await conflictsOn(ours.caseId, 'L2')).toMatchObject({ barred: ['actsForOtherSide'] });
    expect(await conflictsOn(ours.caseId, 'L3')).toMatchObject({ barred: ['firmActsForOtherSide'] });
    expect(await conflictsOn(ours.caseId, 'L1')).toEqual({ barred: [], cautions: [] });
    // The same search on entry, before there is a case, by what stands on the form.
    const found = await world.as(clerk, (tx) =>
      checkConflicts(tx, clerk, {
        tenant,
        recipient: { name: '某人' },
        opponents: [{ name: '王贰', documentNumber: now.number }],
        coDefendants: [],
      }),
    );
    expect(found.map(({ handlerId, conflicts }) => [handlerId, conflicts[0]?.kind, conflicts[0]?.score])).toEqual([
      [idOf('L2'), 'actsForOtherSide', 100],
      [idOf('L3'), 'firmActsForOtherSide', 100],
    ]);
  });

  test('without a document it takes a person to say that two rows are one', async () => {
    const then = await onFile(world, '赵三');
    const theirs = await grantedCase(world, { recipient: { personId: then, name: '赵三', minor: false, groups: [] } });
    await give(theirs.caseId, 'L1');
    const now = await onFile(world, '赵叁');
    const ours = await grantedCase(world, { opponents: [{ personId: now, name: '赵叁' }] });
    expect(await conflictsOn(ours.caseId, 'L1')).toEqual({ barred: [], cautions: [] });
    const say = (same: boolean) =>
      world.as(clerk, (tx) => linkPersons(tx, clerk, { tenant, personId: now, otherId: then, same }));
    await say(true);
    expect(await conflictsOn(ours.caseId, 'L1')).toMatchObject({ barred: ['actsForOtherSide'] });
    await say(false);
    expect(await conflictsOn(ours.caseId, 'L1')).toEqual({ barred: [], cautions: [] });
  });

  test('the duty lawyer of a co-suspect does not defend in the same proceeding; of a namesake only, somebody looks first', async () => {
    const court = await world.direct((tx) => agencyByCode(tx, tenant, 'CT'));
    await world.as(designator, (tx) =>
      recordHelp(tx, designator, {
        tenant,
        agencyId: court?.id ?? '',
        handlerId: idOf('L1'),
        helpedOn: '2026-11-24',
        mode: 'onSite',
        person: { name: '同案人甲', demonstration: true },
        stage: 'investigation',
        organCaseNumber: '（2026）施公刑字77号',
        services: ['advice'],
        outcome: 'advised',
        signature: 'signed',
      }),
    );
    const accusedIn = (criminal: object) =>
      grantedCase(world, {
        class: 'criminal',
        cause: null,
        aidForm: 'criminalDefence',
        criminal: { stage: 'investigation', role: 'suspectOrDefendant', ...criminal },
      });
    const same = await accusedIn({ organCaseNumber: '（2026）施公刑字77号' });
    expect(await conflictsOn(same.caseId, 'L1')).toMatchObject({ barred: ['dutyLawyerOfCoSuspect'] });
    const { caseId } = await accusedIn({
      organCaseNumber: '（2026）施公刑字78号',
      coDefendants: [{ name: '同案人甲' }],
    });
    expect(await conflictsOn(caseId, 'L1')).toMatchObject({
      barred: [],
      cautions: [{ kind: 'dutyLawyerOfCoSuspect', by: 'name', score: 40, certain: false, caseNumber: '2026-11-24' }],
    });
    const unsaid = { tenant, caseId, version: 1, handlerId: idOf('L1'), method: 'choice' as const };
    const wish = { told: 'spoken' as const, on: '2026-11-24' };
    expect(await refusalOf(world.as(designator, (tx) => designateHandler(tx, designator, { ...unsaid, wish })))).toBe(
      'input.invalid /reason case.cautionReason',
    );
    await give(caseId, 'L1', '两人供述不冲突，本人同意');
  });

  test('a relative is told of once and found ever after, until taken back', async () => {
    const lawyer = handlerActor('L3');
    const { relativeId } = await world.as(lawyer, (tx) =>
      declareRelative(tx, lawyer, { tenant, relation: 'sibling', name: '尹德 武' }),
    );
    const { caseId } = await grantedCase(world, { opponents: [{ name: '尹德武' }] });
    expect(await conflictsOn(caseId, 'L3')).toMatchObject({
      cautions: [{ kind: 'relativeOfOtherSide', by: 'declared', certain: false }],
    });
    expect(await world.as(lawyer, (tx) => listRelatives(tx, lawyer, { tenant }))).toMatchObject([
      { id: relativeId, name: '尹德 武', relation: 'sibling' },
    ]);
    const other = handlerActor('L1');
    const undo = { tenant, relativeId };
    expect(await refusalOf(world.as(other, (tx) => withdrawRelative(tx, other, undo)))).toBe('record.notFound');
    await world.as(lawyer, (tx) => withdrawRelative(tx, lawyer, undo));
    expect((await conflictsOn(caseId, 'L3')).cautions).toEqual([]);
    // For another only the designator speaks, and the counter not at all.
    const forOther = { tenant, handlerId: idOf('L1'), relation: 'spouse' as const, name: '某人' };
    expect(await refusalOf(world.as(lawyer, (tx) => declareRelative(tx, lawyer, forOther)))).toBe('case.notYours');
    expect(await refusalOf(world.as(clerk, (tx) => declareRelative(tx, clerk, forOther)))).toBe('auth.forbidden');
    expect(await refusalOf(world.as(designator, (tx) => declareRelative(tx, designator, forOther)))).toBe('done');
  });
});
