import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayKeepRegister } from '../permissions.ts';
import type { Register } from '../register/register.ts';
import type { Position } from '../schema.ts';
import { positionColumns } from '../store/position.ts';
import { saveRegionPositions, saveRegions } from '../store/regions.ts';

/** Bring the register of regions (区划名册) on file up to date; units that left it stay, with their last day. */
export async function importRegister(tx: Tx, actor: Actor, register: Register): Promise<{ regions: number }> {
  actor.must(mayKeepRegister, { tenant: registerTenant(register) });
  await saveRegions(tx, register.regions);
  return { regions: register.regions.length };
}

/** Say where units stand: drawn (schematic) or surveyed. Replaces what was on file for them. */
export async function placeRegions(
  tx: Tx,
  actor: Actor,
  register: Register,
  places: readonly { readonly code: string; readonly position: Position }[],
): Promise<{ placed: number }> {
  actor.must(mayKeepRegister, { tenant: registerTenant(register) });
  await saveRegionPositions(
    tx,
    places.map(({ code, position }) => ({ code, ...positionColumns(position) })),
  );
  return { placed: places.length };
}

/** The register belongs to whoever keeps its highest unit. */
function registerTenant(register: Register): string {
  return register.regions.find((region) => region.parent === null)?.code ?? '';
}
