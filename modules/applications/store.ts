import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { textArray } from '../../kernel/db/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type LocalDate, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { Assessment } from '../policy/index.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { Proposal } from './schema.ts';
import { openAnswer, sealAnswer } from './sealed.ts';
import type {
  ApplicationMaterialTable,
  ApplicationPartyTable,
  ApplicationProvisionalTable,
  ApplicationSupplementTable,
  ApplicationTable,
  ApplicationTables,
} from './tables.ts';

type StoredRow = Selectable<ApplicationTable>;
/** What the answers are kept in. */
type AnswerColumns = 'assessment' | 'assessmentSealed' | 'proposal' | 'proposalSealed';
/** An application as it is worked with: what was found and what is proposed stand open in it, and are sealed where it is stored. */
export type ApplicationRow = Omit<StoredRow, AnswerColumns> & {
  readonly assessment: Assessment;
  readonly proposal: Proposal | null;
};
export type ApplicationChanges = Omit<Updateable<ApplicationTable>, AnswerColumns> &
  Partial<Pick<ApplicationRow, 'assessment' | 'proposal'>>;
export type PartyRow = Selectable<ApplicationPartyTable>;
export type MaterialRow = Selectable<ApplicationMaterialTable>;
export type SupplementRow = Selectable<ApplicationSupplementTable>;
export type ProvisionalRow = Selectable<ApplicationProvisionalTable>;

const open = (tx: Pick<Tx, 'db'>) => tx.db.withTables<ApplicationTables>();

