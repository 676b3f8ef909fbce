import { seedCalendar } from '../../../kernel/calendar/index.ts';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { countColumn, idColumn, readCsv, readTravel, textColumn } from '../input/csv-table.ts';
import { csvCell } from '../input/csv-text.ts';
import { readPlainPoints } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readText } from '../input/text-file.ts';
import { readWords } from '../input/words.ts';
import { boxOf, networkAt, snapAll } from '../travel/travel-input.ts';
import type { CircuitProblem } from './circuit-problem.ts';
import { planCircuits } from './plan-circuits.ts';
import { noWay, travelByRoad } from './road-travel.ts';
import { type TeamDay, timetable } from './timetable.ts';

/** What `fayuan circle circuits --help` tells beside the usage line. */
export const circuitsHelp = `巡回服务：流动团队哪天去哪些村，每村至少一次，每天不超过规定的时间，路程尽量少；按工作日排出日程。
Mobile circuits: which villages a team visits on which working days, each once, within the hours of a day, with little travel.
GRAPH             路网文件；村名单要有 lon,lat，含出发地一行 · a road graph; the villages need lon,lat, the base among them
--matrix M.csv    或者出行时间表（秒）：首列为出发点，表头为到达点；空格为不通 · seconds, from the first column to the header; empty: no way
--villages V.csv  id[,name][,minutes]：停留分钟 minutes of work at each; --minutes where the column is absent
--base ID         出发和返回的地点 · where each day starts and ends
--hours H         每天路程和办事共几小时，默认 8 · travel and work of a day, 8 by default
--minutes M       每村停留分钟，默认 60 · minutes of work at each village, 60 by default
--from DATE --to DATE   日程的起止（均含），不满一季 · first and last day, both included
--teams N         几支队伍，默认 1 · 1 by default       --start HH:MM  出发时刻，默认 08:30 · 08:30 by default
--json | --csv    输出格式；都不写则为可打印的表 · otherwise a table to print
退出码 exit: 0 完成 done · 2 输入有误或有村当天往返不了 bad input, or a village too far for one day`;

const options = {
  matrix: { type: 'string' },
  villages: { type: 'string' },
  base: { type: 'string' },
  hours: { type: 'string' },
  minutes: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  teams: { type: 'string' },
  start: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

const no = (pointer: string, zh: string, en: string): never => refuse(pointer, 'circuits', zh, en);

/** `fayuan circle circuits`: from a travel table and a list of villages to a timetable. */
export function circuitsCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(() => run(argv));
}

async function run(argv: readonly string[]): Promise<string> {
  const { options: values, files } = accept(readWords(argv, options, [], 'GRAPH'));
  const need = (name: 'matrix' | 'villages' | 'base' | 'from' | 'to'): string =>
    values[name] ?? no(`/${name}`, `需要 --${name}`, `--${name} is needed`);
  const count = (name: 'hours' | 'minutes' | 'teams', usual: number): number => {
    const n = values[name] === undefined ? usual : Number(values[name]);
    return n > 0 && Number.isFinite(n) ? n : no(`/${name}`, '须为大于 0 的数', 'must be a number above 0');
  };
  const day = (name: 'from' | 'to') => {
    const text = need(name);
    return isLocalDate(text) ? text : no(`/${name}`, `没有这个日期：${text}`, `no such date: ${text}`);
  };
  const travel = files.GRAPH === undefined ? { matrix: need('matrix') } : { graph: files.GRAPH };
  if ('graph' in travel && values.matrix !== undefined)
    no('/matrix', '路网和时间表只能给一个', 'give GRAPH or --matrix');
  const [villages, base] = [need('villages'), need('base')];
  const [from, to] = [day('from'), day('to')];
  if (from > to) no('/to', '止于起之前', 'the last day is before the first');
  const teams = count('teams', 1);
  if (!Number.isInteger(teams)) no('/teams', '须为整数', 'must be a whole number');
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(values.start ?? '08:30') ?? [];
  if (hour === '') no('/start', `没有这个时刻：${values.start}`, `no such time of day: ${values.start}`);

  const { ids, names, problem } = await readProblem(travel, villages, base, count('minutes', 60), count('hours', 8));
  const name = (place: number): string => names[place - 1] as string;
  const plan = planCircuits(problem);
  if (!plan.ok) {
    const far = plan.tooFar.map((place) => ids[place - 1]).join(', ');
    return no('/hours', `当天往返不了：${far}`, `too far to visit and return within the hours: ${far}`);
  }
  const asked = { calendar: seedCalendar(), from, to, teams, starts: Number(hour) * 60 + Number(minute) };
  const days = timetable(problem, plan.circuits, asked);
  if (days === undefined) {
    const needed = plan.circuits.length;
    return no('/to', `工作日不够：需要 ${needed} 个队日`, `not enough working days: ${needed} team days are needed`);
  }
  if (values.json) {
    return JSON.stringify({
      days: days.map((one) => ({ ...one, stops: one.stops.map((s) => ({ ...s, place: ids[s.place - 1] })) })),
      travelSeconds: plan.travel / 10,
      boundSeconds: plan.bound.travel / 10,
      savingsSeconds: plan.savingsTravel / 10,
      fewestDays: plan.bound.days,
      calendarKnown: days.every(({ date }) => seedCalendar().isKnown(date)),
    });
  }
  return values.csv ? asCsv(days, ids, names) : asTable(days, name, plan.travel, plan.bound.travel);
}

