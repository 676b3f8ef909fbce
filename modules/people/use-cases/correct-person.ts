import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayCorrect } from '../permissions.ts';
import type { PersonInput } from '../schema.ts';
import { sealVersion } from '../sealed.ts';
import { columnsOf, insertVersion, loadPerson, updatePerson } from '../store.ts';
import { personValues } from '../values.ts';
import { inputOf } from './load-persons.ts';

type Correctable = Omit<PersonInput, 'shielded' | 'demonstration'>;

export interface CorrectPerson {
  readonly tenant: string;
  readonly personId: string;
  /** The version that was on the screen. */
  readonly version: number;
  /** In whose history it is kept; the person's own when left out. */
  readonly matterId?: string | undefined;
  /** What was wrong, as it should be; null takes a value away. */
  readonly changes: { readonly [K in keyof Correctable]?: Correctable[K] | null | undefined };
}

/**
 * 更正: put a person's data right. What stood there before is kept, sealed; the history names the fields, never the values.
 * A right that the Personal Information Protection Law gives the person (个人信息保护法第四十六条).
 * @throws Refusal `auth.forbidden`, `record.stale`, `input.invalid`
 */
export async function correctPerson(tx: Tx, actor: Actor, input: CorrectPerson): Promise<{ version: number }> {
  actor.must(mayCorrect, { tenant: input.tenant });
  const row = await loadPerson(tx, input.tenant, input.personId);
  if (row.version !== input.version) throw new Refusal('record.stale', { current: row.version });

  const before = inputOf(tx, row);
  const values = personValues(merge(before, input.changes), tx.today);
  if (!values.ok) {
    throw new Refusal(
      'input.invalid',
      {},
      values.fault.map((f) => ({ ...f, pointer: `/changes${f.pointer}` })),
    );
  }
  const fields = Object.keys(input.changes).filter((key) => input.changes[key as keyof Correctable] !== undefined);
  if (fields.length === 0) return { version: row.version };

  const versionId = tx.newId();
  await insertVersion(tx, {
    tenant: row.tenant,
    id: versionId,
    personId: row.id,
    version: row.version,
    valuesSealed: sealVersion(tx, row.tenant, versionId, before),
    replacedAt: tx.at,
    replacedBy: actor.id,
  });
  const updated = await updatePerson(tx, row, columnsOf(tx, row, values.value));
  tx.record({
    tenant: row.tenant,
    matterId: input.matterId ?? row.id,
    kind: 'person.corrected',
    subject: 'person',
    subjectId: row.id,
    payload: { fields: fields.sort(), version: updated.version },
  });
  return updated;
}

/** A new document brings its own birth date and sex, unless they are given along with it. */
function merge(before: PersonInput, changes: CorrectPerson['changes']): PersonInput {
  const { birthDate, sex, ...rest } = before;
  const kept = changes.document == null ? before : rest;
  const merged = { ...kept, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  ) as PersonInput;
}
