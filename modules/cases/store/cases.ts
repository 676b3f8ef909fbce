import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { desksInHand } from '../lifecycle.ts';
import type { AidCaseTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** A case as it stands. */
export type AidCase = Readonly<Selectable<AidCaseTable>>;

export interface CaseAt {
  readonly tenant: string;
  readonly caseId: string;
  /** The version that the caller saw; a case that moved on since is refused. */
  readonly version?: number;
}

/** @throws Refusal `record.notFound`, or `record.stale` when the case is no longer in the version asked for */
export async function loadCase(tx: Tx, { tenant, caseId, version }: CaseAt): Promise<AidCase> {
  const found = await dbOf(tx)
    .selectFrom('aidCase')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && found.version !== version) throw new Refusal('record.stale', { current: found.version });
  return found;
}

export async function insertCase(tx: Tx, row: Insertable<AidCaseTable>): Promise<void> {
  await dbOf(tx).insertInto('aidCase').values(row).execute();
}

/** @throws Refusal `record.stale` when somebody changed the case since it was loaded */
export async function updateCase(tx: Tx, current: AidCase, changes: Updateable<AidCaseTable>): Promise<AidCase> {
  const saved = await dbOf(tx)
    .updateTable('aidCase')
    .set({ ...changes, version: current.version + 1 })
    .where('tenant', '=', current.tenant)
    .where('id', '=', current.id)
    .where('version', '=', current.version)
    .returningAll()
    .executeTakeFirst();
  if (saved !== undefined) return saved;
  const now = await loadCase(tx, { tenant: current.tenant, caseId: current.id });
  throw new Refusal('record.stale', { current: now.version });
}

/** Who has each of some cases, and its number. */
export async function keepersOfCases(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<AidCase, 'number' | 'handlerId' | 'handlerName'>>> {
  if (caseIds.length === 0) return new Map();
  const rows = await dbOf(tx)
    .selectFrom('aidCase')
    .select(['id', 'number', 'handlerId', 'handlerName'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...caseIds])
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Archived cases of all places, by place and day; the page after the one that is named. */
export async function archivedCases(tx: Tx, after: AidCase | undefined, limit: number): Promise<readonly AidCase[]> {
  let query = dbOf(tx).selectFrom('aidCase').selectAll().where('state', '=', 'ARCHIVED');
  if (after !== undefined)
    query = query.where(
      sql<SqlBool>`(tenant, archived_on, id) > (${after.tenant}, ${after.archivedOn}::date, ${after.id}::uuid)`,
    );
  return query.orderBy('tenant').orderBy('archivedOn').orderBy('id').limit(limit).execute();
}

/** Every case of one matter, oldest first. */
export async function casesOfMatter(tx: Tx, tenant: string, matterId: string): Promise<readonly AidCase[]> {
  return dbOf(tx)
    .selectFrom('aidCase')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute();
}

export async function caseOfApplication(tx: Tx, tenant: string, applicationId: string): Promise<AidCase | undefined> {
  return dbOf(tx)
    .selectFrom('aidCase')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
}

/** Handlers who finished or handle another case of this recipient, most recent first. */
export async function earlierHandlers(
  tx: Tx,
  of: {
    readonly tenant: string;
    /** The rows under which the same human being is on file. */
    readonly personIds: readonly string[];
    readonly earlierCaseId: string | null;
    readonly except: string;
  },
): Promise<readonly string[]> {
  const rows = await dbOf(tx)
    .selectFrom('aidCase')
    .select('handlerId')
    .where('tenant', '=', of.tenant)
    .where((on) =>
      on.or([
        on('recipientId', 'in', [...of.personIds]),
        ...(of.earlierCaseId === null ? [] : [on('id', '=', of.earlierCaseId)]),
      ]),
    )
    .where('id', '<>', of.except)
    .where('handlerId', 'is not', null)
    .orderBy('openedAt', 'desc')
    .limit(20)
    .execute();
  return [...new Set(rows.flatMap((row) => row.handlerId ?? []))];
}

/** How many cases each handler has in hand, by handler. */
export async function openLoads(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const rows = await dbOf(tx)
    .selectFrom('aidCase')
    .select(({ fn }) => ['handlerId', fn.countAll<number>().as('n')])
    .where('tenant', '=', tenant)
    .where('desk', 'in', [...desksInHand])
    .where('handlerId', 'is not', null)
    .groupBy('handlerId')
    .execute();
  return new Map(rows.flatMap(({ handlerId, n }) => (handlerId === null ? [] : [[handlerId, n] as const])));
}

/** Another stage of the same proceeding, for the link beside the case. */
export type LinkedStage = Pick<AidCase, 'id' | 'matterId' | 'number' | 'stage' | 'state' | 'handlerName'>;

/** The stage before this case and those after it, oldest first. */
export async function linkedStages(
  tx: Tx,
  { tenant, id, earlierCaseId }: Pick<AidCase, 'tenant' | 'id' | 'earlierCaseId'>,
): Promise<readonly LinkedStage[]> {
  return dbOf(tx)
    .selectFrom('aidCase')
    .select(['id', 'matterId', 'number', 'stage', 'state', 'handlerName'])
    .where('tenant', '=', tenant)
    .where((on) =>
      on.or([on('earlierCaseId', '=', id), ...(earlierCaseId === null ? [] : [on('id', '=', earlierCaseId)])]),
    )
    .orderBy('openedAt')
    .execute();
}

/** A case by what somebody has on paper: its own number, or that of the application it came from; spaces do not count. */
export async function caseByNumber(tx: Tx, tenant: string, typed: string): Promise<AidCase | undefined> {
  const plain = typed.replace(/\s/g, '');
  const digits = plain.normalize('NFKC').replace(/-/g, '');
  return dbOf(tx)
    .selectFrom('aidCase')
    .selectAll()
    .where('tenant', '=', tenant)
    .where(sql<boolean>`(number COLLATE "C" = ${plain} OR application_number COLLATE "C" = ${digits})`)
    .orderBy('id')
    .executeTakeFirst();
}
