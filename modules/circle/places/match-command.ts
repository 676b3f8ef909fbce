import { isLocalDate } from '../../../kernel/time/index.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';

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
  return answer(async () => {
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
    // Loaded when there is something to match: the register lies in another room, and the commands beside this one do not wait for it.
    const { writeMatches } = await import('./write-matches.ts');
    const said = writeMatches({ extract: files.FILE, out, within: options.within, reachKm, on });
    return options.json
      ? JSON.stringify(said)
      : `${said.units} 个单位 units：确定 sure ${said.sure}，存疑 doubtful ${said.doubtful}，没找到 none ${said.none} → ${out}`;
  });
}
