import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { readSites } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { writeWhole } from '../input/write-whole.ts';
import { readBands } from '../travel/bands.ts';
import { boxOf, farLines, networkAt, siteWords, snapAll, textOf } from '../travel/travel-input.ts';
import { isochrones } from './isochrones.ts';

export const isochroneHelp = `等时圈：多少分钟内能到站点的范围，写成 GeoJSON（WGS 84）。
The ground from which a site is within so many minutes, as GeoJSON polygons; each band holds those before it.
--minutes 15,30,60   分钟 · minutes
--each               每站各画 · bands of each site, in place of those of the whole network
--cell 250           网格，米 · grid, metres`;

/** `fayuan circle isochrone`. */
export function isochroneCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          sites: { type: 'string' },
          minutes: { type: 'string' },
          out: { type: 'string' },
          each: { type: 'boolean' },
          cell: { type: 'string' },
          json: { type: 'boolean' },
        },
        ['GRAPH'],
      ),
    );
    const { out } = options;
    if (out === undefined) return refuse('/out', 'missing', '缺少 --out', '--out is missing');
    const minutes = readBands(options.minutes, 'minutes');
    const cell = Number(options.cell ?? 250);
    if (!(cell >= 20 && cell <= 5000))
      refuse('/cell', 'range', `网格须为 20 到 5000 米：${options.cell}`, `must be 20 to 5000 metres: ${options.cell}`);
    const network = networkAt(files.GRAPH);
    const sites = readSites(await textOf(options.sites, 'sites'), '/sites', boxOf(network.graph));
    const doors = snapAll(network, sites);
    const snaps = doors.map((snap, n) => (sites.open[n] ? snap : undefined));
    const { checksum, facts } = network.graph;
    const drawn = (
      options.each ? snaps.map((snap, n) => ({ of: [snap], site: sites.ids[n] })) : [{ of: snaps, site: undefined }]
    ).flatMap(({ of, site }) =>
      isochrones(network, network.timesTo(of, (minutes.at(-1) as number) * 600), minutes, cell).map((band) => ({
        ...band,
        site,
      })),
    );
    const features = drawn.map(({ minutes: within, polygons, squareKm, site }) => ({
      type: 'Feature',
      properties: {
        minutes: within,
        ...(site !== undefined && { site }),
        squareKm: Math.round(squareKm * 100) / 100,
        profile: facts.profile.name,
        graph: checksum,
        schematic: facts.schematic,
      },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }));
    writeWhole(out, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
    const said = drawn.map(({ minutes: within, polygons, squareKm, site }) => ({
      minutes: within,
      ...(site !== undefined && { site }),
      polygons: polygons.length,
      points: polygons.flat(2).length,
      squareKm: Math.round(squareKm * 100) / 100,
    }));
    return {
      exitCode: 0,
      stdout: options.json
        ? JSON.stringify(said)
        : said
            .map(
              (one) =>
                `${'site' in one ? `${one.site} ` : ''}${one.minutes} min：${one.squareKm} km²，${one.points} 点 points`,
            )
            .join('\n'),
      stderr: farLines(network, sites, doors, siteWords).join('\n'),
    };
  });
}
