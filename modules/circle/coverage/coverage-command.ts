import { busHelp, busOptions, readBusOption, sooner } from '../bus/bus-option.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { csvText } from '../input/csv-text.ts';
import { readDemandPoints, readSites } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { writeWhole } from '../input/write-whole.ts';
import { readBands } from '../travel/bands.ts';
import { unreached } from '../travel/search.ts';
import { boxOf, demandWords, farLines, networkAt, siteWords, snapAll, textOf } from '../travel/travel-input.ts';
import { type Coverage, coverageByArea, coverageOf, leftOut, sensitivityOf } from './coverage.ts';

export const coverageHelp = `各时间档内有多少人、各人群各占多少，谁被漏下，结论有多稳。
How many people, and of each group, are within each band; who is left out; how far the answer holds.
--sites S.csv    id,lon,lat[,open]
--demand D.csv   id,lon,lat,weight[,county][,township][,人群 groups]；空格为未知，不当作 0 · an empty cell is unknown, not 0
--bands 15,30,60 分钟 · minutes
--out FILE       每个需求点一行，.csv 或 .geojson · a line for each demand point
${busHelp}`;

/** `fayuan circle coverage`. */
export function coverageCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          sites: { type: 'string' },
          demand: { type: 'string' },
          bands: { type: 'string' },
          ...busOptions,
          out: { type: 'string' },
          json: { type: 'boolean' },
        },
        ['GRAPH'],
      ),
    );
    const { out } = options;
    if (out !== undefined && !/\.(csv|geojson)$/.test(out))
      refuse('/out', 'format', `须以 .csv 或 .geojson 结尾：${out}`, `must end in .csv or .geojson: ${out}`);
    const bands = readBands(options.bands);
    const network = networkAt(files.GRAPH);
    const box = boxOf(network.graph);
    const sites = readSites(await textOf(options.sites, 'sites'), '/sites', box);
    const demand = readDemandPoints(await textOf(options.demand, 'demand'), '/demand', box);
    const journeys = (await readBusOption(options, network, [sites, demand]))?.(demand, sites, sites.open);
    const siteSnaps = snapAll(network, sites);
    const doors = snapAll(network, demand);
    const times = network.timesTo(siteSnaps.map((snap, n) => (sites.open[n] ? snap : undefined)));
    const reach = doors.map((door, n) => sooner(times.from(door), journeys?.[n]));
    const input = {
      weights: demand.weights,
      groups: demand.groups,
      deciseconds: reach.map(({ deciseconds }) => deciseconds),
      onFoot: reach.map(({ onFoot }) => onFoot),
    };
    const rows = demand.ids.map((id, n) => {
      const { site, deciseconds, bus } = reach[n] as (typeof reach)[number];
      return {
        id,
        lon: demand.lon[n] as number,
        lat: demand.lat[n] as number,
        ...Object.fromEntries(Object.entries(demand.areas).map(([kind, names]) => [kind, names[n] as string])),
        weight: demand.weights[n] ?? null,
        site: site === undefined ? null : (sites.ids[site] as string),
        seconds: deciseconds === unreached ? null : deciseconds / 10,
        band: bands.find((minutes) => deciseconds <= minutes * 600) ?? null,
        ...(journeys !== undefined && { by: bus === undefined ? 'road' : 'bus' }),
      };
    });
    if (out !== undefined) writeWhole(out, out.endsWith('.csv') ? csvText(rows) : geojson(rows));
    const coverage = coverageOf(input, bands);
    const said = {
      graph: network.graph.checksum,
      profile: network.graph.facts.profile.name,
      ...coverage,
      areas: Object.fromEntries(
        Object.entries(demand.areas).map(([kind, names]) => [
          kind,
          coverageByArea(input, names, bands).map(({ area, coverage: of }) => ({ area, ...of })),
        ]),
      ),
      leftOut: leftOut(input, bands.at(-1) as number).map((n) => {
        const { id, weight, site, seconds } = rows[n] as (typeof rows)[number];
        return { id, weight, site, seconds };
      }),
      sensitivity: sensitivityOf(input, bands),
    };
    return {
      exitCode: 0,
      stdout: options.json ? JSON.stringify(said) : asText(coverage, said.leftOut, said.sensitivity),
      stderr: [
        ...farLines(network, sites, siteSnaps, siteWords),
        ...farLines(network, demand, doors, demandWords),
      ].join('\n'),
    };
  });
}

function asText(
  { weight, places, uncounted, unreachable, bands, meanMinutes }: Coverage,
  beyond: readonly { readonly id: string; readonly seconds: number | null }[],
  sensitivity: ReturnType<typeof sensitivityOf>,
): string {
  const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);
  const minutes = (seconds: number | null): string =>
    seconds === null ? '不可达 no way' : `${(seconds / 60).toFixed(0)} min`;
  return [
    `${places} 处 places，${weight} 人 people；人口未知 uncounted ${uncounted}，不可达 unreachable ${unreachable}`,
    ...bands.map((band) => {
      const groups = Object.entries(band.groups).map(([name, { share }]) => `${name} ${percent(share)}`);
      return `${band.minutes} 分钟内 within：${percent(band.share)}${groups.length > 0 ? `（${groups.join('，')}）` : ''}`;
    }),
    `平均 mean ${meanMinutes === null ? '—' : `${meanMinutes.toFixed(1)} min`}`,
    ...sensitivity
      .filter(({ speed, minutes: m }) => speed !== 1 || m !== bands.at(-1)?.minutes)
      .map(({ speed, minutes: m, share }) => `若 if：车速 speed ×${speed}，${m} min：${percent(share)}`),
    ...beyond.slice(0, 20).map(({ id, seconds }) => `漏下 left out：${id} ${minutes(seconds)}`),
    ...(beyond.length > 20 ? [`…… 共 in all ${beyond.length}`] : []),
  ].join('\n');
}

function geojson(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const features = rows.map(({ lon, lat, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
