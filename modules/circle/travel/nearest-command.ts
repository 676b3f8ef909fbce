import { busHelp, busOptions, journeyText, readBusOption, sooner } from '../bus/bus-option.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { readDemandPoints, readSites } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { readBands } from './bands.ts';
import { nearestFew, travelMatrix } from './matrix.ts';
import { unreached } from './search.ts';
import { boxOf, demandWords, farLines, networkAt, siteWords, snapAll, textOf } from './travel-input.ts';

export const nearestHelp = `每个需求点到最近开放站点的时间（从需求点到站点）。
How long from each demand point to the nearest open site; travel is from the point to the site.
--sites S.csv    id,lon,lat[,open]：open 为 0 的站点不计 · a site whose open is 0 is left out
--demand D.csv   id,lon,lat,weight[,人群 groups]
--bands 15,30,60 分钟档 · minutes; band 为所在档，超出为 null · null beyond the last
--k K            另列最近的 K 个站点（只按道路） · also the K nearest sites by road, as "nearest"
${busHelp}
输出 prints: id, site, seconds, snapMetres（到路的直线距离 straight to the road）, band`;

/** `fayuan circle nearest` (the contract's shape). */
export function nearestCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          sites: { type: 'string' },
          demand: { type: 'string' },
          bands: { type: 'string' },
          k: { type: 'string' },
          ...busOptions,
          json: { type: 'boolean' },
        },
        ['GRAPH'],
      ),
    );
    const bands = readBands(options.bands);
    const k = Number(options.k ?? 1);
    if (!(Number.isInteger(k) && k >= 1))
      refuse('/k', 'range', `须为不小于 1 的整数：${options.k}`, `must be a whole number of 1 or more: ${options.k}`);
    const network = networkAt(files.GRAPH);
    const box = boxOf(network.graph);
    const sites = readSites(await textOf(options.sites, 'sites'), '/sites', box);
    const demand = readDemandPoints(await textOf(options.demand, 'demand'), '/demand', box);
    const byBus = await readBusOption(options, network, [sites, demand]);
    const siteSnaps = snapAll(network, sites);
    const doors = snapAll(network, demand);
    const openSnaps = siteSnaps.map((snap, n) => (sites.open[n] ? snap : undefined));
    const few = k === 1 ? undefined : travelMatrix(network, doors, openSnaps);
    const journeys = byBus?.(demand, sites, sites.open);
    const times = network.timesTo(openSnaps);
    const rows = demand.ids.map((id, n) => {
      const { site, deciseconds, bus } = sooner(times.from(doors[n]), journeys?.[n]);
      const metres = doors[n]?.metres;
      return {
        id,
        site: site === undefined ? null : (sites.ids[site] as string),
        seconds: deciseconds === unreached ? null : deciseconds / 10,
        snapMetres: metres === undefined ? null : Math.round(metres * 10) / 10,
        band: bands.find((minutes) => deciseconds <= minutes * 600) ?? null,
        ...(journeys !== undefined && { bus: bus === undefined ? null : journeyText(bus) }),
        ...(few !== undefined && {
          nearest: nearestFew(few, doors.length, n, k).map((one) => ({
            site: sites.ids[one.site] as string,
            seconds: one.deciseconds / 10,
          })),
        }),
      };
    });
    return {
      exitCode: 0,
      stdout: options.json
        ? JSON.stringify(rows)
        : [
            'id\tsite\tseconds\tsnapMetres\tband',
            ...rows.map(({ id, site, seconds, snapMetres, band }) => [id, site, seconds, snapMetres, band].join('\t')),
          ].join('\n'),
      stderr: [
        ...farLines(network, sites, siteSnaps, siteWords),
        ...farLines(network, demand, doors, demandWords),
      ].join('\n'),
    };
  });
}
