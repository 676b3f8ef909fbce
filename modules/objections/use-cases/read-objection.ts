import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type Against, readContested } from '../contested.ts';
import { mayReadObjections } from '../permissions.ts';
import { type TimeToObject, timeToObject } from '../rules/time-to-object.ts';
import { openWords } from '../sealed.ts';
import { type ObjectionRow, objectionTo } from '../store.ts';

export type ObjectionView = Omit<ObjectionRow, 'wordsSealed'> & {
  readonly reasons: string;
  readonly lateReason: string;
};

/** The objection to a refusal or a termination, in the person's own words. Reading it is remembered. */
export async function readObjection(
  tx: Tx,
  actor: Actor,
  place: Against,
): Promise<{ readonly objection: ObjectionView | null; readonly time: TimeToObject | null }> {
  actor.must(mayReadObjections, { tenant: place.tenant });
  const contested = await readContested(tx, place);
  const row = await objectionTo(tx, contested);
  const time = timeToObject(contested.decidedOn, tx.calendar) ?? null;
  if (row === undefined) return { objection: null, time };
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: 'objection.read',
    subject: 'objection',
    subjectId: row.id,
  });
  const { wordsSealed: _sealed, ...rest } = row;
  return { objection: { ...rest, ...openWords(tx, row) }, time };
}

/** What a person sees of their objection: until when it may be raised, or how it stands. No words of the file. */
export interface ObjectionForCitizen {
  readonly time: TimeToObject | null;
  readonly raised: Pick<
    ObjectionRow,
    'state' | 'receivedOn' | 'dueOn' | 'dueCitation' | 'reviewedOn' | 'correction'
  > | null;
}

export async function objectionForCitizen(tx: Tx, place: Against): Promise<ObjectionForCitizen> {
  const contested = await readContested(tx, place);
  const row = await objectionTo(tx, contested);
  return {
    time: timeToObject(contested.decidedOn, tx.calendar) ?? null,
    raised: row ?? null,
  };
}
