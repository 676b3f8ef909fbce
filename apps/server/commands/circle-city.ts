import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { runUseCase, systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import {
  accept,
  answer,
  type CommandOutput,
  readPeopleFile,
  readPlacesFile,
  readText,
  readWords,
  refuse,
} from '../../../modules/circle/commands.ts';
import { importPeople } from '../../../modules/circle/index.ts';
import { importRegister, loadRegister, placeRegions } from '../../../modules/network/index.ts';
import { openHouse } from '../house.ts';
import type { CommandIo } from './command.ts';

export const peopleHelp = `各村多少人：写入数据库，同一天的数再导入就替换。
How many people live in each village; a count of the same day is replaced.
FILE             id,people[,人群 groups]：id 为区划代码；空格为未知，不写入 · id is the region's code; an empty cell is not known and left out
--as-of DATE     统计日 · the day of the count        --source TEXT   来源 · where the figures are from
--verified       已经核实；不写则处处标“待核实” · confirmed; otherwise marked wherever they show`;

export const placesHelp = `各村的位置：写入数据库，替换示意位置。
Where villages stand; replaces schematic positions.
FILE             id,lon,lat：id 为区划代码 · id is the region's code
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
    const register = loadRegister();
    const rows = readPeopleFile(accept(readText(files.FILE, '/FILE')), register, { asOf, source, verified });
    await write(io, async (tx) => {
      await importRegister(tx, systemActor, register);
      await importPeople(tx, systemActor, register, rows);
    });
    const people = rows.reduce((sum, one) => sum + one.people, 0);
    return options.json
      ? JSON.stringify({ places: rows.length, people })
      : `${rows.length} 处 places，${people} 人 people`;
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
    const register = loadRegister();
    const text = accept(readText(files.FILE, '/FILE'));
    const places = readPlacesFile(text, register, crs, { west, south, east, north });
    await write(io, async (tx) => {
      await importRegister(tx, systemActor, register);
      await placeRegions(tx, systemActor, register, places);
    });
    return options.json ? JSON.stringify({ places: places.length }) : `${places.length} 处 places`;
  });
}

async function write(io: CommandIo, work: (tx: Tx) => Promise<void>): Promise<void> {
  const house = await openHouse(readConfig(io.env), { migrate: false });
  try {
    await runUseCase(house.runner, systemActor, work, { scope: wholeCountry });
  } finally {
    await house.close();
  }
}
