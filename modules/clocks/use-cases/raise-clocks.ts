import type { Tx } from '../../../kernel/use-case/index.ts';
import { accountsHolding } from '../../accounts/index.ts';
import { numbersOf } from '../../applications/index.ts';
import { keepersOfCases } from '../../cases/index.ts';
import { complaintNumbers } from '../../complaints/index.ts';
import { accountsOfHandlers } from '../../network/index.ts';
import { keepersOfQuality } from '../../quality/index.ts';
import { toldOf } from '../rules/keepers.ts';
import { climbedBefore, levelOf } from '../rules/level.ts';
import { insertNotices, insertRaises, type Reached, reachedIn, tenantsWithClocks } from '../store.ts';

const atOnce = 200;

/**
 * 临期提醒、超期上报: every limit that has come to a level of which nothing was said yet is told to whom it concerns. For the worker, once a
 * day; a day that was missed is made up for by the next, and nobody is told the same twice.
 * @returns how many limits were raised; none when all is said
 */
export async function raiseClocks(tx: Tx): Promise<number> {
  const climbed = climbedBefore(tx.today, tx.calendar);
  let raised = 0;
  for (const tenant of await tenantsWithClocks(tx)) {
    const reached = await reachedIn(tx, tenant, { today: tx.today, climbed, limit: atOnce });
    await raise(tx, tenant, reached, climbed);
    raised += reached.length;
  }
  return raised;
}

async function raise(tx: Tx, tenant: string, reached: readonly Reached[], climbed: string): Promise<void> {
  if (reached.length === 0) return;
  const idsOf = (subject: string): readonly string[] =>
    reached.filter((limit) => limit.subject === subject).map(({ subjectId }) => subjectId);
  const keepers = new Map([
    ...(await keepersOfCases(tx, tenant, idsOf('case'))),
    ...(await keepersOfQuality(tx, tenant, [
      ...idsOf('assessmentReview'),
      ...idsOf('assessmentItem'),
      ...idsOf('supervision'),
    ])),
  ]);
  const numbers = new Map([
    ...(await numbersOf(tx, tenant, {
      applications: [...idsOf('application'), ...idsOf('commitment')],
      requests: idsOf('cooperation'),
    })),
    ...(await complaintNumbers(tx, tenant, idsOf('complaint'))),
    ...[...keepers].map(([id, { number }]): [string, string] => [id, number]),
  ]);
  const handlers = await accountsOfHandlers(
    tx,
    tenant,
    [...keepers.values()].flatMap(({ handlerId }) => handlerId ?? []),
  );
  const holders = new Map<string, readonly string[]>();
  for (const limit of reached) {
    const level = levelOf(limit, tx.today, climbed);
    if (level === undefined) continue;
    const { roles, handler } = toldOf(limit.step, level);
    const key = roles.join();
    const desk = holders.get(key) ?? (await accountsHolding(tx, tenant, roles));
    holders.set(key, desk);
    const by = handlers.get(keepers.get(limit.subjectId)?.handlerId ?? '');
    const accounts = new Set([...desk, ...(handler && by !== undefined ? [by] : [])]);
    const { id: deadlineId, matterId, subject, subjectId, step, dueOn, citation } = limit;
    await insertRaises(tx, [{ tenant, deadlineId, level, dueOn, raisedOn: tx.today }]);
    await insertNotices(
      tx,
      [...accounts].map((accountId) => ({
        tenant,
        id: tx.newId(),
        accountId,
        deadlineId,
        level,
        matterId,
        subject,
        subjectId,
        number: numbers.get(subjectId) ?? null,
        step,
        dueOn,
        citation,
        raisedAt: tx.at,
        seenAt: null,
      })),
    );
    // What climbs is remembered in the matter itself: who was told, and of what.
    if (level === 'climbed')
      tx.record({
        tenant,
        matterId,
        kind: 'clock.climbed',
        subject,
        subjectId,
        payload: { step, dueOn, told: accounts.size },
      });
  }
}
