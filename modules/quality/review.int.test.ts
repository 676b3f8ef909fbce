import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, type Lifecycle, staffActor, type Tx } from '../../kernel/use-case/index.ts';
import { type CaseTables, listCandidates, noteProgress, readCase } from '../cases/index.ts';
import {
  designator,
  grantedCase,
  handler,
  handlerActor,
  openOffice,
  refusalOf,
  tenant,
} from '../cases/testing/office.ts';
import { verifyStatistics } from '../statistics/index.ts';
import { type AssessmentState, assessmentLifecycle } from './assessment-lifecycle.ts';
import { type Grade, sheetByKey } from './sheets/index.ts';
import type { QualityTables } from './tables.ts';
import { answerSatisfaction } from './use-cases/answer-satisfaction.ts';
import { assignReviews, callThird, replaceReviewer } from './use-cases/assign-reviews.ts';
import { declineReview, handInSheet, keepSheet } from './use-cases/fill-sheet.ts';
import { gradesOfHandlers, qualityGradesOf, readPublishedGrades } from './use-cases/grades.ts';
import { cancelPlan, drawAssessment, finishPlan, planAssessment } from './use-cases/plan-assessment.ts';
import { readAssessmentPlan } from './use-cases/read-assessment.ts';
import {
  type ItemView,
  listGraded,
  listMyReviews,
  listResults,
  openReviewPiece,
  readItem,
  readResult,
  readReview,
} from './use-cases/read-reviews.ts';
import {
  acceptRectification,
  askReassessment,
  closeItem,
  endReassessmentTerm,
  replyRectification,
  requireRectification,
  returnRectification,
  tellResult,
} from './use-cases/settle-item.ts';

const neighbour = '530581';
const staff = (n: number, role: string, at = tenant): Actor =>
  staffActor(`00000000-0000-7000-8000-0000000000d${n}`, role, [{ role, tenant: at, subtree: false }], [at]);
const quality = staff(1, 'quality');
const manager = staff(2, 'manager');
const strangers = [
  ...['clerk', 'reviewer', 'approver', 'designator', 'finance', 'firmHead', 'bureauReviewer'].map((role, i) =>
    staff(i + 3, role),
  ),
  staff(1, 'quality', neighbour),
];
const lifecycle: Lifecycle = assessmentLifecycle;
const sheet = sheetByKey('civil-2021');
/** Reviewers of another firm, by their number on the roster. */
const reviewers = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];

