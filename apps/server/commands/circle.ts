import {
  buildCommand,
  buildHelp,
  circuitsCommand,
  circuitsHelp,
  coverageCommand,
  coverageHelp,
  exportCommand,
  exportHelp,
  isochroneCommand,
  isochroneHelp,
  matchPlacesCommand,
  matchPlacesHelp,
  matrixCommand,
  matrixHelp,
  nearestCommand,
  nearestHelp,
  siteCommand,
  siteHelp,
} from '../../../modules/circle/commands.ts';
import { peopleCommand, peopleHelp, placesCommand, placesHelp } from './circle-city.ts';
import type { Command, CommandIo } from './command.ts';

/** What each word after `circle` does. */
const verbs: Readonly<
  Record<
    string,
    {
      readonly usage: string;
      readonly help: string;
      readonly run: (argv: readonly string[], io: CommandIo) => ReturnType<typeof siteCommand>;
    }
  >
> = {
  build: {
    usage:
      'fayuan circle build FILE.osm.pbf|ROADS.geojson|EDGES.csv --out GRAPH [--profile drive|motorcycle|walk|FILE.json] [--dem FOLDER] [--crs wgs84|cgcs2000|gcj02] [--bbox W,S,E,N] [--schematic] [--json]',
    help: buildHelp,
    run: buildCommand,
  },
  places: {
    usage: 'fayuan circle places FILE.csv --crs wgs84|cgcs2000|gcj02 [--bbox W,S,E,N] [--json]',
    help: placesHelp,
    run: placesCommand,
  },
  'match-places': {
    usage: 'fayuan circle match-places FILE.osm.pbf --out TABLE.csv [--within CODE] [--reach KM] [--on DATE] [--json]',
    help: matchPlacesHelp,
    run: matchPlacesCommand,
  },
  people: {
    usage: 'fayuan circle people FILE.csv --as-of DATE --source TEXT [--verified] [--json]',
    help: peopleHelp,
    run: peopleCommand,
  },
  nearest: {
    usage:
      'fayuan circle nearest GRAPH --sites S.csv --demand D.csv [--bands 15,30,60] [--k K] [--timetable T.csv --at DAYTHH:MM [--walk GRAPH]] [--json]',
    help: nearestHelp,
    run: nearestCommand,
  },
  matrix: {
    usage:
      'fayuan circle matrix GRAPH --from A.csv --to B.csv --out M.csv [--timetable T.csv --at DAYTHH:MM [--walk GRAPH]] [--json]',
    help: matrixHelp,
    run: matrixCommand,
  },
  coverage: {
    usage:
      'fayuan circle coverage GRAPH --sites S.csv --demand D.csv [--bands 15,30,60] [--out FILE.csv|FILE.geojson] [--timetable T.csv --at DAYTHH:MM [--walk GRAPH]] [--json]',
    help: coverageHelp,
    run: coverageCommand,
  },
  isochrone: {
    usage: 'fayuan circle isochrone GRAPH --sites S.csv --out I.geojson [--minutes 15,30,60] [--each] [--json]',
    help: isochroneHelp,
    run: isochroneCommand,
  },
  export: {
    usage: 'fayuan circle export GRAPH --edges E.csv --nodes N.csv [--json]',
    help: exportHelp,
    run: exportCommand,
  },
  site: {
    usage:
      'fayuan circle site --model pmedian|mclp|lscp [-p N] [--radius X] [--fixed IDS] (--orlib FILE | --points P --weights W | (GRAPH | --matrix M.csv) --candidates C.csv --demand D.csv) [--json]',
    help: siteHelp,
    run: siteCommand,
  },
  circuits: {
    usage:
      'fayuan circle circuits (GRAPH | --matrix M.csv) --villages V.csv --base ID --from DATE --to DATE [--hours H] [--teams N] [--json | --csv]',
    help: circuitsHelp,
    run: circuitsCommand,
  },
};

export const circle: Command = {
  summary: {
    zh: '一小时服务圈：路网、出行时间、覆盖、选址和巡回',
    en: 'the one-hour circle: roads, travel time, coverage, siting and mobile circuits',
  },
  usage: Object.values(verbs)
    .map(({ usage }) => usage)
    .join('\n'),
  help: [
    ...Object.values(verbs).map(({ help }) => help),
    '读入的表可以是 CSV 或 .xlsx（村.xlsx#人口 指定工作表）· a table read may be CSV or .xlsx (village.xlsx#people names a sheet)',
  ].join('\n\n'),
  async run([name = '', ...args], io) {
    const verb = verbs[name];
    if (verb === undefined) {
      io.err(`/circle: 没有这个子命令：${name} · no such command; one of ${Object.keys(verbs).join(', ')}`);
      return 2;
    }
    const { exitCode, stdout, stderr } = await verb.run(args, io);
    if (stdout !== '') io.out(stdout);
    if (stderr !== '') io.err(stderr);
    return exitCode;
  },
};
