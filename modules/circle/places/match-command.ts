import { isLocalDate } from '../../../kernel/time/index.ts';
import {
  childrenOf,
  isWithin,
  loadRegister,
  type Region,
  type Register,
  regionOf,
  shortNameOf,
} from '../../network/index.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { csvText } from '../input/csv-text.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { writeWhole } from '../input/write-whole.ts';
import { matchPlaces, type PlaceMatch } from './match-places.ts';
import { readPlaceNodes } from './place-nodes.ts';

export const matchPlacesHelp = `在 .osm.pbf 里按名称找名册里的县、乡镇、村，写成一张表，由人核对后用 circle places 导入。
Finds the register's counties, townships and villages in an extract by name; a person checks the table, and circle places imports it.
--out TABLE.csv  每个候选一行：分数、理由、take；确定的 take 为 1，存疑的空着，核对后写 1 · a line for each candidate; sure ones have take 1,
                 doubtful ones are left empty: write 1 beside the right one
--within CODE    只配这个县或乡镇 · only units of this county or township
--reach KM       村离乡镇所在地最远多少公里，默认 25 · how far a village may be from its township's place
--on DATE        哪一天的名册，默认今天 · the register of which day
地图数据 © OpenStreetMap contributors，ODbL · map data under the ODbL`;

/** `fayuan circle match-places`. */
export function matchPlacesCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(() => {
    const { options, files } = accept(
      readWords(
        argv,
        {
          out: { type: 'string' },
          within: { type: 'string' },
          reach: { type: 'string' },
          on: { type: 'string' },
          json: { type: 'boolean' },
        },
        ['FILE'],
      ),
    );
    const { out } = options;
    if (out === undefined) return refuse('/out', 'missing', '缺少 --out', '--out is missing');
    const reachKm = Number(options.reach ?? 25);
    if (!(reachKm > 0 && reachKm <= 200))
      refuse(
        '/reach',
        'range',
        `须为 1 到 200 的公里数：${options.reach}`,
        `must be kilometres from 1 to 200: ${options.reach}`,
      );
    const on = options.on ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    if (!isLocalDate(on)) refuse('/on', 'date', `须为日期：${on}`, `must be a date: ${on}`);
    const register = loadRegister();
    const within = options.within === undefined ? undefined : regionOf(register, options.within)?.code;
    if (options.within !== undefined && within === undefined)
      refuse(
        '/within',
        'unknown',
        `名册里没有这个代码：${options.within}`,
        `no such code in the register: ${options.within}`,
      );
    const matches = matchPlaces({ regions: unitsOn(register, on), nodes: readPlaceNodes(files.FILE), reachKm }).filter(
      ({ region }) => within === undefined || isWithin(register, region.code, within),
    );
    const rows = matches.flatMap((match) => rowsOf(register, match));
    // With a byte order mark spreadsheets read it as what it is.
    writeWhole(out, `\uFEFF${csvText(rows)}`);
    const count = (status: PlaceMatch['status']): number => matches.filter((match) => match.status === status).length;
    const said = { units: matches.length, sure: count('sure'), doubtful: count('doubtful'), none: count('none'), out };
    return options.json
      ? JSON.stringify(said)
      : `${said.units} 个单位 units：确定 sure ${said.sure}，存疑 doubtful ${said.doubtful}，没找到 none ${said.none} → ${out}`;
  });
}

/** Counties, townships and villages that stand on the day, those above before those below. */
function unitsOn(register: Register, on: string): readonly Region[] {
  const counties = register.regions.filter(
    ({ level, code }) => level === 'county' && regionOf(register, code, on) !== undefined,
  );
  const townships = counties.flatMap(({ code }) => childrenOf(register, code, on));
  return [...counties, ...townships, ...townships.flatMap(({ code }) => childrenOf(register, code, on))];
}

function rowsOf(register: Register, { region, status, candidates }: PlaceMatch) {
  const unit = {
    id: region.code,
    name: shortNameOf(region),
    above: region.parent === null ? '' : (regionOf(register, region.parent)?.name ?? ''),
    status,
  };
  if (candidates.length === 0)
    return [
      {
        ...unit,
        score: '',
        take: '',
        lon: '',
        lat: '',
        km: '',
        osm_name: '',
        osm_place: '',
        osm_node: '',
        reason: '没有这个名称 · no such name',
      },
    ];
  return candidates.map(({ node, score, km, reasons }, n) => ({
    ...unit,
    score: String(score),
    take: status === 'sure' && n === 0 ? '1' : '',
    lon: String(node.lon),
    lat: String(node.lat),
    km: km === undefined ? '' : km.toFixed(1),
    osm_name: node.names[0],
    osm_place: node.place,
    osm_node: String(node.id),
    reason: reasons.map(({ zh, en }) => `${zh} · ${en}`).join('；'),
  }));
}