onEachEngine('peer review of closed cases', (open) => {
  let world: World;
  let ids: ReadonlyMap<string, string>;
  let year = 1600;

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => world.as(actor, work);
  const on = (day: string): void => world.clock.set(`${day}T02:00:00.000Z`);
  const codeOf = (id: string): string => [...ids].find(([, found]) => found === id)?.[0] ?? '';
  const archive = async (code: string, day: string): Promise<string> => {
    const { caseId } = await grantedCase(world);
    await world.direct((tx) =>
      tx.db
        .withTables<CaseTables>()
        .updateTable('aidCase')
        .set({
          state: 'ARCHIVED',
          desk: 'done',
          archivedOn: day,
          handlerId: ids.get(code) ?? null,
          handlerName: `承办人${code}`,
          handlerUnit: '云南示例律师事务所',
        })
        .where('id', '=', caseId)
        .execute(),
    );
    return caseId;
  };
  /** A drawn plan with so many cases of L1, of a year of its own. */
  const drawnPlan = async (cases: number): Promise<{ planId: string; version: number; caseIds: string[] }> => {
    year += 1;
    const caseIds: string[] = [];
    // Years that nobody has a file of, so that plans never meet: the sheet is that of the day of the draw.
    for (let i = 0; i < cases; i++) caseIds.push(await archive('L1', `${year}-03-01`));
    const made = await as(quality, (tx) =>
      planAssessment(tx, quality, {
        tenant,
        title: `${year} 年度评估`,
        firstDay: `${year}-01-01`,
        lastDay: `${year}-12-31`,
        classes: ['civil'],
        basis: 'percent',
        amount: 100,
      }),
    );
    const drawn = await as(quality, (tx) =>
      drawAssessment(tx, quality, { tenant, planId: made.planId, version: made.version }),
    );
    return { planId: drawn.planId, version: drawn.version, caseIds };
  };
  const plan = (planId: string) => as(quality, (tx) => readAssessmentPlan(tx, quality, { tenant, planId }));
  const assign = (at: { planId: string; version: number }, itemId?: string, actor = quality) =>
    as(actor, (tx) =>
      assignReviews(tx, actor, {
        tenant,
        planId: at.planId,
        version: at.version,
        ...(itemId === undefined ? {} : { itemId }),
      }),
    );
  const itemOf = (itemId: string) => as(quality, (tx) => readItem(tx, quality, { tenant, itemId }));
  const seatsOf = (item: ItemView) => item.seats.filter((s) => s.state === 'assigned');
  const reviewerOf = (seat: { reviewerName: string }): Actor => handlerActor(seat.reviewerName.slice(3));
  const reviewFor = (reviewId: string, actor: Actor) => as(actor, (tx) => readReview(tx, actor, { tenant, reviewId }));

  /** The sheet filled so that it comes to about so many points. */
  const sheetWith = (points: number, proposals: Readonly<Record<string, { points: number | null }>>) =>
    sheet.items.map(({ key, max }) => {
      const proposed = proposals[key];
      const given = Math.round((max * points) / 100);
      return proposed === undefined
        ? { key, points: given, reason: '' }
        : { key, points: given, reason: proposed.points === given ? '' : '按卷宗实际情况评分' };
    });
  const handIn = async (reviewId: string, actor: Actor, points: number, vetoes: readonly string[] = []) => {
    const { version, proposals } = await reviewFor(reviewId, actor);
    return as(actor, (tx) =>
      handInSheet(tx, actor, {
        tenant,
        reviewId,
        version,
        scores: sheetWith(points, proposals),
        vetoes: [...vetoes],
        opinion: `意见：${points} 分`,
      }),
    );
  };
  const at = ({ id, version }: ItemView) => ({ tenant, itemId: id, version });
  const words = (item: ItemView, text = '说明') => ({ ...at(item), text });

  /** A case in a state, as it comes there. */
  const inState = async (
    state: AssessmentState,
    points: readonly number[] = [85, 83, 84],
  ): Promise<{ item: ItemView; planId: string; planVersion: number; caseId: string }> => {
    const drawn = await drawnPlan(1);
    const itemId = (await plan(drawn.planId)).items[0]?.id ?? '';
    const told = async () => ({
      item: await itemOf(itemId),
      planId: drawn.planId,
      planVersion: drawn.version,
      caseId: drawn.caseIds[0] ?? '',
    });
    if (state === 'SAMPLED') return told();
    await assign(drawn);
    const [first, second] = seatsOf(await itemOf(itemId));
    if (first === undefined || second === undefined) throw new Error('no seats');
    if (state === 'UNDER_REVIEW') return told();
    await handIn(first.id, reviewerOf(first), points[0] ?? 0);
    if (state === 'ONE_IN') return told();
    const apart = state === 'THIRD_REVIEW' || state === 'BOTH_IN';
    if (state === 'BOTH_IN')
      await retire(reviewers.filter((code) => ![first, second].some((s) => s.reviewerName.endsWith(code))));
    await handIn(second.id, reviewerOf(second), apart ? 62 : (points[1] ?? 0));
    if (state === 'BOTH_IN') await retire([]);
    if (apart || state === 'ASSESSED') return told();
    await as(quality, async (tx) => tellResult(tx, quality, at(await readItem(tx, quality, { tenant, itemId }))));
    if (state === 'TOLD') return told();
    const own = handlerActor('L1');
    if (state === 'REASSESSMENT') {
      const item = await itemOf(itemId);
      await as(own, (tx) => askReassessment(tx, own, words(item)));
      return told();
    }
    on('2027-01-20');
    const pass = async (work: (tx: Tx, item: ItemView) => Promise<unknown>, actor = quality) => {
      const item = await itemOf(itemId);
      await as(actor, (tx) => work(tx, item));
    };
    if (state === 'CLOSED') await pass((tx, item) => closeItem(tx, quality, at(item)));
    if (state === 'RECTIFYING' || state === 'RECTIFIED')
      await pass((tx, item) => requireRectification(tx, quality, words(item, '补写代理意见')));
    if (state === 'RECTIFIED') await pass((tx, item) => replyRectification(tx, own, words(item, '已经补写')), own);
    on('2026-11-24');
    return told();
  };
  /** These reviewers are not in service, all others are. */
  const retire = (codes: readonly string[]) =>
    world.direct(async (tx) => {
      const { sql } = await import('kysely');
      await sql`UPDATE handler SET status = CASE WHEN code = ANY (${[...codes]}::text[]) THEN 'suspended' ELSE 'active' END,
        status_reason = CASE WHEN code = ANY (${[...codes]}::text[]) THEN '测试' END WHERE tenant = ${tenant}`.execute(
        tx.db,
      );
    });
  const differences = () =>
    world.direct(async (tx) =>
      (await verifyStatistics(tx)).differences.filter(({ name }) => name.startsWith('assessment.')),
    );

  beforeAll(async () => {
    world = await open();
    ids = await openOffice(world, [
      handler('L1'),
      handler('C1'),
      ...reviewers.map((code) => handler(code, { agency: 'F2' })),
      handler('N1', { agency: 'F2', licensedFrom: '2024-06-01', criminalDefenceSince: null }),
      handler('B1', { agency: 'O', kind: 'basicLegalServiceWorker', criminalDefenceSince: null }),
    ]);
  });
  afterAll(() => world.close());

  test('reviewers come from another unit, have three years, and share the work; each seat is explained', async () => {
    const drawn = await drawnPlan(6);
    expect(await assign(drawn)).toEqual({ assigned: 6, short: [] });
    const view = await plan(drawn.planId);
    expect(view.progress).toEqual({ UNDER_REVIEW: 6 });
    const counts = new Map<string, number>();
    for (const { id } of view.items) {
      const seats = seatsOf(await itemOf(id));
      expect(seats.map(({ seat }) => seat)).toEqual([1, 2]);
      for (const { reviewerName, eligible, dueOn } of seats) {
        const code = reviewerName.slice(3);
        expect(reviewers).toContain(code);
        counts.set(code, (counts.get(code) ?? 0) + 1);
        expect({ eligible, dueOn }).toEqual({ eligible: 6, dueOn: '2026-12-14' });
      }
    }
    expect([...counts.values()]).toEqual([2, 2, 2, 2, 2, 2]);
    // Whoever acted in the matter before is passed over.
    const more = await drawnPlan(1);
    const matterCase = more.caseIds[0] ?? '';
    await world.direct(async (tx) => {
      for (const code of ['R1', 'R2', 'R3', 'R4'])
        await tx.db
          .withTables<CaseTables>()
          .insertInto('designation')
          .values({
            tenant,
            id: tx.newId(),
            caseId: matterCase,
            handlerId: ids.get(code) ?? '',
            handlerKind: 'lawyer',
            handlerName: code,
            agencyId: ids.get(code) ?? '',
            agencyName: '',
            state: 'replaced',
            departure: null,
            wish: null,
            designatedBy: '',
            designatedAt: tx.at,
            designatedOn: tx.today,
            rank: 1,
            candidates: 1,
            score: JSON.stringify({ version: 2, total: 0, lines: [] }),
            reason: null,
            answeredAt: null,
            answerGround: null,
            answerSealed: null,
            organToldOn: null,
            organLetter: null,
          })
          .execute();
    });
    await assign(more);
    const seats = seatsOf(await itemOf((await plan(more.planId)).items[0]?.id ?? ''));
    expect(seats.map((s) => s.reviewerName.slice(3)).sort()).toEqual(['R5', 'R6']);
    expect(seats.map((s) => s.eligible)).toEqual([2, 2]);
    // All of one unit: asked none the less, and said.
    expect(seats.map((s) => s.colleague)).toEqual([false, true]);
  });

  test('the second reviewer, and whoever takes a seat later, are of another unit where anybody of one may', async () => {
    const move = (code: string, agencyId: string | undefined) =>
      world.direct(async (tx) => {
        const { sql } = await import('kysely');
        await sql`UPDATE handler SET agency_id = ${agencyId}::uuid WHERE tenant = ${tenant} AND code = ${code}`.execute(
          tx.db,
        );
      });
    const agencyOf = (code: string) =>
      world.direct(async (tx) => {
        const { sql } = await import('kysely');
        const { rows } = await sql<{
          id: string;
        }>`SELECT id FROM agency WHERE tenant = ${tenant} AND code = ${code}`.execute(tx.db);
        return rows[0]?.id;
      });
    await move('R6', await agencyOf('O'));
    const drawn = await drawnPlan(3);
    await assign(drawn);
    for (const { id } of (await plan(drawn.planId)).items) {
      const item = await itemOf(id);
      const seats = seatsOf(item);
      const apart = seats.find((s) => s.reviewerName.endsWith('R6'));
      expect(apart).toBeDefined();
      expect(seats.map((s) => s.colleague)).toEqual([false, false]);
      const other = seats.find((s) => s !== apart);
      await as(quality, (tx) =>
        replaceReviewer(tx, quality, { ...at(item), reviewId: apart?.id ?? '', text: '长期出差' }),
      );
      const now = seatsOf(await itemOf(id));
      expect(now.find((s) => s.seat === other?.seat)?.colleague).toBe(false);
      // R6 is not asked again, and all others are of one firm.
      expect(now.find((s) => s.seat === apart?.seat)?.colleague).toBe(true);
    }
    await move('R6', await agencyOf('F2'));
  });

  test('where too few may be asked nobody is, and it is told why', async () => {
    const drawn = await drawnPlan(1);
    await retire(reviewers.slice(1));
    const { assigned, short } = await assign(drawn);
    await retire([]);
    expect(assigned).toBe(0);
    expect(short).toMatchObject([
      { eligible: 1, barred: { self: 1, sameUnit: 1, notInService: 5, practiceTooShort: 1, notLawyer: 1 } },
    ]);
    expect((await plan(drawn.planId)).progress).toEqual({ SAMPLED: 1 });
  });

  test('double blind: nobody knows of a sheet until both are in, and the handler of nothing until it is told', async () => {
    const { item, caseId, planId } = await inState('UNDER_REVIEW');
    const [first, second] = seatsOf(item);
    if (first === undefined || second === undefined) throw new Error('no seats');
    await handIn(first.id, reviewerOf(first), 85);
    const half = await itemOf(item.id);
    expect(half.state).toBe('ONE_IN');
    expect(half.seats.map((s) => s.sheet)).toEqual([null, null]);
    expect((await plan(planId)).agreement.pairs).toBe(0);
    expect(JSON.stringify(await reviewFor(second.id, reviewerOf(second)))).not.toContain('意见：85 分');
    expect(await refusalOf(reviewFor(first.id, reviewerOf(second)))).toBe('quality.notYourReview');
    const own = handlerActor('L1');
    expect(await refusalOf(as(own, (tx) => readResult(tx, own, { tenant, itemId: item.id })))).toBe(
      'quality.notYourCase',
    );
    expect(await refusalOf(as(own, (tx) => askReassessment(tx, own, words(half))))).toBe('quality.notYourCase');
    // The case's own story names no reviewer, to whomever.
    const seen = JSON.stringify((await as(own, (tx) => readCase(tx, own, { tenant, caseId }))).story);
    const whole = JSON.stringify((await as(manager, (tx) => readCase(tx, manager, { tenant, caseId }))).story);
    for (const { reviewerName } of [first, second]) {
      expect(seen).not.toContain(reviewerName);
      expect(whole).not.toContain(reviewerName);
    }

    await handIn(second.id, reviewerOf(second), 83);
    const settled = await itemOf(item.id);
    expect(settled).toMatchObject({
      state: 'ASSESSED',
      grade: null,
      results: [{ rule: 'mean', grade: 'good', round: 1 }],
    });
    const [a = 0, b = 0] = settled.seats.map((s) => s.sheet?.tenths ?? 0);
    expect(settled.results[0]?.tenths).toBe(Math.round((a + b) / 2));
    const after = await reviewFor(first.id, reviewerOf(first));
    expect(after.others.map((o) => o.opinion)).toEqual(['意见：83 分']);
    expect(after.file).toBeNull();
    expect(JSON.stringify(after)).not.toContain(second.reviewerName);
    expect((await plan(planId)).agreement).toMatchObject({ pairs: 1, sameGrade: 1, icc: null });
  });

  test('the file beside the sheet has no name of the people in it, and reading it is remembered', async () => {
    const drawn = await drawnPlan(1);
    const caseId = drawn.caseIds[0] ?? '';
    const own = handlerActor('L1');
    const { recipientName, matterId } = await world.direct((tx) =>
      tx.db
        .withTables<CaseTables>()
        .updateTable('aidCase')
        .set({ state: 'HANDLING', desk: 'handling', designatedOn: '2026-11-01' })
        .where('id', '=', caseId)
        .returning(['recipientName', 'matterId'])
        .executeTakeFirstOrThrow(),
    );
    const { version } = (await as(own, (tx) => readCase(tx, own, { tenant, caseId }))).case;
    await as(own, (tx) =>
      noteProgress(tx, own, {
        tenant,
        caseId,
        version,
        kind: 'interview',
        on: '2026-11-20',
        text: `约见${recipientName}，承办人L1告知风险`,
        visibleToCitizen: true,
      }),
    );
    await world.direct((tx) =>
      tx.db
        .withTables<CaseTables>()
        .updateTable('aidCase')
        .set({ state: 'ARCHIVED', desk: 'done' })
        .where('id', '=', caseId)
        .execute(),
    );
    await assign(drawn);
    const item = await itemOf((await plan(drawn.planId)).items[0]?.id ?? '');
    const [first] = seatsOf(item);
    if (first === undefined) throw new Error('no seat');
    const view = await reviewFor(first.id, reviewerOf(first));
    expect(view.file?.progress).toMatchObject([{ kind: 'interview', text: '约见受**，承**告知风险' }]);
    expect(JSON.stringify(view)).not.toContain(recipientName);
    expect(view.proposals.progressTold).toMatchObject({ points: 3, evidence: { zh: '向受援人通报 1 次' } });
    const reads = await world.direct((tx) =>
      tx.db
        .selectFrom('event')
        .select(['kind', 'actorName'])
        .where('matterId', '=', matterId)
        .where('kind', '=', 'assessment.fileRead')
        .execute(),
    );
    expect(reads.length).toBe(1);
    const piece = { tenant, reviewId: first.id, attachmentId: first.id };
    expect(await refusalOf(as(reviewerOf(first), (tx) => openReviewPiece(tx, reviewerOf(first), piece)))).toBe(
      'record.notFound',
    );
  });

  test('a sheet is kept, is refused where it is not whole, and is handed in once', async () => {
    const { item } = await inState('UNDER_REVIEW');
    const [first] = seatsOf(item);
    if (first === undefined) throw new Error('no seat');
    const actor = reviewerOf(first);
    const empty = { tenant, reviewId: first.id, version: 1, scores: [], vetoes: [], opinion: '写到一半' };
    expect(await as(actor, (tx) => keepSheet(tx, actor, empty))).toEqual({ reviewId: first.id, version: 2 });
    expect(await refusalOf(as(actor, (tx) => keepSheet(tx, actor, empty)))).toBe('record.stale');
    expect((await reviewFor(first.id, actor)).opinion).toBe('写到一半');
    const said = await refusalOf(as(actor, (tx) => handInSheet(tx, actor, { ...empty, version: 2, opinion: '' })));
    expect(said).toContain('/scores/metRecipient quality.lineMissing');
    expect(said).toContain('/opinion quality.opinionMissing');
    await handIn(first.id, actor, 90);
    expect(await refusalOf(as(actor, (tx) => keepSheet(tx, actor, { ...empty, version: 3 })))).toBe(
      'quality.reviewEnded',
    );
  });

  test('too far apart: a third reviewer, another person; the two nearest decide', async () => {
    const { item, planId } = await inState('THIRD_REVIEW');
    const third = seatsOf(item);
    expect(third).toMatchObject([{ seat: 3 }]);
    const before = item.seats.filter((s) => s.seat < 3).map((s) => s.reviewerName);
    expect(before).not.toContain(third[0]?.reviewerName);
    if (third[0] === undefined) throw new Error('no third');
    const view = await reviewFor(third[0].id, reviewerOf(third[0]));
    expect(view.others).toEqual([]);
    await handIn(third[0].id, reviewerOf(third[0]), 88);
    const settled = await itemOf(item.id);
    const [low = 0, mid = 0, high = 0] = settled.seats.map((s) => s.sheet?.tenths ?? 0).sort((x, y) => x - y);
    expect(mid - low).toBeGreaterThan(high - mid);
    expect(settled.results).toMatchObject([{ rule: 'nearest', tenths: Math.round((mid + high) / 2) }]);
    expect((await plan(planId)).agreement).toMatchObject({ pairs: 1, sameGrade: 0 });
  });

  test('whoever declines is not asked again; where nobody else may, the seat stays', async () => {
    const { item } = await inState('UNDER_REVIEW');
    const [first, second] = seatsOf(item);
    if (first === undefined || second === undefined) throw new Error('no seats');
    const actor = reviewerOf(first);
    const decline = () =>
      as(actor, (tx) =>
        declineReview(tx, actor, { tenant, reviewId: first.id, version: 1, ground: 'conflict', text: '认识受援人' }),
      );
    const kept = [first, second].map((s) => s.reviewerName.slice(3));
    await retire(reviewers.filter((code) => !kept.includes(code)));
    expect(await refusalOf(decline())).toBe('quality.nobodyMayReview');
    await retire([]);
    await decline();
    const after = await itemOf(item.id);
    expect(after.state).toBe('UNDER_REVIEW');
    expect(after.seats.find((s) => s.state === 'declined')).toMatchObject({
      endedGround: 'conflict',
      ended: '认识受援人',
    });
    const next = seatsOf(after).find((s) => s.seat === first.seat);
    expect(kept).not.toContain(next?.reviewerName.slice(3));
    expect(await refusalOf(reviewFor(first.id, actor))).toBe('quality.reviewEnded');
    if (next === undefined) throw new Error('no successor');
    await as(quality, (tx) => replaceReviewer(tx, quality, { ...words(after, '逾期未交'), reviewId: next.id }));
    const names = (await itemOf(item.id)).seats.map((s) => s.reviewerName);
    expect(new Set(names).size).toBe(4);
    const clocks = await world.direct((tx) =>
      tx.db
        .selectFrom('deadline')
        .select(['subjectId', 'state'])
        .where('subjectId', 'in', [first.id, next.id])
        .execute(),
    );
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  test('told, contested once, assessed anew by others, told again', async () => {
    const { item, planId, planVersion, caseId } = await inState('TOLD', [75, 74]);
    expect(item).toMatchObject({ grade: 'pass', toldOn: '2026-11-24', results: [{ askBy: '2026-12-04' }] });
    expect(item.results[0]?.documentId).not.toBeNull();
    const own = handlerActor('L1');
    const mine = await as(own, (tx) => readResult(tx, own, { tenant, itemId: item.id }));
    expect(mine).toMatchObject({ grade: 'pass', allowedActions: ['askReassessment'] });
    expect(mine.sheets.map((s) => s.opinion).sort()).toEqual(['意见：74 分', '意见：75 分']);
    for (const { reviewerName } of item.seats) expect(JSON.stringify(mine)).not.toContain(reviewerName);
    expect((await as(own, (tx) => listResults(tx, own))).rows.map((r) => r.itemId)).toContain(item.id);
    const story = (await as(own, (tx) => readCase(tx, own, { tenant, caseId }))).story.map(({ kind }) => kind);
    expect(story).toContain('assessment.told');
    // A colleague is not the handler; the head of the firm reads, and asks for nothing.
    const colleague = handlerActor('C1');
    expect(await refusalOf(as(colleague, (tx) => readResult(tx, colleague, { tenant, itemId: item.id })))).toBe(
      'quality.notYourCase',
    );
    const agency =
      (
        await world.direct((tx) =>
          tx.db
            .withTables<QualityTables>()
            .selectFrom('assessmentItem')
            .select('agencyId')
            .where('id', '=', item.id)
            .executeTakeFirstOrThrow(),
        )
      ).agencyId ?? '';
    const head = staffActor(
      '00000000-0000-7000-8000-0000000000e1',
      '主任',
      [{ role: 'firmHead', tenant, subtree: false, agency }],
      [tenant],
    );
    expect(await as(head, (tx) => readResult(tx, head, { tenant, itemId: item.id }))).toMatchObject({
      grade: 'pass',
      allowedActions: [],
    });

    expect(await refusalOf(as(quality, (tx) => closeItem(tx, quality, at(item))))).toBe('quality.termRuns');
    on('2026-12-05');
    expect(await refusalOf(as(own, (tx) => askReassessment(tx, own, words(item))))).toBe('quality.termOver');
    on('2026-12-04');
    await as(own, (tx) => askReassessment(tx, own, words(item, '庭审表现没有计入')));
    const asked = await itemOf(item.id);
    expect(asked).toMatchObject({ state: 'REASSESSMENT', round: 2, results: [{ asked: '庭审表现没有计入' }] });
    // While it is assessed anew the first grade does not count.
    const graded = () =>
      world.direct(async (tx) =>
        (await qualityGradesOf(tx, { tenant, handlerIds: [item.handlerId ?? ''], asOf: tx.today, last: 500 }))
          .get(item.handlerId ?? '')
          ?.filter((g) => g.caseId === caseId),
      );
    expect(await graded()).toEqual([]);
    await assign({ planId, version: planVersion }, item.id);
    const again = await itemOf(item.id);
    const second = seatsOf(again);
    expect(second.map((s) => s.round)).toEqual([2, 2]);
    const firstRound = again.seats.filter((s) => s.round === 1).map((s) => s.reviewerName);
    for (const s of second) expect(firstRound).not.toContain(s.reviewerName);
    for (const s of second) await handIn(s.id, reviewerOf(s), 92);
    on('2027-01-04');
    const ready = await itemOf(item.id);
    await as(quality, (tx) => tellResult(tx, quality, at(ready)));
    const final = await itemOf(item.id);
    expect(final).toMatchObject({
      state: 'TOLD',
      grade: 'excellent',
      toldOn: '2027-01-04',
      results: [{ grade: 'pass' }, { grade: 'excellent', askBy: null }],
    });
    expect(await refusalOf(as(own, (tx) => askReassessment(tx, own, words(final))))).toBe('quality.askedOnce');
    expect(await graded()).toMatchObject([{ grade: 'excellent', toldOn: '2027-01-04' }]);
    expect(await differences()).toEqual([]);
    await as(quality, (tx) => closeItem(tx, quality, at(final)));
    on('2026-11-24');
  });

  test('each count of grades opens a list of as many, for whoever looks after quality alone', async () => {
    await inState('TOLD', [91, 92]);
    await inState('TOLD', [75, 74]);
    const listed = async (more: { readonly span?: string; readonly grade?: Grade }, actor = quality) => {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await as(actor, (tx) => listGraded(tx, actor, { tenant, limit: 1, after, ...more }));
        ids.push(...page.rows.map(({ itemId }) => itemId));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(ids).size).toBe(ids.length);
      return ids;
    };
    const cells = await world.direct((tx) =>
      tx.db
        .selectFrom('counter')
        .select((eb) => ['month', 'dimension', 'value', eb.fn.sum<number>('n').as('n')])
        .where('name', '=', 'assessment.graded')
        .groupBy(['month', 'dimension', 'value'])
        .having((eb) => eb(eb.fn.sum('n'), '<>', 0))
        .execute(),
    );
    expect(new Set(cells.map(({ dimension }) => dimension))).toEqual(new Set(['all', 'grade']));
    expect(new Set(cells.map(({ value }) => value)).size).toBeGreaterThan(2);
    for (const { month, dimension, value, n } of cells)
      expect(
        await listed({ span: month, ...(dimension === 'all' ? {} : { grade: value as Grade }) }),
        `${month} ${value}`,
      ).toHaveLength(Number(n));
    expect(await listed({ span: '1999' })).toEqual([]);
    const own = handlerActor('L1');
    expect(await listed({}, own)).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test('what is not up to standard is put right, sent back, put right, and closed', async () => {
    const { item } = await inState('RECTIFIED', [50, 52]);
    expect(item.grade).toBe('fail');
    const own = handlerActor('L1');
    expect(await refusalOf(as(quality, (tx) => returnRectification(tx, quality, { ...words(item), version: 1 })))).toBe(
      'record.stale',
    );
    await as(quality, (tx) => returnRectification(tx, quality, words(item, '仍缺会见笔录')));
    const back = await itemOf(item.id);
    const mine = await as(own, (tx) => readResult(tx, own, { tenant, itemId: item.id }));
    expect(mine).toMatchObject({
      state: 'RECTIFYING',
      allowedActions: ['replyRectification'],
      results: [{ required: '补写代理意见', returned: [{ text: '仍缺会见笔录' }], replies: [{ text: '已经补写' }] }],
    });
    await as(own, (tx) => replyRectification(tx, own, words(back, '已经补齐')));
    await as(quality, async (tx) =>
      acceptRectification(tx, quality, at(await readItem(tx, quality, { tenant, itemId: item.id }))),
    );
    expect((await itemOf(item.id)).state).toBe('CLOSED');
  });

  test('a veto of both makes it 不合格, and it cannot simply be closed', async () => {
    const { item } = await inState('UNDER_REVIEW');
    for (const s of seatsOf(item)) await handIn(s.id, reviewerOf(s), 95, ['tookMoney']);
    const settled = await itemOf(item.id);
    expect(settled.results).toMatchObject([{ grade: 'fail', rule: 'veto', vetoes: ['tookMoney'] }]);
    await as(quality, (tx) => tellResult(tx, quality, at(settled)));
    on('2026-12-20');
    const told = await itemOf(item.id);
    expect(told.allowedActions).toEqual(['requireRectification']);
    expect(await refusalOf(as(quality, (tx) => closeItem(tx, quality, at(told))))).toBe('quality.mustRectify');
    on('2026-11-24');
  });

  test('the term for asking ends by itself: its clock stops, neither kept nor missed', async () => {
    const { item } = await inState('TOLD');
    const resultId = item.results[0]?.id ?? '';
    await world.direct((tx) => endReassessmentTerm(tx, { tenant, resultId }));
    const [clock] = await world.direct((tx) =>
      tx.db.selectFrom('deadline').select(['step', 'state']).where('subjectId', '=', item.id).execute(),
    );
    expect(clock).toEqual({ step: 'askReassessment', state: 'cancelled' });
  });

  test('nobody manages the assessment of their own case', async () => {
    const { item } = await inState('ASSESSED');
    const both = staffActor(
      handlerActor('L1').id,
      '承办人L1',
      [
        { role: 'quality', tenant, subtree: false },
        { role: 'handler', tenant, subtree: false },
      ],
      [tenant],
    );
    expect(await refusalOf(as(both, (tx) => tellResult(tx, both, at(item))))).toBe('quality.ownCase');
    expect((await as(both, (tx) => readItem(tx, both, { tenant, itemId: item.id }))).allowedActions).toEqual([]);
  });

  test('a plan with a result that was told is not called off; one without ends its reviews', async () => {
    const told = await inState('TOLD');
    const cancel = (planId: string, version: number) =>
      as(manager, (tx) => cancelPlan(tx, manager, { tenant, planId, version, reason: '期间选错了' }));
    expect(await refusalOf(cancel(told.planId, told.planVersion))).toBe('quality.resultsTold');
    const { item, planId, planVersion } = await inState('UNDER_REVIEW');
    const [first] = seatsOf(item);
    if (first === undefined) throw new Error('no seat');
    await cancel(planId, planVersion);
    expect(await refusalOf(reviewFor(first.id, reviewerOf(first)))).toBe('quality.calledOff');
    const own = reviewerOf(first);
    expect((await as(own, (tx) => listMyReviews(tx, own))).rows.map((r) => r.id)).not.toContain(first.id);
  });

  test('a finished plan is published, where there are enough cases to tell', async () => {
    const few = await inState('CLOSED');
    const finish = (planId: string, version: number) =>
      as(quality, (tx) => finishPlan(tx, quality, { tenant, planId, version }));
    const published = () => world.direct((tx) => readPublishedGrades(tx, '*'));
    expect((await published()).rows).toEqual([]);
    await finish(few.planId, few.planVersion);
    expect((await published()).rows).toMatchObject([
      { tenant, unit: null, assessed: 1, grades: null, good: null, pass: null },
      { tenant, unit: '云南示例律师事务所', assessed: 1, grades: null },
    ]);
    for (const points of [92, 85, 72, 71]) {
      const more = await inState('CLOSED', [points, points]);
      await finish(more.planId, more.planVersion);
    }
    expect((await published()).rows[0]).toMatchObject({
      assessed: 5,
      grades: { excellent: 1, good: 2, pass: 2, fail: 0 },
      good: 60,
      pass: 100,
    });
  });

  test('what the designation may ask: the last cases of each handler, and nothing for whoever has none', async () => {
    const [own = '', other = ''] = [ids.get('L1'), ids.get('C1')];
    const of = (asOf: string) =>
      world.direct((tx) => qualityGradesOf(tx, { tenant, handlerIds: [own, other], asOf, last: 3 }));
    const now = await of('2026-11-24');
    expect(now.get(own)).toHaveLength(3);
    expect(now.get(other)).toEqual([]);
    expect((await of('2020-01-01')).get(own)).toEqual([]);

    const { caseId } = await grantedCase(world);
    const { candidates } = await world.as(designator, (tx) =>
      listCandidates(Object.create(tx, { handed: { value: { ...tx.handed, gradesOfHandlers } } }), designator, {
        tenant,
        caseId,
      }),
    );
    const said = (id: string) =>
      candidates.find(({ handlerId }) => handlerId === id)?.lines.find(({ part }) => part === 'quality')?.text.zh;
    expect(said(own)).toMatch(/^最近评估 \d 件：/);
    expect(said(other) ?? '还没有案件经过质量评估，按中等计').toBe('还没有案件经过质量评估，按中等计');
  });

  describe('every row of the table', () => {
    const officerMoves: Readonly<
      Record<string, (item: ItemView, actor: Actor, planVersion: number) => Promise<unknown>>
    > = {
      assign: (item, actor, version) => assign({ planId: item.planId, version }, item.id, actor),
      replaceReviewer: (item, actor) =>
        as(actor, (tx) => replaceReviewer(tx, actor, { ...words(item), reviewId: seatsOf(item)[0]?.id ?? item.id })),
      callThird: (item, actor) => as(actor, (tx) => callThird(tx, actor, at(item))),
      tell: (item, actor) => as(actor, (tx) => tellResult(tx, actor, at(item))),
      requireRectification: (item, actor) => as(actor, (tx) => requireRectification(tx, actor, words(item))),
      acceptRectification: (item, actor) => as(actor, (tx) => acceptRectification(tx, actor, at(item))),
      returnRectification: (item, actor) => as(actor, (tx) => returnRectification(tx, actor, words(item))),
      close: (item, actor) => as(actor, (tx) => closeItem(tx, actor, at(item))),
    };
    const ownMoves: Readonly<Record<string, (item: ItemView, actor: Actor) => Promise<unknown>>> = {
      askReassessment: (item, actor) => as(actor, (tx) => askReassessment(tx, actor, words(item))),
      replyRectification: (item, actor) => as(actor, (tx) => replyRectification(tx, actor, words(item))),
    };
    const events = [...Object.keys(officerMoves), ...Object.keys(ownMoves), 'handIn', 'declineReview', 'settle'];

    test('every move of the table has its path here', () => {
      const named = new Set(Object.values(lifecycle.states).flatMap((s) => Object.keys(s.on)));
      expect([...named].sort()).toEqual([...events].sort());
    });

    test.each(Object.keys(assessmentLifecycle.states) as AssessmentState[])('%s', async (state) => {
      const rows = lifecycle.states[state]?.on ?? {};
      const failed = ['RECTIFYING', 'RECTIFIED'].includes(state);
      for (const [event, move] of [...Object.entries(officerMoves), ...Object.entries(ownMoves)]) {
        const points = failed || (event === 'requireRectification' && state !== 'CLOSED') ? [50, 50] : [85, 83];
        const { item, planVersion } = await inState(state, points);
        expect(item.state).toBe(state);
        const own = event in ownMoves;
        for (const actor of [...strangers, ...(own ? [quality, handlerActor('C1')] : [handlerActor('C1')])])
          expect(['auth.forbidden', 'quality.notYourCase']).toContain(await refusalOf(move(item, actor, planVersion)));
        if (['close', 'requireRectification'].includes(event)) on('2027-01-20');
        const actor = own ? handlerActor('L1') : event.length % 2 === 0 ? quality : manager;
        const said = await refusalOf(move(item, actor, planVersion));
        const row = rows[event];
        const refused =
          event === 'assign'
            ? 'quality.nothingToAssign'
            : own && item.toldOn === null
              ? 'quality.notYourCase'
              : 'record.actionNotAllowed';
        expect([event, said]).toEqual([event, row === undefined ? refused : 'done']);
        expect((await itemOf(item.id)).state).toBe(row?.to ?? state);
        on('2026-11-24');
      }
    });

    test.each(['UNDER_REVIEW', 'ONE_IN', 'THIRD_REVIEW'] as const)(
      '%s: sheets are handed in by whoever has them',
      async (state) => {
        for (const event of ['declineReview', 'handIn'] as const) {
          const { item } = await inState(state);
          const [seat] = seatsOf(item);
          if (seat === undefined) throw new Error('no seat');
          const actor = reviewerOf(seat);
          for (const other of [...strangers, quality, handlerActor('C1')])
            expect(['auth.forbidden', 'quality.notYourReview']).toContain(await refusalOf(handIn(seat.id, other, 84)));
          if (event === 'handIn') await handIn(seat.id, actor, 84);
          else
            await as(actor, (tx) =>
              declineReview(tx, actor, { tenant, reviewId: seat.id, version: 1, ground: 'noTime', text: '出差' }),
            );
          const to = lifecycle.states[state]?.on[event]?.to;
          // From both sheets the result follows at once.
          expect((await itemOf(item.id)).state).toBe(to === 'BOTH_IN' ? 'ASSESSED' : to);
        }
      },
    );

    test('neighbours see none of it', async () => {
      const foreign = staff(1, 'quality', neighbour);
      for (const table of ['assessmentReview', 'assessmentResult', 'assessmentItem'] as const)
        expect(
          await as(foreign, (tx) => tx.db.withTables<QualityTables>().selectFrom(table).select('id').execute()),
        ).toEqual([]);
      expect(await differences()).toEqual([]);
    });
  });

  test('what the recipient said stands on the sheet', async () => {
    const drawn = await drawnPlan(1);
    const caseId = drawn.caseIds[0] ?? '';
    await as(manager, (tx) => answerSatisfaction(tx, manager, { tenant, caseId, face: 'satisfied', words: '' }));
    await assign(drawn);
    const [first] = seatsOf(await itemOf((await plan(drawn.planId)).items[0]?.id ?? ''));
    if (first === undefined) throw new Error('no seat');
    const { proposals } = await reviewFor(first.id, reviewerOf(first));
    expect(proposals.satisfaction).toEqual({
      points: 4,
      evidence: { zh: '受援人评价：满意', en: 'The recipient: Satisfied' },
    });
    expect(codeOf(ids.get('L1') ?? '')).toBe('L1');
  });
});
