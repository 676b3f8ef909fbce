import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor } from '../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../documents/index.ts';
import type { NetworkTables } from '../network/index.ts';
import {
  cancelShift,
  leaveSwap,
  listHelps,
  offerSwap,
  planShifts,
  readRota,
  recordHelp,
  recountDuty,
  takeSwap,
} from './index.ts';
import { type PleaWitness, pleaTold } from './plea-schema.ts';
import { clerk, designator, finance, handler, handlerActor, openOffice, refusalOf, tenant } from './testing/office.ts';
import { gaveHelp } from './use-cases/witness-plea.ts';

onEachEngine('duty lawyers', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let centre = '';
  let court = '';
  let firm = '';
  const idOf = (code: string): string => ids.get(code) ?? '';

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('L2', { agency: 'F2' }),
      handler('L3', { agency: 'F2' }),
      handler('W1', { kind: 'basicLegalServiceWorker', agency: 'O', criminalDefenceSince: null }),
    ]);
    const places = await world.direct((tx) =>
      tx.db
        .withTables<NetworkTables>()
        .selectFrom('agency')
        .select(['id', 'code'])
        .where('tenant', '=', tenant)
        .execute(),
    );
    const of = (code: string) => places.find((p) => p.code === code)?.id ?? '';
    centre = of('C');
    court = of('CT');
    firm = of('F1');
  });
  afterAll(() => world.close());

  const plan = (code: string, days: string[], change: object = {}, actor: Actor = designator) =>
    world.as(actor, (tx) =>
      planShifts(tx, actor, {
        tenant,
        agencyId: court,
        handlerId: idOf(code),
        period: 'day',
        mode: 'onSite',
        days,
        ...change,
      }),
    );
  const rota = (actor: Actor = designator) =>
    world.as(actor, (tx) => readRota(tx, actor, { tenant, from: '2026-11-23', to: '2026-11-29' }));
  const shift = async (id: string) => {
    const found = (await rota()).shifts.find((s) => s.id === id);
    if (found === undefined) throw new Error('no such shift');
    return found;
  };

  test('the rota of a week: places, lawyers, shifts, days off', async () => {
    await plan('L1', ['2026-11-24', '2026-11-25']);
    const week = await rota();
    expect(week.places.map((p) => p.agencyId).sort()).toEqual([centre, court].sort());
    expect(week.lawyers.map((l) => l.handlerId)).not.toContain(idOf('W1'));
    expect(week.shifts.map((s) => [s.onDay, s.handlerName, s.actions])).toEqual([
      ['2026-11-24', '承办人L1', ['offerSwap', 'cancel']],
      ['2026-11-25', '承办人L1', ['offerSwap', 'cancel']],
    ]);
    expect(week.daysOff).toEqual(['2026-11-28', '2026-11-29']);
    expect((await rota(handlerActor('L2'))).shifts.map((s) => s.actions)).toEqual([[], []]);
  });

  test('nobody sits in two places at once; half days part; what cannot be is refused by name', async () => {
    expect(await refusalOf(plan('L1', ['2026-11-26', '2026-11-25'], { agencyId: centre, period: 'morning' }))).toBe(
      'input.invalid /days/1 duty.overlap',
    );
    await plan('L2', ['2026-11-25'], { period: 'morning' });
    await plan('L2', ['2026-11-25'], { period: 'afternoon', agencyId: centre, mode: 'phone' });
    expect(await refusalOf(plan('L2', ['2026-11-25'], { agencyId: centre }))).toBe(
      'input.invalid /days/0 duty.overlap /days/0 duty.overlap',
    );
    expect(await refusalOf(plan('W1', ['2026-11-25']))).toBe('input.invalid /handlerId duty.lawyerUnfit');
    expect(await refusalOf(plan('L3', ['2026-11-25'], { agencyId: firm }))).toBe(
      'input.invalid /agencyId duty.placeUnknown',
    );
    expect(await refusalOf(plan('L3', ['2026-11-23']))).toBe('input.invalid /days/0 duty.dayPast');
    expect(await refusalOf(plan('L3', ['2026-11-25'], {}, clerk))).toBe('auth.forbidden');
  });

  test('two rotas planned at once: the lawyer sits in one place', async () => {
    const both = await Promise.all([
      refusalOf(plan('L3', ['2026-11-27'])),
      refusalOf(plan('L3', ['2026-11-27'], { agencyId: centre, period: 'morning' })),
    ]);
    expect(both.sort()).toEqual(['done', 'input.invalid /days/0 duty.overlap']);
  });

  test('a swap is offered, and taken by whoever was asked; it stays where it was until then', async () => {
    const { shiftIds } = await plan('L1', ['2026-11-26']);
    const shiftId = shiftIds[0] ?? '';
    const [l1, l2, l3] = [handlerActor('L1'), handlerActor('L2'), handlerActor('L3')];
    const offer = (actor: Actor, to: string, version = 1) =>
      world.as(actor, (tx) =>
        offerSwap(tx, actor, { tenant, shiftId, version, toHandlerId: idOf(to), reason: '当天开庭' }),
      );
    expect(await refusalOf(offer(l2, 'L3'))).toBe('duty.notYours');
    expect(await refusalOf(offer(l1, 'L1'))).toBe('input.invalid /toHandlerId duty.swapWithSelf');
    expect(await refusalOf(offer(l1, 'W1'))).toBe('input.invalid /toHandlerId duty.lawyerUnfit');
    await offer(l1, 'L2');
    expect(await shift(shiftId)).toMatchObject({
      state: 'SWAP_OFFERED',
      handlerName: '承办人L1',
      offeredToName: '承办人L2',
    });
    expect((await rota(l2)).shifts.find((s) => s.id === shiftId)?.actions).toEqual(['takeSwap', 'leaveSwap']);
    const key = { tenant, shiftId };
    expect(await refusalOf(world.as(l3, (tx) => takeSwap(tx, l3, { ...key, version: 2 })))).toBe('duty.notYours');
    await world.as(l2, (tx) => leaveSwap(tx, l2, { ...key, version: 2 }));
    await offer(l1, 'L2', 3);
    await world.as(l2, (tx) => takeSwap(tx, l2, { ...key, version: 4 }));
    expect(await shift(shiftId)).toMatchObject({
      state: 'PLANNED',
      handlerName: '承办人L2',
      takenOverFrom: idOf('L1'),
      offeredTo: null,
    });
    // Free again: the first may sit elsewhere, the second may not.
    await plan('L1', ['2026-11-26'], { agencyId: centre });
    expect(await refusalOf(plan('L2', ['2026-11-26'], { agencyId: centre }))).toBe(
      'input.invalid /days/0 duty.overlap',
    );
    await world.as(designator, (tx) => cancelShift(tx, designator, { ...key, version: 5, reason: '法院停电' }));
    expect((await rota()).shifts.map((s) => s.id)).not.toContain(shiftId);
  });

  test('a help is recorded with person, stage, services, outcome and signature; a lawyer’s own only', async () => {
    const l1 = handlerActor('L1');
    const today = (await rota()).shifts.find((s) => s.onDay === '2026-11-24');
    const plea: PleaWitness = {
      organ: '施甸县人民检察院',
      place: '施甸县看守所',
      charge: '盗窃罪',
      sentence: '拘役三个月，缓刑六个月',
      told: [...pleaTold],
      advice: '说明了认罪认罚从宽和反悔的后果。',
      views: { charge: 'agrees', sentence: 'dissents', procedure: 'agrees' },
      dissent: '退赃的情节没有充分考虑。',
      voluntary: true,
      lawyerSigned: true,
    };
    const help = (actor: Actor, change: object = {}) =>
      world.as(actor, (tx) =>
        recordHelp(tx, actor, {
          tenant,
          shiftId: today?.id,
          agencyId: court,
          handlerId: idOf('L1'),
          helpedOn: '2026-11-24',
          mode: 'onSite',
          person: { name: '张某某' },
          stage: 'prosecutionReview',
          organCaseNumber: '（2026）云0521刑初9号',
          services: ['advice', 'pleaWitness'],
          outcome: 'pleaSigned',
          signature: 'fingerprint',
          note: '自愿认罪认罚。',
          plea,
          ...change,
        }),
      );
    const witnessed = await help(l1);
    expect(await refusalOf(help(l1, { plea: undefined }))).toBe('input.invalid /plea duty.plea.missing');
    expect(await refusalOf(help(l1, { plea: { ...plea, voluntary: false } }))).toBe(
      'input.invalid /plea/voluntary duty.plea.notVoluntary',
    );
    const [paper] = await world.direct((tx) => documentsOfMatter(tx, tenant, witnessed.helpId));
    expect(paper).toMatchObject({ documentId: witnessed.documentId, formKey: 'pleaWitnessRecord' });
    const mine = { tenant, matterId: witnessed.helpId };
    expect(await world.as(l1, (tx) => gaveHelp(tx, l1, mine))).toBe(true);
    expect(await world.as(handlerActor('L2'), (tx) => gaveHelp(tx, handlerActor('L2'), mine))).toBe(false);
    await help(clerk, {
      plea: undefined,
      handlerId: idOf('L2'),
      shiftId: undefined,
      services: ['helpToApply'],
      outcome: 'applicationForwarded',
    });
    expect(await refusalOf(help(handlerActor('L2')))).toBe('duty.notYours');
    expect(await refusalOf(help(finance))).toBe('auth.forbidden');
    expect(await refusalOf(help(l1, { helpedOn: '2026-11-25', signature: 'heardRemotely' }))).toBe(
      'input.invalid /signature duty.signatureMode /helpedOn case.dateInFuture /shiftId duty.shiftOther',
    );
    const all = await world.as(designator, (tx) => listHelps(tx, designator, { tenant, limit: 1 }));
    expect(all.rows).toHaveLength(1);
    const rest = await world.as(designator, (tx) =>
      listHelps(tx, designator, { tenant, limit: 5, after: all.next ?? undefined, month: '2026-11' }),
    );
    expect([...all.rows, ...rest.rows].map((r) => r.handlerName).sort()).toEqual(['承办人L1', '承办人L2']);
    const own = await world.as(l1, (tx) => listHelps(tx, l1, { tenant, limit: 50 }));
    expect(own.rows).toMatchObject([
      {
        personName: '张某某',
        note: '自愿认罪认罚。',
        services: ['advice', 'pleaWitness'],
        plea: {
          charge: '盗窃罪',
          viewSentence: 'dissents',
          dissent: '退赃的情节没有充分考虑。',
          voluntary: true,
          unsigned: null,
          lawyerSigned: true,
          documentId: witnessed.documentId,
        },
      },
    ]);
    const other = staffActor(
      '00000000-0000-7000-8000-00000000aaaa',
      '财务',
      [{ role: 'finance', tenant, subtree: false }],
      [tenant],
    );
    expect((await world.as(other, (tx) => listHelps(tx, other, { tenant, limit: 50 }))).rows).toEqual([]);
  });

  test('the counters agree with the recount; the memory holds no name', async () => {
    await world.direct(async (tx) => {
      const kept = await tx.db
        .selectFrom('counter')
        .select(['dimension', 'value', ({ fn }) => fn.sum<number>('n').as('n')])
        .where('name', '=', 'duty.helps')
        .groupBy(['dimension', 'value'])
        .execute();
      const again = await recountDuty(tx);
      const table = (rows: readonly { dimension: string; value: string; n: number }[]) =>
        Object.fromEntries(rows.map((r) => [`${r.dimension}/${r.value}`, Number(r.n)]).sort());
      expect(table(kept)).toEqual(table(again));
      const events = await tx.db.selectFrom('event').select('payload').where('kind', 'like', 'duty%').execute();
      expect(JSON.stringify(events)).not.toContain('张某某');
    });
  });
});