export async function nextNumberSerial(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('application_number_seq')::int8 AS n`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** A new application with its parties and papers, written with everything else at the end of the transaction. */
export function insertApplication(
  tx: Tx,
  application: ApplicationRow,
  parties: readonly PartyRow[],
  materials: readonly MaterialRow[],
): void {
  tx.insert('application', [
    { ...application, ...sealedAnswers(tx, application, application), groups: textArray(application.groups) },
  ]);
  tx.insert('application_party', parties);
  tx.insert('application_material', materials);
}

export async function insertMaterials(
  tx: Tx,
  materials: readonly Insertable<ApplicationMaterialTable>[],
): Promise<void> {
  if (materials.length > 0)
    await open(tx)
      .insertInto('applicationMaterial')
      .values([...materials])
      .execute();
}

/**
 * One application, locked for the transaction when a version is given.
 * @throws Refusal `record.notFound`, or `record.stale` when the caller's version is behind
 */
export async function loadApplication(tx: Tx, tenant: string, id: string, version?: number): Promise<ApplicationRow> {
  const row = await rowOf(tx, tenant, id, version !== undefined);
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return opened(tx, row);
}

/**
 * One application at whatever version, locked for the transaction: for a step that is to happen once and leaves the row as it is.
 * @throws Refusal `record.notFound`
 */
export async function lockApplication(tx: Tx, tenant: string, id: string): Promise<ApplicationRow> {
  return opened(tx, await rowOf(tx, tenant, id, true));
}

async function rowOf(tx: Tx, tenant: string, id: string, lock: boolean): Promise<StoredRow> {
  const query = open(tx).selectFrom('application').selectAll().where('tenant', '=', tenant).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  return row;
}

export async function findApplication(
  tx: Tx,
  tenant: string,
  id: string,
): Promise<Pick<ApplicationRow, 'tenant' | 'id' | 'matterId'> | undefined> {
  return open(tx)
    .selectFrom('application')
    .select(['tenant', 'id', 'matterId'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Change a row that was loaded at its version; somebody else's change in between is refused, never overwritten. */
export async function updateApplication(
  tx: Tx,
  row: ApplicationRow,
  changes: ApplicationChanges,
): Promise<ApplicationRow> {
  const { assessment: _assessment, proposal: _proposal, ...plain } = changes;
  const updated = await open(tx)
    .updateTable('application')
    .set({ ...plain, ...sealedAnswers(tx, row, { ...row, ...changes }), version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return opened(tx, updated);
}

function opened(tx: Pick<Tx, 'cipher'>, row: StoredRow): ApplicationRow {
  const { assessment, assessmentSealed, proposal, proposalSealed, ...rest } = row;
  const found =
    assessmentSealed === null ? assessment : openAnswer<Assessment>(tx, 'assessment_sealed', row, assessmentSealed);
  if (found === null) throw new TypeError('an application has its assessment');
  return {
    ...rest,
    assessment: found,
    proposal: proposalSealed === null ? proposal : openAnswer<Proposal>(tx, 'proposal_sealed', row, proposalSealed),
  };
}

/** The columns for the answers that are among the changes. */
function sealedAnswers(
  tx: Pick<Tx, 'cipher'>,
  { tenant, id }: Pick<ApplicationRow, 'tenant' | 'id'>,
  { assessment, proposal }: Pick<ApplicationChanges, 'assessment' | 'proposal'>,
): { assessment?: null; assessmentSealed?: string; proposal?: null; proposalSealed?: string | null } {
  return {
    ...(assessment === undefined
      ? {}
      : { assessment: null, assessmentSealed: sealAnswer(tx, 'assessment_sealed', tenant, id, assessment) }),
    ...(proposal === undefined
      ? {}
      : {
          proposal: null,
          proposalSealed: proposal === null ? null : sealAnswer(tx, 'proposal_sealed', tenant, id, proposal),
        }),
  };
}

export async function partiesOf(tx: Tx, tenant: string, applicationId: string): Promise<readonly PartyRow[]> {
  return open(tx)
    .selectFrom('applicationParty')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .orderBy('ordinal')
    .execute();
}

export async function materialsOf(tx: Tx, tenant: string, applicationId: string): Promise<readonly MaterialRow[]> {
  return open(tx)
    .selectFrom('applicationMaterial')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
}

export async function supplementOf(tx: Tx, tenant: string, applicationId: string): Promise<SupplementRow | undefined> {
  return open(tx)
    .selectFrom('applicationSupplement')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
}

export async function insertSupplement(tx: Tx, row: Insertable<ApplicationSupplementTable>): Promise<void> {
  await open(tx).insertInto('applicationSupplement').values(row).execute();
}

export async function answerSupplementRow(tx: Tx, tenant: string, applicationId: string): Promise<void> {
  await open(tx)
    .updateTable('applicationSupplement')
    .set({ answeredAt: tx.at })
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .execute();
}

export async function provisionalOf(
  tx: Tx,
  tenant: string,
  applicationId: string,
): Promise<ProvisionalRow | undefined> {
  return open(tx)
    .selectFrom('applicationProvisional')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
}

export async function insertProvisional(tx: Tx, row: Insertable<ApplicationProvisionalTable>): Promise<void> {
  await open(tx).insertInto('applicationProvisional').values(row).execute();
}

/** The application's own row is locked by then: nobody changes this one beside it. */
export async function updateProvisional(
  tx: Tx,
  of: Pick<ProvisionalRow, 'tenant' | 'applicationId'>,
  changes: Updateable<ApplicationProvisionalTable>,
): Promise<void> {
  await open(tx)
    .updateTable('applicationProvisional')
    .set(changes)
    .where('tenant', '=', of.tenant)
    .where('applicationId', '=', of.applicationId)
    .execute();
}

/** Applications whose time for a supplement has run out by `today`, at most `limit`. */
export async function lapsedSupplements(
  tx: Tx,
  today: string,
  limit: number,
): Promise<readonly { tenant: string; applicationId: string }[]> {
  return open(tx)
    .selectFrom('applicationSupplement as s')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenant', '=', 's.tenant').onRef('a.id', '=', 's.applicationId'),
    )
    .select(['s.tenant', 's.applicationId'])
    .where('s.answeredAt', 'is', null)
    .where('s.dueOn', '<', today)
    .where('a.state', '=', 'AWAITING_SUPPLEMENT')
    .orderBy('s.dueOn')
    .limit(limit)
    .execute();
}

/** One pile of the worklist: a tenant's applications in one state. */
export interface Place {
  readonly tenant: string;
  readonly state: ApplicationState;
}

export interface WorklistFilter {
  readonly places: readonly Place[];
  readonly dueBy?: string | undefined;
  readonly search?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly class?: string | undefined;
  readonly cause?: string | undefined;
  readonly group?: string | undefined;
  /** Received in this month or year. */
  readonly span?: Span | undefined;
  readonly after?: { readonly dueOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

const worklistColumns = [
  'tenant',
  'id',
  'matterId',
  'number',
  'state',
  'version',
  'door',
  'class',
  'cause',
  'region',
  'groups',
  'recipientName',
  'urgent',
  'outcome',
  'route',
  'receivedOn',
  'submittedAt',
  'dueOn',
  'dueStep',
  'dueCitation',
  'proposedBy',
  'intakeAgency',
  'intakeTenant',
  'caseId',
  'demonstration',
] as const;
export type WorklistRow = Pick<ApplicationRow, (typeof worklistColumns)[number]>;

/** Rows without a time limit come last: an unreachable day stands in for them. */
export const noDueDate = '9999-12-31';

const dueOrder = sql<string>`coalesce(application.due_on, ${sql.lit(noDueDate)}::date)`;

/**
 * Open work by its last day, soonest first; one page from a keyset. Each tenant's each state is read in its index's order
 * and left after one page, then the pages are merged: the effort does not grow with the work that is open.
 */
export async function selectWorklist(tx: Tx, filter: WorklistFilter): Promise<readonly WorklistRow[]> {
  const { places } = filter;
  if (places.length === 0) return [];
  return open(tx)
    .selectFrom(
      sql<{ tenant: string; state: ApplicationState }>`unnest(${places.map((p) => p.tenant)}::text[], ${places.map(
        (p) => p.state,
      )}::text[])`.as<'place'>(sql`place (tenant, state)`),
    )
    .innerJoinLateral(
      (from) => {
        let query = from
          .selectFrom('application')
          .select(worklistColumns)
          .select(dueOrder.as('order'))
          .whereRef('application.tenant', '=', 'place.tenant')
          .whereRef('application.state', '=', 'place.state')
          .orderBy(dueOrder)
          .orderBy('application.id')
          .limit(filter.limit);
        const { dueBy, span, search, after } = filter;
        if (dueBy !== undefined) query = query.where(sql<boolean>`${dueOrder} <= ${dueBy}::date`);
        if (filter.urgent !== undefined) query = query.where('urgent', '=', filter.urgent);
        if (filter.class !== undefined) query = query.where('class', '=', filter.class);
        if (filter.cause !== undefined) query = query.where('cause', '=', filter.cause);
        if (filter.group !== undefined) query = query.where(sql<boolean>`${filter.group} = ANY (groups)`);
        if (span !== undefined) {
          const days = daysOfSpan(span);
          query = query.where('receivedOn', '>=', days.first).where('receivedOn', '<', days.after);
        }
        if (search !== undefined)
          query = query.where((eb) =>
            eb.or([eb('number', 'like', `${search}%`), eb('recipientName', 'like', `${search}%`)]),
          );
        if (after !== undefined)
          query = query.where(sql<boolean>`(${dueOrder}, application.id) > (${after.dueOn}::date, ${after.id}::uuid)`);
        return query.as('page');
      },
      (join) => join.onTrue(),
    )
    .select(worklistColumns.map((column) => `page.${column}` as const))
    .orderBy('page.order')
    .orderBy('page.id')
    .limit(filter.limit)
    .execute();
}

/** What an agency took in itself, newest first, whichever centre is competent. */
export async function selectOwnIntake(
  tx: Tx,
  agencies: readonly string[],
  limit: number,
): Promise<readonly WorklistRow[]> {
  if (agencies.length === 0) return [];
  return open(tx)
    .selectFrom('application')
    .select(worklistColumns)
    .where('intakeAgency', 'in', [...agencies])
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute();
}

/** True once an objection was raised against a decision in this matter, whatever came of it. */
export async function wasContested(tx: Tx, { tenant, matterId }: Pick<ApplicationRow, 'tenant' | 'matterId'>) {
  const event = await tx.db
    .selectFrom('event')
    .select('seq')
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('kind', 'in', ['application.objectionRaised', 'case.objectionRaised'])
    .limit(1)
    .executeTakeFirst();
  return event !== undefined;
}

export async function findByCode(
  tx: Tx,
  tenant: string,
  number: string,
  codeIndex: string,
): Promise<ApplicationRow | undefined> {
  const row = await open(tx)
    .selectFrom('application')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('number', '=', number)
    .where('queryCodeIndex', '=', codeIndex)
    .executeTakeFirst();
  return row && opened(tx, row);
}

/** Applications in key order, for walking over all of them in pages. */
export async function selectForReplay(
  tx: Tx,
  since: string | undefined,
  after: { readonly tenant: string; readonly id: string } | undefined,
  limit: number,
): Promise<
  readonly Pick<
    ApplicationRow,
    'tenant' | 'id' | 'number' | 'outcome' | 'factsSealed' | 'lawRevision' | 'assessmentHash'
  >[]
> {
  let query = open(tx)
    .selectFrom('application')
    .select(['tenant', 'id', 'number', 'outcome', 'factsSealed', 'lawRevision', 'assessmentHash'])
    .orderBy('tenant')
    .orderBy('id')
    .limit(limit);
  if (since !== undefined) query = query.where('receivedOn', '>=', since);
  if (after !== undefined) query = query.where(sql<boolean>`(tenant, id) > (${after.tenant}, ${after.id}::uuid)`);
  return query.execute();
}

/** Of an application that was assessed, what a walk over very many needs: no name, no number. */
export type AssessedRow = Pick<
  ApplicationRow,
  'tenant' | 'id' | 'state' | 'class' | 'cause' | 'recipientId' | 'receivedOn' | 'outcome' | 'route'
> & {
  readonly groups: readonly string[];
  /** Null where they were not asked for. */
  readonly factsSealed: string | null;
};

export interface AssessedFilter {
  readonly tenant: string;
  /** Days of receipt, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly after?: { readonly receivedOn: LocalDate; readonly id: string } | undefined;
  /** Of which answers the facts are wanted: by one of these ways, or to one of these outcomes. Of all when absent. */
  readonly factsOf?: { readonly routes: readonly string[]; readonly outcomes: readonly string[] } | undefined;
  readonly limit: number;
}

/**
 * One page of a centre's applications in order of receipt, read from the index's order; a handed-over one stands where it went.
 * Columns come under their own names and groups as one text, because reading is most of what a walk over a hundred thousand costs.
 */
export async function selectAssessed(tx: Pick<Tx, 'db'>, filter: AssessedFilter): Promise<readonly AssessedRow[]> {
  const { tenant, from, to, after, factsOf, limit } = filter;
  const further =
    after === undefined ? sql`` : sql`AND (received_on, id) > (${after.receivedOn}::date, ${after.id}::uuid)`;
  const facts =
    factsOf === undefined
      ? sql`facts_sealed`
      : sql`CASE WHEN route = ANY(${factsOf.routes}::text[]) OR outcome = ANY(${factsOf.outcomes}::text[]) THEN facts_sealed END`;
  const { rows } = await sql<Omit<AssessedRow, 'groups'> & { readonly groups: string }>`
    SELECT tenant, id, state, class, cause, array_to_string(groups, ',') AS groups, recipient_id AS "recipientId",
      received_on AS "receivedOn", outcome, route, ${facts} AS "factsSealed"
    FROM application
    WHERE tenant = ${tenant} AND received_on >= ${after?.receivedOn ?? from}::date AND received_on <= ${to}::date
      AND state <> 'TRANSFERRED' ${further}
    ORDER BY received_on, id LIMIT ${limit}`.execute(tx.db.withoutPlugins());
  const known = new Map<string, readonly string[]>();
  const groupsOf = (text: string): readonly string[] => {
    const groups = known.get(text) ?? (text === '' ? [] : text.split(','));
    known.set(text, groups);
    return groups;
  };
  return rows.map((row) => Object.assign(row, { groups: groupsOf(row.groups) }));
}

/** Who some applications are, for a list of a few among many. */
export function selectNamed(
  tx: Pick<Tx, 'db'>,
  tenant: string,
  ids: readonly string[],
): Promise<readonly Pick<ApplicationRow, 'id' | 'matterId' | 'number' | 'recipientName'>[]> {
  return open(tx)
    .selectFrom('application')
    .select(['id', 'matterId', 'number', 'recipientName'])
    .where('tenant', '=', tenant)
    .where(sql<boolean>`id = ANY(${sql.val(ids)}::uuid[])`)
    .execute();
}

export async function countAssessed(
  tx: Pick<Tx, 'db'>,
  tenants: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<number> {
  const { n } = await open(tx)
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('tenant', 'in', [...tenants])
    .where('receivedOn', '>=', from)
    .where('receivedOn', '<=', to)
    .where('state', '<>', 'TRANSFERRED')
    .executeTakeFirstOrThrow();
  return Number(n);
}
