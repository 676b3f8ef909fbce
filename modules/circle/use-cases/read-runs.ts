import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mustReadCircle } from '../permissions.ts';
import type { RoadsHolder } from '../roads-on-file.ts';
import type { CircleRun, CircleRunRow, RunAgain } from '../schema.ts';
import { listRuns, readRun } from '../store/runs.ts';
import { unreached } from '../travel/search.ts';

export async function keptRuns(tx: Tx, actor: Actor): Promise<readonly CircleRunRow[]> {
  mustReadCircle(actor);
  return listRuns(tx);
}

/** One kept reckoning, whole. @throws Refusal `record.notFound` */
export async function keptRun(tx: Tx, actor: Actor, tenant: string, id: string): Promise<CircleRun> {
  mustReadCircle(actor);
  const run = await readRun(tx, tenant, id);
  if (run === undefined) throw new Refusal('record.notFound');
  return run;
}

/** Reckon a kept one again from what was kept with it, and tell whether it comes out the same. @throws Refusal `record.notFound`, `circle.noRoads` */
export async function runAgain(
  tx: Tx,
  actor: Actor,
  onFile: RoadsHolder,
  tenant: string,
  id: string,
): Promise<RunAgain> {
  const { roads, question, stations, villages } = await keptRun(tx, actor, tenant, id);
  const network = onFile.mustHave(question.by);
  if (roads.checksum !== network.graph.checksum)
    return { graph: 'other', onFile: network.graph.checksum, differing: [] };
  const times = network.timesTo(stations.map((station) => network.snap(station)));
  const differing = villages.filter((village) => {
    const { site, deciseconds } = times.from(network.snap(village));
    const now = deciseconds === unreached ? null : deciseconds;
    return now !== village.deciseconds || (site === undefined ? null : stations[site]?.id) !== village.station;
  });
  return { graph: 'same', onFile: roads.checksum, differing: differing.map(({ code }) => code) };
}
