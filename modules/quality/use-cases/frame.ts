import type { Tx } from '../../../kernel/use-case/index.ts';
import { type ArchivedCase, archivedBetween } from '../../cases/index.ts';
import { upheldAmong } from '../../complaints/index.ts';
import type { PlanRow } from '../assessment-store.ts';
import type { FrameCase, TakenFor } from '../rules/draw.ts';
import { dissatisfiedAmong } from '../store.ts';
import { concernAmong } from '../supervision-store.ts';

/** Cases of the frame that are taken in any event, each source with the reason it gives; where two do, the later one. Another source is one more line. */
const takenAnyway: readonly {
  readonly why: Exclude<TakenFor, 'drawn'>;
  readonly among: (tx: Tx, tenant: string, caseIds: readonly string[]) => Promise<readonly string[]>;
}[] = [
  { why: 'dissatisfied', among: dissatisfiedAmong },
  { why: 'supervisionConcern', among: concernAmong },
  { why: 'upheldComplaint', among: upheldAmong },
];

export type CaseOfFrame = Omit<ArchivedCase, 'id' | 'class' | 'handlerId'> & { readonly frame: FrameCase };

/** 抽样框: every case archived in the plan's period, of its classes. `settled`: what was taken in any event when it was drawn. */
export async function frameOf(
  tx: Tx,
  { tenant, firstDay, lastDay, classes }: Pick<PlanRow, 'tenant' | 'firstDay' | 'lastDay' | 'classes'>,
  settled?: ReadonlyMap<string, FrameCase['always']>,
): Promise<readonly CaseOfFrame[]> {
  const cases = await archivedBetween(tx, { tenant, firstDay, lastDay, classes });
  const always = new Map(settled);
  if (settled === undefined) {
    const ids = cases.map(({ id }) => id);
    for (const { why, among } of takenAnyway) for (const id of await among(tx, tenant, ids)) always.set(id, why);
  }
  return cases.map(({ id, class: kind, handlerId, ...rest }) => ({
    ...rest,
    frame: { caseId: id, class: kind, handlerId, always: always.get(id) ?? null },
  }));
}
