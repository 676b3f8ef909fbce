import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mustStand } from '../../archive/index.ts';
import { mayRead } from '../permissions.ts';
import { loadApplication, type MaterialRow, materialsOf } from '../store.ts';

/** One material of an application to be downloaded; opening it is remembered. @throws Refusal `auth.forbidden`, `record.notFound` */
export async function openMaterial(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly applicationId: string; readonly materialId: string },
): Promise<MaterialRow> {
  actor.must(mayRead, { tenant: input.tenant });
  const row = await loadApplication(tx, input.tenant, input.applicationId);
  await mustStand(tx, row);
  const material = (await materialsOf(tx, row.tenant, row.id)).find((m) => m.id === input.materialId);
  if (material === undefined) throw new Refusal('record.notFound');
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: 'application.materialOpened',
    subject: 'application',
    subjectId: row.id,
    payload: { materialId: material.id, kind: material.kind },
  });
  return material;
}
