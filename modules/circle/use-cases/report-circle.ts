import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { Report } from '../../documents/index.ts';
import { openPoints, type Register, stationKinds } from '../../network/index.ts';
import { composeReport } from '../report/compose-report.ts';
import { drawMap } from '../report/draw-map.ts';
import type { ReportCircle } from '../schema.ts';
import type { Network } from '../travel/network.ts';
import { drawIsochrones } from './draw-isochrones.ts';
import { mustGoByRoad, viewCircle } from './view-circle.ts';

/** What a report of the circle says; printing it is left to whoever holds no transaction. @throws as {@link viewCircle} */
export async function reportCircle(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  { question, costs }: ReportCircle,
): Promise<Report> {
  mustGoByRoad(question);
  const view = await viewCircle(tx, actor, register, network, question);
  const { features } = await drawIsochrones(tx, actor, network, question);
  const ground = features.map(({ properties, geometry }) => ({
    minutes: properties.minutes,
    polygons: geometry.coordinates,
  }));
  const points = await openPoints(tx, { kinds: ['centre', ...stationKinds] });
  return {
    title: `${view.whole.name}一小时服务圈测算报告 ${tx.today}`,
    author: actor.name,
    demonstration: points.some(({ agency }) => agency.demonstration),
    blocks: composeReport({
      view,
      question,
      costs,
      map: drawMap({ graph: network.graph, view, ground }),
      by: actor.name,
      on: tx.today,
    }),
  };
}
