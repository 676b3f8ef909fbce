import { z } from 'zod';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import { type Agency, servicePointKinds, TenantCode } from '../schema.ts';
import { listAgencies } from '../store/agencies.ts';
import { photosOf } from '../store/photos.ts';

export const ListPoints = z.strictObject({ tenant: TenantCode });

export interface ManagedPoint
  extends Pick<Agency, 'tenant' | 'id' | 'code' | 'kind' | 'name' | 'address' | 'phone' | 'status'> {
  /** Mark of the photograph on file; null where there is none. */
  readonly photo: string | null;
}

/** The points of a tenant that people can go to, as their manager sees them. @throws Refusal `auth.forbidden` */
export async function listPoints(
  tx: Tx,
  actor: Actor,
  { tenant }: z.output<typeof ListPoints>,
): Promise<readonly ManagedPoint[]> {
  actor.must(mayManageNetwork, { tenant });
  const photos = await photosOf(tx, tenant);
  const agencies = await listAgencies(tx, { tenant, kinds: servicePointKinds });
  return agencies.map(({ id, code, kind, name, address, phone, status }) => ({
    tenant,
    id,
    code,
    kind,
    name,
    address,
    phone,
    status,
    photo: photos.get(id)?.fileHash.slice(0, 12) ?? null,
  }));
}
