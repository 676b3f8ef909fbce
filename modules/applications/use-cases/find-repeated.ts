import { z } from 'zod';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { rowsOfSame } from '../../people/index.ts';
import { causes, matterClasses } from '../../policy/index.ts';
import type { ApplicationState } from '../lifecycle.ts';
import { mayTakeIn } from '../permissions.ts';
import { applicationsOfPersons } from '../repeat-store.ts';

export const FindRepeated = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  /** Rows of people that may be the applicant, as the search for the same person found them. */
  personIds: z.array(z.uuid()).min(1).max(20),
  class: z.enum(matterClasses).optional(),
  cause: z.enum(causes).optional(),
});
export type FindRepeated = z.infer<typeof FindRepeated>;

/** An application that the same person made before. */
export interface EarlierApplication {
  readonly applicationId: string;
  readonly matterId: string;
  readonly number: string;
  readonly class: string;
  readonly cause: string | null;
  readonly state: ApplicationState;
  readonly receivedOn: LocalDate;
  /** True when it is about the same: its class, and its cause where it has one. */
  readonly sameMatter: boolean;
}

/**
 * 重复申请: what the same person has applied for before, the same matter first, then the newest. It is pointed out and not refused: a
 * matter may come again with new facts, and whoever sits at the counter can ask.
 */
export async function findRepeated(tx: Tx, actor: Actor, input: FindRepeated): Promise<readonly EarlierApplication[]> {
  const { tenant, personIds, class: matterClass, cause } = input;
  actor.must(mayTakeIn, { tenant });
  const same = await rowsOfSame(tx, tenant, personIds);
  const rows = await applicationsOfPersons(tx, tenant, [...new Set([...same.values()].flat())]);
  return rows
    .map(({ id, ...row }) => ({
      ...row,
      applicationId: id,
      sameMatter: row.class === matterClass && (row.cause === null || row.cause === cause),
    }))
    .sort((a, b) => Number(b.sameMatter) - Number(a.sameMatter) || (a.receivedOn < b.receivedOn ? 1 : -1));
}
