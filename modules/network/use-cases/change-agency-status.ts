import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { agencyLifecycle } from '../lifecycle.ts';
import { AgencyStatus, TenantCode } from '../schema.ts';
import { agencyById, updateAgencyStatus } from '../store/agencies.ts';

export const ChangeAgencyStatus = z.strictObject({
  tenant: TenantCode,
  agencyId: z.uuid(),
  version: z.int().min(1),
  event: z.enum(['suspend', 'reopen', 'close']),
});
export type ChangeAgencyStatus = z.infer<typeof ChangeAgencyStatus>;

/** Suspend, reopen or close an agency. From then on the nearest places leave it out. */
export async function changeAgencyStatus(
  tx: Tx,
  actor: Actor,
  input: ChangeAgencyStatus,
): Promise<{ status: AgencyStatus; version: number }> {
  const agency = await agencyById(tx, input.tenant, input.agencyId);
  if (agency === undefined) throw new Refusal('record.notFound');
  const { to } = authoriseTransition(agencyLifecycle, agency.status, input.event, actor, agency);
  if (agency.version !== input.version) throw new Refusal('record.stale', { current: agency.version });
  const status = AgencyStatus.parse(to);
  if (!(await updateAgencyStatus(tx, agency, status)))
    throw new Refusal('record.stale', { current: agency.version + 1 });
  tx.record({
    tenant: agency.tenant,
    matterId: agency.id,
    kind: 'agency.statusChanged',
    subject: 'agency',
    subjectId: agency.id,
    payload: { from: agency.status, to: status, event: input.event },
  });
  return { status, version: agency.version + 1 };
}
