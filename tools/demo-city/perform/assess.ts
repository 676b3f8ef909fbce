import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, type Instant, instantOf, type LocalDate, localDateOf } from '../../../kernel/time/index.ts';
import { type Actor, type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerById } from '../../../modules/network/index.ts';
import {
  acceptRectification,
  assignReviews,
  closeItem,
  drawAssessment,
  finishPlan,
  handInSheet,
  type ItemView,
  planAssessment,
  readAssessmentPlan,
  readItem,
  readReview,
  replyRectification,
  requireRectification,
  tellResult,
} from '../../../modules/quality/index.ts';
import type { DemoCity } from '../city.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Tenant } from '../tenants.ts';
import type { Staff } from './staff.ts';
import type { FollowUp } from './take-over.ts';

/** The county whose desks are shown. */
const tenant: Tenant = '530502';

const praise = ['证据收集全面，代理意见有针对性。', '庭审准备充分，与受援人沟通及时。', '文书规范，请求恰当。'];
const blame = [
  '代理意见单薄，没有引用关键条文。',
  '通报办理情况偏少，建议每月通报一次。',
  '谈话笔录过于简单，风险告知不足。',
];

/**
 * 案件质量评估 of the county that is shown, through the use cases: the cases archived in the first months of the year that is told are
 * assessed to the end, those archived since are with their reviewers. Days are counted back from the city's own.
 */
export function assessments(runner: Runner, staff: Staff, city: DemoCity): FollowUp {
  const until = localDateOf(city.until);
  const random = randomFrom(`${city.seed}/assessment`);
  const officer = staff.at(tenant, 'quality');
  const ago = (days: number): Instant => instantOf(addDays(until, -days), 10 * 60);
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => runUseCase(runner, actor, work);
  const items = async (planId: string): Promise<readonly ItemView[]> => {
    const plan = await as(officer, (tx) => readAssessmentPlan(tx, officer, { tenant, planId }));
    const all: ItemView[] = [];
    for (const { id } of plan.items) all.push(await as(officer, (tx) => readItem(tx, officer, { tenant, itemId: id })));
    return all;
  };
  const handlerOf = async (id: string): Promise<Actor | undefined> => {
    const handler = await as(officer, (tx) => handlerById(tx, tenant, id));
    return handler === undefined ? undefined : staff.handler(tenant, handler.code);
  };
  /** Everybody who has a sheet hands it in; `most`: so many in all. */
  const handIn = async (planId: string, level: ReadonlyMap<string, number>, most = Number.POSITIVE_INFINITY) => {
    let left = most;
    for (const item of await items(planId))
      for (const seat of item.seats) {
        const actor = seat.state === 'assigned' && left > 0 ? await handlerOf(seat.reviewerId) : undefined;
        if (actor === undefined) continue;
        left -= 1;
        await fill(as, actor, seat.id, (level.get(item.caseId) ?? 85) + random.int(-6, 6), random);
      }
  };
  const step = (days: number, play: () => Promise<FollowUp | undefined>): FollowUp => ({ at: ago(days), play });
  const begin = async (title: string, firstDay: LocalDate, lastDay: LocalDate, amount: number) => {
    const made = await as(officer, (tx) =>
      planAssessment(tx, officer, {
        tenant,
        title,
        firstDay,
        lastDay,
        classes: ['civil', 'criminal', 'administrative'],
        basis: 'count',
        amount,
      }),
    );
    let drawn = made;
    try {
      drawn = await as(officer, (tx) => drawAssessment(tx, officer, { tenant, ...key(made) }));
    } catch (error) {
      // A city of few matters has archived nothing in these days: then the plan stands as it was made.
      if (error instanceof Refusal && error.code === 'quality.nothingToDraw') return undefined;
      throw error;
    }
    await as(officer, (tx) => assignReviews(tx, officer, { tenant, ...key(drawn) }));
    return drawn;
  };
  /** How well each case was done, as the reviewers will more or less agree. */
  const levels = async (planId: string): Promise<ReadonlyMap<string, number>> =>
    new Map((await items(planId)).map(({ caseId }, i) => [caseId, i === 0 ? 50 : random.int(70, 96)]));

  return step(100, async () => {
    const plan = await begin('第一批归档案件质量评估', addDays(until, -365), addDays(until, -110), 8);
    if (plan === undefined) return undefined;
    const level = await levels(plan.planId);
    return step(88, async () => {
      await handIn(plan.planId, level);
      await handIn(plan.planId, level);
      return step(82, async () => {
        for (const item of await items(plan.planId))
          if (item.allowedActions.includes('tell')) await as(officer, (tx) => tellResult(tx, officer, at(item)));
        return step(60, async () => {
          await settle(as, officer, await items(plan.planId), handlerOf);
          return step(52, async () => {
            for (const item of await items(plan.planId))
              if (item.allowedActions.includes('acceptRectification'))
                await as(officer, (tx) => acceptRectification(tx, officer, at(item)));
            const { allowedActions, version } = await as(officer, (tx) =>
              readAssessmentPlan(tx, officer, { tenant, planId: plan.planId }),
            );
            if (allowedActions.includes('finish'))
              await as(officer, (tx) => finishPlan(tx, officer, { tenant, planId: plan.planId, version }));
            return step(14, async () => {
              const running = await begin('第二批归档案件质量评估', addDays(until, -109), addDays(until, -20), 6);
              if (running === undefined) return undefined;
              const expected = await levels(running.planId);
              return step(5, async () => {
                await handIn(running.planId, expected, 7);
                return undefined;
              });
            });
          });
        });
      });
    });
  });
}

type As = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>;

const key = ({ planId, version }: { readonly planId: string; readonly version: number }) => ({ planId, version });
const at = ({ id, version }: ItemView) => ({ tenant, itemId: id, version });

async function fill(as: As, actor: Actor, reviewId: string, level: number, random: Random): Promise<void> {
  const review = await as(actor, (tx) => readReview(tx, actor, { tenant, reviewId }));
  const scores = review.sheet.items.map(({ key: line, max }) => {
    const proposal = review.proposals[line];
    const points = Math.max(0, Math.min(max, Math.round((max * (level + random.int(-4, 4))) / 100)));
    return { key: line, points: proposal === undefined ? points : proposal.points, reason: '' };
  });
  const opinion = random.pick(level >= 80 ? praise : blame);
  await as(actor, (tx) =>
    handInSheet(tx, actor, { tenant, reviewId, version: review.version, scores, vetoes: [], opinion }),
  );
}

/** Closed where it was up to standard; where not, put right. */
async function settle(
  as: As,
  officer: Actor,
  items: readonly ItemView[],
  handlerOf: (id: string) => Promise<Actor | undefined>,
): Promise<void> {
  for (const item of items) {
    if (item.allowedActions.includes('close')) await as(officer, (tx) => closeItem(tx, officer, at(item)));
    const handler = item.handlerId === null ? undefined : await handlerOf(item.handlerId);
    if (!item.allowedActions.includes('requireRectification') || handler === undefined) continue;
    const required = await as(officer, (tx) =>
      requireRectification(tx, officer, { ...at(item), text: '补充代理意见的法律依据，今后每月通报办理情况。' }),
    );
    await as(handler, (tx) =>
      replyRectification(tx, handler, {
        tenant,
        itemId: item.id,
        version: required.version,
        text: '已经补充法律依据并存入卷宗，今后按月通报。',
      }),
    );
  }
}
