import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { FirmDesignationTable } from '../tables.ts';
import { type AidCase, loadCase } from './cases.ts';
import { dbOf } from './db.ts';

/** 指派到单位 as read: the answer's words open. */
export type FirmDesignation = Readonly<
  Omit<Selectable<FirmDesignationTable>, 'answerSealed'> & { answerReason: string | null }
>;

export async function insertFirmDesignation(tx: Tx, row: Insertable<FirmDesignationTable>): Promise<void> {
  await dbOf(tx).insertInto('firmDesignation').values(row).execute();
}

/** Every firm that a case went to, oldest first. */
export async function firmsAsked(tx: Tx, tenant: string, caseId: string): Promise<readonly FirmDesignation[]> {
  const rows = await dbOf(tx)
    .selectFrom('firmDesignation')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('designatedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ answerSealed, ...row }) => ({
    ...row,
    answerReason:
      answerSealed === null ? null : unseal(tx, tenant, 'firm_designation.answer_sealed', row.id, answerSealed),
  }));
}

export interface FirmAnswer {
  readonly state: Exclude<FirmDesignation['state'], 'asked'>;
  readonly ground?: string;
  readonly reason?: string;
  readonly designationId?: string;
}

/** The firm has answered, or the case was taken from it. Does nothing where no firm has the case. */
export async function answerForFirm(
  tx: Tx,
  aidCase: Pick<AidCase, 'tenant' | 'id'>,
  { state, ground, reason, designationId }: FirmAnswer,
): Promise<void> {
  const { tenant } = aidCase;
  const open = (await firmsAsked(tx, tenant, aidCase.id)).find((one) => one.state === 'asked');
  if (open === undefined) return;
  await dbOf(tx)
    .updateTable('firmDesignation')
    .set({
      state,
      answeredAt: tx.at,
      ...(ground === undefined ? {} : { answerGround: ground }),
      ...(reason === undefined
        ? {}
        : { answerSealed: seal(tx, tenant, 'firm_designation.answer_sealed', open.id, reason) }),
      ...(designationId === undefined ? {} : { designationId }),
    })
    .where('tenant', '=', tenant)
    .where('id', '=', open.id)
    .execute();
}

/** Cases that wait for a firm to name somebody, the oldest first. */
export async function casesAtFirms(
  tx: Tx,
  tenant: string,
  agencyIds: readonly string[] | '*',
): Promise<
  readonly { readonly asked: Pick<FirmDesignation, 'agencyName' | 'designatedOn'>; readonly aidCase: AidCase }[]
> {
  if (agencyIds.length === 0) return [];
  let query = dbOf(tx)
    .selectFrom('firmDesignation')
    .select(['caseId', 'agencyName', 'designatedOn'])
    .where('tenant', '=', tenant)
    .where('state', '=', 'asked')
    .orderBy('designatedAt')
    .limit(200);
  if (agencyIds !== '*') query = query.where('agencyId', 'in', [...agencyIds]);
  const rows = await query.execute();
  const found: { asked: (typeof rows)[number]; aidCase: AidCase }[] = [];
  for (const asked of rows) found.push({ asked, aidCase: await loadCase(tx, { tenant, caseId: asked.caseId }) });
  return found;
}
