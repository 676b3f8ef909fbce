import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import type { Register } from '../register/register.ts';
import { agencyFaults } from '../rules/registration.ts';
import type { NewAgency } from '../schema.ts';
import { type AgencyRow, agencyIdsByCode, insertAgencies } from '../store/agencies.ts';
import { positionColumns } from '../store/position.ts';
import { byTenant, type ImportReport, recordImport } from './record-import.ts';

/**
 * Register one agency (登记机构).
 * @returns its id
 * @throws Refusal `network.codeTaken`, or `input.invalid` with every fault
 */
export async function registerAgency(
  tx: Tx,
  actor: Actor,
  register: Register,
  agency: NewAgency,
): Promise<{ id: string }> {
  actor.must(mayManageNetwork, agency);
  const [row] = await rowsOf(tx, register, agency.tenant, [agency], () => '');
  if (row === undefined || (await insertAgencies(tx, [row])).length === 0)
    throw new Refusal('network.codeTaken', { code: agency.code });
  const { tenant, kind, code, region } = agency;
  tx.record({
    tenant,
    matterId: row.id,
    kind: 'agency.registered',
    subject: 'agency',
    subjectId: row.id,
    payload: { kind, code, region },
  });
  return { id: row.id };
}

/** Register a whole network at once; agencies whose number is on file already are left as they are. */
export async function registerAgencies(
  tx: Tx,
  actor: Actor,
  register: Register,
  agencies: readonly NewAgency[],
): Promise<ImportReport> {
  let inserted = 0;
  for (const [tenant, batch] of byTenant(agencies)) {
    actor.must(mayManageNetwork, { tenant });
    const rows = await rowsOf(tx, register, tenant, batch, (index) => `/${index}`);
    inserted += (await insertAgencies(tx, rows)).length;
    recordImport(tx, tenant, 'agencies', batch);
  }
  return { inserted, skipped: agencies.length - inserted };
}

async function rowsOf(
  tx: Tx,
  register: Register,
  tenant: string,
  agencies: readonly NewAgency[],
  pointer: (index: number) => string,
): Promise<readonly AgencyRow[]> {
  const ids = new Map([...(await agencyIdsByCode(tx, tenant))].map(([code, { id }]) => [code, id]));
  const rows = agencies.map((agency) => ({ agency, id: tx.newId() }));
  for (const { agency, id } of rows) if (!ids.has(agency.code)) ids.set(agency.code, id);
  const faults = agencies.flatMap((agency, index): FieldFault[] => [
    ...agencyFaults(register, agency).map((fault) => ({ ...fault, pointer: pointer(index) + fault.pointer })),
    ...(agency.reportsTo !== null && !ids.has(agency.reportsTo)
      ? [{ pointer: `${pointer(index)}/reportsTo`, code: 'network.agencyUnknown', details: { code: agency.reportsTo } }]
      : []),
  ]);
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return rows.map(({ agency: { reportsTo, position, ...agency }, id }) => ({
    ...agency,
    ...positionColumns(position),
    id,
    reportsToId: reportsTo === null ? null : (ids.get(reportsTo) ?? null),
  }));
}
