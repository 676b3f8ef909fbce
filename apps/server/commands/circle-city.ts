import { isLocalDate } from '../../../kernel/time/index.ts';
import { accept, answer, type CommandOutput, readText, readWords, refuse } from '../../../modules/circle/commands.ts';
import type { CommandIo } from './command.ts';

export const peopleHelp = `各村多少人：写入数据库，同一天的数再导入就替换。
How many people live in each village; a count of the same day is replaced.
FILE             id,people[,人群 groups]：id 为区划代码；空格为未知，不写入 · id is the region's code; an empty cell is not known and left out
--as-of DATE     统计日 · the day of the count        --source TEXT   来源 · where the figures are from
--verified       已经核实；不写则处处标“待核实” · confirmed; otherwise marked wherever they show`;

export const placesHelp = `各村的位置：写入数据库，替换示意位置。
Where villages stand; replaces schematic positions.
FILE             id,lon,lat[,take]：id 为区划代码；有 take 列（match-places 的表）时只取写 1 的行 · id is the region's code; with a column take only the rows that say 1
--crs wgs84|cgcs2000|gcj02   坐标系，不猜；GCJ-02 转换为 WGS 84 · never guessed; GCJ-02 is converted
--bbox W,S,E,N   范围，默认保山一带 · the box they must lie in`;

/** West, south, east, north of Baoshan with a margin. */
const cityBox = '97.9,23.9,100.2,26.0';

/** `fayuan circle people`. */
export function peopleCommand(argv: readonly string[], io: CommandIo): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          'as-of': { type: 'string' },
          source: { type: 'string' },
          verified: { type: 'boolean' },
          json: { type: 'boolean' },
        },
        ['FILE'],
      ),
    );
    const { 'as-of': asOf = '', source = '', verified = false } = options;
    if (!isLocalDate(asOf)) return refuse('/as-of', 'date', `须为日期：${asOf}`, `must be a date: ${asOf}`);
    if (source.trim() === '') return refuse('/source', 'missing', '缺少 --source', '--source is missing');
    const { keepPeople } = await house();
    const text = accept(await readText(files.FILE, '/FILE'));
    const { places, people } = await keepPeople(io.env, text, { asOf, source, verified });
    return options.json ? JSON.stringify({ places, people }) : `${places} 处 places，${people} 人 people`;
  });
}

/** `fayuan circle places`. */
export function placesCommand(argv: readonly string[], io: CommandIo): Promise<CommandOutput> {
  return answer(async () => {
    const { options, files } = accept(
      readWords(argv, { crs: { type: 'string' }, bbox: { type: 'string' }, json: { type: 'boolean' } }, ['FILE']),
    );
    const crs = (['wgs84', 'cgcs2000', 'gcj02'] as const).find((known) => known === options.crs);
    if (crs === undefined)
      return refuse('/crs', 'crs', '须说明坐标系：wgs84、cgcs2000 或 gcj02', 'say which: wgs84, cgcs2000 or gcj02');
    const sides = (options.bbox ?? cityBox).split(',').map(Number);
    const [west, south, east, north] = sides as [number, number, number, number];
    if (sides.length !== 4 || sides.some(Number.isNaN) || west >= east || south >= north)
      return refuse(
        '/bbox',
        'box',
        `须为 西,南,东,北：${options.bbox}`,
        `must be west,south,east,north: ${options.bbox}`,
      );
    const { keepPlaces } = await house();
    const text = accept(await readText(files.FILE, '/FILE'));
    const places = await keepPlaces(io.env, text, crs, { west, south, east, north });
    return options.json ? JSON.stringify({ places }) : `${places} 处 places`;
  });
}

/** Loaded when there is something to keep: the commands beside these open no database and must not wait for the house to load. */
function house(): Promise<typeof import('./circle-city-keep.ts')> {
  return import('./circle-city-keep.ts');
}
