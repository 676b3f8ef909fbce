import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { Register } from '../../network/index.ts';
import { mustKeepRun } from '../permissions.ts';
import { printsOf } from '../runs/prints.ts';
import type { KeepRun } from '../schema.ts';
import { saveRun } from '../store/runs.ts';
import type { Network } from '../travel/network.ts';
import { mustGoByRoad, reckonCircle } from './view-circle.ts';

/**
 * Keep a reckoning with everything it was made of: roads, points, places, people, question. It is reckoned anew, so that nothing is kept
 * that this program did not find itself.
 * @throws Refusal `circle.noPlaces`, `circle.stationUnknown`
 */
export async function keepRun(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  { name, question, costs }: KeepRun,
): Promise<{ readonly tenant: string; readonly id: string }> {
  const tenant = mustKeepRun(actor);
  mustGoByRoad(question);
  const { view, kept } = await reckonCircle(tx, register, network, question);
  const id = tx.newId();
  const { roads, whole, counties, townships, sensitivity } = view;
  saveRun(tx, {
    tenant,
    id,
    name,
    keptAt: tx.at,
    keptBy: actor.id,
    keptByName: actor.name,
    roads,
    question,
    costs: costs ?? null,
    prints: printsOf(roads, question, kept.stations, kept.villages),
    ...kept,
    whole,
    counties,
    townships,
    sensitivity,
  });
  tx.record({
    tenant,
    matterId: id,
    kind: 'circleRun.kept',
    subject: 'circleRun',
    subjectId: id,
    payload: { graph: roads.checksum, profile: roads.profile.name },
  });
  return { tenant, id };
}
