import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import type { NewExpert } from '../schema.ts';
import { insertExperts } from '../store/experts-and-liaisons.ts';
import { handlerIdsByCode } from '../store/handlers.ts';
import { byTenant, type ImportReport, recordImport } from './record-import.ts';

/** Appoint members of the expert pool (法律援助专家库); those on file already are left as they are. */
export async function registerExperts(tx: Tx, actor: Actor, experts: readonly NewExpert[]): Promise<ImportReport> {
  let inserted = 0;
  for (const [tenant, batch] of byTenant(experts)) {
    actor.must(mayManageNetwork, { tenant });
    const handlers = await handlerIdsByCode(tx, tenant);
    const faults = batch.flatMap(({ handler }, index): FieldFault[] =>
      handler !== null && !handlers.has(handler)
        ? [{ pointer: `/${index}/handler`, code: 'network.handlerUnknown', details: { code: handler } }]
        : [],
    );
    if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
    const rows = batch.map(({ handler, ...expert }) => ({
      ...expert,
      id: tx.newId(),
      handlerId: handler === null ? null : (handlers.get(handler) ?? null),
    }));
    inserted += (await insertExperts(tx, rows)).length;
    recordImport(tx, tenant, 'experts', batch);
  }
  return { inserted, skipped: experts.length - inserted };
}
