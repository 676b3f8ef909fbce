import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Agency } from '../schema.ts';
import { listAgencies } from './agencies.ts';

/** 法律援助中心 of a tenant: the one that decides. */
export async function centreOf(tx: Tx, tenant: string): Promise<Agency | undefined> {
  const centres = await listAgencies(tx, { tenant, kinds: ['centre'] });
  return centres.find((agency) => agency.status !== 'closed');
}

/** 司法局 of a tenant: the one that hears objections (art. 49). */
export async function bureauOf(tx: Tx, tenant: string): Promise<Agency | undefined> {
  const [bureau] = await listAgencies(tx, { tenant, kinds: ['justiceBureau'] });
  return bureau;
}
