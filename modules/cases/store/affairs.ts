import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { CaseAffairTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** 往来 as read: its words open. */
export type CaseAffair = Readonly<
  Omit<Selectable<CaseAffairTable>, 'wordsSealed' | 'answerSealed'> & {
    readonly words: string | null;
    readonly answer: string | null;
  }
>;

const opened = (tx: Tx, { wordsSealed, answerSealed, ...row }: Selectable<CaseAffairTable>): CaseAffair => ({
  ...row,
  words: wordsSealed === null ? null : unseal(tx, row.tenant, 'case_affair.words_sealed', row.id, wordsSealed),
  answer: answerSealed === null ? null : unseal(tx, row.tenant, 'case_affair.answer_sealed', row.id, answerSealed),
});

export async function insertAffair(
  tx: Tx,
  { words, ...row }: Omit<Insertable<CaseAffairTable>, 'wordsSealed'> & { readonly words: string | null },
): Promise<void> {
  const wordsSealed = words === null ? null : seal(tx, row.tenant, 'case_affair.words_sealed', row.id, words);
  await dbOf(tx)
    .insertInto('caseAffair')
    .values({ ...row, wordsSealed })
    .execute();
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadAffair(
  tx: Tx,
  of: { readonly tenant: string; readonly affairId: string; readonly version: number },
): Promise<CaseAffair> {
  const found = await dbOf(tx)
    .selectFrom('caseAffair')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where('id', '=', of.affairId)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (found.version !== of.version) throw new Refusal('record.stale', { current: found.version });
  return opened(tx, found);
}

type Changes = Omit<Updateable<CaseAffairTable>, 'wordsSealed' | 'answerSealed'> & {
  readonly answer?: string | undefined;
};

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateAffair(tx: Tx, current: CaseAffair, { answer, ...changes }: Changes): Promise<CaseAffair> {
  const { tenant, id, version } = current;
  const answerSealed =
    answer === undefined ? {} : { answerSealed: seal(tx, tenant, 'case_affair.answer_sealed', id, answer) };
  const saved = await dbOf(tx)
    .updateTable('caseAffair')
    .set({ ...changes, ...answerSealed, version: version + 1 })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: version + 1 });
  return opened(tx, saved);
}

/** Everything that went out from a case, oldest first. */
export async function affairsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseAffair[]> {
  const rows = await dbOf(tx)
    .selectFrom('caseAffair')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => opened(tx, row));
}

/** What waits for somebody, soonest first, with the case it belongs to; of one handler alone where that is all they may see. */
export async function waitingAffairs(
  tx: Tx,
  places: readonly { readonly tenant: string; readonly handlerId?: string | undefined }[],
  limit: number,
) {
  if (places.length === 0) return [];
  return dbOf(tx)
    .selectFrom('caseAffair as a')
    .innerJoin('aidCase as c', (join) => join.onRef('c.tenant', '=', 'a.tenant').onRef('c.id', '=', 'a.caseId'))
    .select([
      'a.tenant',
      'a.id',
      'a.kind',
      'a.state',
      'a.grounds',
      'a.dueOn',
      'a.dueCitation',
      'c.id as caseId',
      'c.matterId',
      'c.number',
      'c.recipientName',
      'c.class',
      'c.cause',
      'c.groups',
      'c.region',
      'c.urgent',
      'c.handlerName',
      'c.demonstration',
    ])
    .where('a.dueOn', 'is not', null)
    .where((eb) =>
      eb.or(
        places.map(({ tenant, handlerId }) =>
          handlerId === undefined
            ? eb('a.tenant', '=', tenant)
            : eb.and([eb('a.tenant', '=', tenant), eb('c.handlerId', '=', handlerId)]),
        ),
      ),
    )
    .orderBy('a.dueOn')
    .orderBy('a.id')
    .limit(limit)
    .execute();
}
