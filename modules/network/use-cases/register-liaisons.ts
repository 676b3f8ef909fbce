import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import type { Register } from '../register/register.ts';
import { placeFaults } from '../rules/registration.ts';
import type { NewLiaison } from '../schema.ts';
import { agencyIdsByCode } from '../store/agencies.ts';
import { insertLiaisons } from '../store/experts-and-liaisons.ts';
import { byTenant, type ImportReport, recordImport } from './record-import.ts';

/** Appoint villages' liaisons (联络员); those on file already are left as they are. */
export async function registerLiaisons(
  tx: Tx,
  actor: Actor,
  register: Register,
  liaisons: readonly NewLiaison[],
): Promise<ImportReport> {
  let inserted = 0;
  for (const [tenant, batch] of byTenant(liaisons)) {
    actor.must(mayManageNetwork, { tenant });
    const points = await agencyIdsByCode(tx, tenant);
    const faults = batch.flatMap((liaison, index): FieldFault[] => [
      ...placeFaults(register, tenant, liaison.region, `/${index}/region`),
      ...(points.has(liaison.agency)
        ? []
        : [{ pointer: `/${index}/agency`, code: 'network.agencyUnknown', details: { code: liaison.agency } }]),
    ]);
    if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
    const rows = batch.map(({ agency, ...liaison }) => ({
      ...liaison,
      id: tx.newId(),
      agencyId: points.get(agency)?.id ?? '',
    }));
    inserted += (await insertLiaisons(tx, rows)).length;
    recordImport(tx, tenant, 'liaisons', batch);
  }
  return { inserted, skipped: liaisons.length - inserted };
}
