import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { PleaWitnessTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** 具结见证 as read: its words open. */
export type PleaRecord = Readonly<Omit<Selectable<PleaWitnessTable>, 'adviceSealed' | 'dissentSealed'>> & {
  readonly advice: string;
  readonly dissent: string | null;
};

export async function insertPlea(
  tx: Tx,
  {
    advice,
    dissent,
    ...row
  }: Omit<Insertable<PleaWitnessTable>, 'adviceSealed' | 'dissentSealed'> & Pick<PleaRecord, 'advice' | 'dissent'>,
): Promise<void> {
  await dbOf(tx)
    .insertInto('pleaWitness')
    .values({
      ...row,
      adviceSealed: seal(tx, row.tenant, 'plea_witness.advice_sealed', row.helpId, advice),
      dissentSealed: dissent === null ? null : seal(tx, row.tenant, 'plea_witness.dissent_sealed', row.helpId, dissent),
    })
    .execute();
}

/** The records of some helps, by help. */
export async function pleasOf(
  tx: Tx,
  tenant: string,
  helpIds: readonly string[],
): Promise<ReadonlyMap<string, PleaRecord>> {
  if (helpIds.length === 0) return new Map();
  const rows = await dbOf(tx)
    .selectFrom('pleaWitness')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('helpId', 'in', [...helpIds])
    .execute();
  return new Map(
    rows.map(({ adviceSealed, dissentSealed, ...row }) => [
      row.helpId,
      {
        ...row,
        advice: unseal(tx, tenant, 'plea_witness.advice_sealed', row.helpId, adviceSealed),
        dissent:
          dissentSealed === null ? null : unseal(tx, tenant, 'plea_witness.dissent_sealed', row.helpId, dissentSealed),
      },
    ]),
  );
}
