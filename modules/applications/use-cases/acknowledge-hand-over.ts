import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import { noDue } from '../rules/clock.ts';
import { loadApplication } from '../store.ts';
import { moveApplication } from './move.ts';

/** 对方签收: the competent centre has taken the matter up; here it is closed. Told twice, it is closed once. */
export async function acknowledgeHandOver(
  tx: Tx,
  told: { readonly tenant: string; readonly applicationId: string; readonly byTenant: string; readonly on: string },
): Promise<void> {
  const row = await loadApplication(tx, told.tenant, told.applicationId);
  if (row.state !== 'HANDING_OVER') return;
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'handOver' });
  await moveApplication(tx, systemActor, row, 'acknowledgeHandOver', noDue, { toTenant: told.byTenant, on: told.on });
}
