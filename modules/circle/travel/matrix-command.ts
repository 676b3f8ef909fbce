import { busHelp, busOptions, readBusOption } from '../bus/bus-option.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { csvCell } from '../input/csv-text.ts';
import { readPlainPoints } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { writeWhole } from '../input/write-whole.ts';
import { travelMatrix } from './matrix.ts';
import { unreached } from './search.ts';
import { boxOf, farLines, networkAt, snapAll, textOf } from './travel-input.ts';

export const matrixHelp = `A 中每点到 B 中每点的时间（秒），写成 CSV：首列为 A 的编号，空格为不可达。
Seconds from each point of A to each of B as CSV: ids of A in the first column, an empty cell where there is no way.
${busHelp}`;

/** `fayuan circle matrix`: the table that `circle site --matrix` and `circle circuits --matrix` read. */
export function matrixCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          from: { type: 'string' },
          to: { type: 'string' },
          out: { type: 'string' },
          ...busOptions,
          json: { type: 'boolean' },
        },
        ['GRAPH'],
      ),
    );
    if (options.out === undefined) refuse('/out', 'missing', '缺少 --out', '--out is missing');
    const network = networkAt(files.GRAPH);
    const box = boxOf(network.graph);
    const from = readPlainPoints(await textOf(options.from, 'from'), '/from', box);
    const to = readPlainPoints(await textOf(options.to, 'to'), '/to', box);
    const byBus = await readBusOption(options, network, [to, from]);
    const [doors, sites] = [snapAll(network, from), snapAll(network, to)];
    const began = performance.now();
    const times = travelMatrix(network, doors, sites);
    // One scan for each site: the bus to this one is asked for, not to whichever is soonest.
    const journeys =
      byBus &&
      to.ids.map((_, column) =>
        byBus(
          from,
          to,
          to.ids.map((__, n) => n === column),
        ),
      );
    journeys?.forEach((doorsOfSite, column) => {
      doorsOfSite.forEach((journey, row) => {
        const at = column * from.ids.length + row;
        if (journey !== undefined) times[at] = Math.min(times[at] as number, journey.seconds * 10);
      });
    });
    const seconds = Math.round(performance.now() - began) / 1000;
    const lines = from.ids.map((id, row) => {
      const cells = to.ids.map((_, column) => {
        const time = times[column * from.ids.length + row] as number;
        return time === unreached ? '' : String(time / 10);
      });
      return [csvCell(id), ...cells].join(',');
    });
    writeWhole(options.out, `${['id', ...to.ids.map(csvCell)].join(',')}\n${lines.join('\n')}\n`);
    const reached = times.reduce((sum, time) => sum + (time < unreached ? 1 : 0), 0);
    const said = { from: from.ids.length, to: to.ids.length, reached, unreached: times.length - reached, seconds };
    return {
      exitCode: 0,
      stdout: options.json
        ? JSON.stringify(said)
        : `${said.from} × ${said.to}，可达 reached ${reached}，不可达 no way ${said.unreached}，${seconds} s`,
      stderr: [
        ...farLines(network, from, doors, { zh: '起点', en: 'points of A' }),
        ...farLines(network, to, sites, { zh: '终点', en: 'points of B' }),
      ].join('\n'),
    };
  });
}