async function readProblem(
  travelIn: { readonly matrix: string } | { readonly graph: string },
  file: string,
  base: string,
  minutes: number,
  hours: number,
) {
  const text = accept(await readText(file, '/villages'));
  const whole = accept(readCsv(text, '/villages'));
  const listed = accept(idColumn(whole, '/villages'));
  const onGraph = 'graph' in travelIn;
  if (!onGraph && listed.includes(base))
    no('/base', `出发地在村名单中：${base}`, `the base is among the villages: ${base}`);
  if (onGraph && !listed.includes(base))
    no('/base', `村名单中没有出发地：${base}`, `the base is not in the list: ${base}`);
  const table = { ...whole, rows: whole.rows.filter((_, n) => listed[n] !== base) };
  const ids = listed.filter((id) => id !== base);
  const names = table.columns.includes('name') ? accept(textColumn(table, 'name', '/villages')) : ids;
  const stay = table.columns.includes('minutes')
    ? accept(countColumn(table, 'minutes', '/villages'))
    : ids.map(() => minutes);
  const problem: CircuitProblem = {
    places: ids.length,
    travel: onGraph ? onRoads(travelIn.graph, text, [base, ...ids]) : await fromTable(travelIn.matrix, [base, ...ids]),
    work: Int32Array.from([0, ...stay.map((m) => Math.round(m * 600))]),
    day: Math.round(hours * 36_000),
  };
  return { ids, names, problem };
}

async function fromTable(matrix: string, stops: readonly string[]): Promise<Int32Array> {
  const seconds = accept(readTravel(accept(readCsv(accept(await readText(matrix, '/matrix')), '/matrix')), '/matrix'));
  const travel = new Int32Array(stops.length ** 2);
  stops.forEach((from, a) => {
    stops.forEach((to, b) => {
      if (a === b) return;
      const s = seconds(from, to) ?? no('/matrix', `没有 ${from} 到 ${to}`, `no travel from ${from} to ${to}`);
      travel[a * stops.length + b] = Math.min(Math.round(s * 10), noWay);
    });
  });
  return travel;
}

function onRoads(graph: string, villages: string, stops: readonly string[]): Int32Array {
  const network = networkAt(graph);
  const points = readPlainPoints(villages, '/villages', boxOf(network.graph));
  const snaps = snapAll(network, points);
  const at = new Map(points.ids.map((id, n) => [id, snaps[n]]));
  return travelByRoad(
    network,
    stops.map((id) => at.get(id)),
  );
}

function asCsv(days: readonly TeamDay[], ids: readonly string[], names: readonly string[]): string {
  const lines = days.flatMap(({ date, team, stops }) =>
    stops.map(({ place, arrives, leaves }) =>
      [date, team, ids[place - 1] as string, names[place - 1] as string, arrives, leaves].map(csvCell).join(','),
    ),
  );
  return ['date,team,id,name,arrives,leaves', ...lines].join('\n');
}

function asTable(days: readonly TeamDay[], name: (place: number) => string, travel: number, bound: number): string {
  const lines = days.map(({ date, team, starts, stops, returns }) => {
    const visits = stops.map(({ place, arrives, leaves }) => `${arrives}–${leaves} ${name(place)}`).join('；');
    return `${date}  ${team} 队 team  ${starts} 出发 → ${visits} → ${returns} 返回`;
  });
  const hours = (deciseconds: number): string => (deciseconds / 36_000).toFixed(1);
  return [
    ...lines,
    `共 ${days.length} 天，路程 ${hours(travel)} 小时；任何安排不少于 ${hours(bound)} 小时 · ${days.length} days, ${hours(travel)} h of travel; no plan has less than ${hours(bound)} h`,
  ].join('\n');
}
