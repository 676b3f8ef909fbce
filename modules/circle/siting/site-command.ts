import { BadInput } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { readCsv, readTravel } from '../input/csv-table.ts';
import { readPlainPoints } from '../input/points.ts';
import { type InputFault, type Read, wrong } from '../input/read.ts';
import { readText } from '../input/text-file.ts';
import { travelMatrix } from '../travel/matrix.ts';
import { unreached } from '../travel/search.ts';
import { boxOf, networkAt, snapAll } from '../travel/travel-input.ts';
import { problemFaults } from './check-problem.ts';
import type { SitingPlan, SitingProblem } from './problem.ts';
import { readOrlib, readPlanar } from './read-files.ts';
import { readCandidates, readDemand } from './read-places.ts';
import { readSiteArguments, type SiteArguments } from './site-arguments.ts';
import { CoverImpossible, NoPlanInTime, solveHere } from './solve-siting.ts';

/** What `fayuan circle site --help` tells beside the usage line. */
export const siteHelp = `选择站点：p-中位（总出行最少）、最大覆盖（半径内的人最多）、全覆盖（站点最少）。
Chooses sites: p-median (least total travel), maximal covering (most people within the radius), set covering (fewest sites).
--model         pmedian、mclp 或 lscp
-p N            站点总数，含固定站点；lscp 时为上限 · sites in all, fixed ones counted in; for lscp the most
--radius X      覆盖半径：时间表为秒，平面为点的单位 · seconds in a travel table, the points' unit in the plane; for mclp and lscp
--fixed IDS     保留的站点，逗号分隔 · sites that stay, separated by commas
--budget FEN    新站费用上限（分），候选点要有 price 列 · most that new sites may cost, fen; candidates need a price column
--county-limit COUNTY=N   一县新站上限，可重复 · most new sites in one county; repeatable
--worst-group-first       先顾服务最差的人群 · serve the worst-served group first
--alternatives K   前 K 个最好的方案 · the K best plans
--seconds S     时限，默认 5；超时给出方案和差距 · time limit, 5 by default; beyond it the plan comes with its gap
--seed N        随机种子 · seed of the search
输入 input: --orlib FILE | --points P.txt --weights W.dat
           | GRAPH --candidates C.csv --demand D.csv（路网，两表要有 lon,lat · both with lon,lat）
           | --matrix M.csv --candidates C.csv --demand D.csv（秒，首列为需求点 · seconds, demand ids in the first column）
候选点列 candidates: id[,county][,price 分 fen]；需求点列 demand: id,weight[,人群 groups]
--orlib 和 --points 的点按文件顺序从 1 编号 · nodes and points are numbered from 1 in the order of the file
退出码 exit: 0 完成 done · 2 输入有误或无法全部覆盖 bad input, or a cover that cannot be`;

/** `fayuan circle site`: one siting question, from files to a plan. Exit code 2 also for a cover that cannot be. */
export function siteCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(() => plan(argv));
}

async function plan(argv: readonly string[]): Promise<CommandOutput> {
  const args = readSiteArguments(argv);
  if (!args.ok) return refused(args.faults);
  const question = await questionOf(args.value);
  if (!question.ok) return refused([question.fault]);
  const faults = problemFaults(question.value);
  if (faults.length > 0) return refused(faults);
  let found: SitingPlan;
  try {
    found = await solveHere(question.value);
  } catch (error) {
    if (error instanceof CoverImpossible) return { exitCode: 2, stdout: '', stderr: `/radius: ${error.message}` };
    if (error instanceof NoPlanInTime) return { exitCode: 2, stdout: '', stderr: `/seconds: ${error.message}` };
    throw error;
  }
  const numbered = !('candidates' in args.value.input);
  return {
    exitCode: 0,
    stdout: args.value.json ? JSON.stringify(asJson(found, numbered, args.value)) : asText(found),
    stderr:
      found.unreachable.length === 0
        ? ''
        : `够不着的 ${found.unreachable.length} 处 · out of reach of every candidate: ${found.unreachable.join(', ')}`,
  };
}

async function questionOf(args: SiteArguments): Promise<Read<SitingProblem>> {
  const { input, model, sites, radius, budget, fixed, alternatives, seconds, seed, countyLimits, worstGroupFirst } =
    args;
  const asked = {
    model,
    ...(radius !== undefined && { radius }),
    ...(budget !== undefined && { budget }),
    ...(Object.keys(countyLimits).length > 0 && { countyLimits }),
    ...(worstGroupFirst && { worstGroupFirst }),
    fixed,
    alternatives,
    seconds,
    seed,
  };
  if (input.kind === 'orlib') {
    const text = await readText(input.file, '/orlib');
    const read = text.ok ? readOrlib(text.value) : text;
    if (!read.ok) return read;
    const { nodes, p, travel } = read.value;
    const count = sites ?? (budget === undefined && model !== 'lscp' ? p : undefined);
    return {
      ok: true,
      value: {
        ...asked,
        ...(count !== undefined && { sites: count }),
        ...samePlaces(new Array(nodes).fill(1)),
        travel,
      },
    };
  }
  if (input.kind === 'planar') {
    const [points, weights] = await Promise.all([
      readText(input.points, '/points'),
      readText(input.weights, '/weights'),
    ]);
    if (!points.ok) return points;
    if (!weights.ok) return weights;
    const read = readPlanar(points.value, weights.value);
    if (!read.ok) return read;
    const { travel } = read.value;
    return {
      ok: true,
      value: { ...asked, ...(sites !== undefined && { sites }), ...samePlaces(read.value.weights), travel },
    };
  }
  const [candidatesText, demandText] = await Promise.all([
    readText(input.candidates, '/candidates'),
    readText(input.demand, '/demand'),
  ]);
  if (!candidatesText.ok) return candidatesText;
  if (!demandText.ok) return demandText;
  const candidates = readCandidates(candidatesText.value);
  if (!candidates.ok) return candidates;
  const demand = readDemand(demandText.value);
  if (!demand.ok) return demand;
  const travel =
    input.kind === 'graph'
      ? onRoads(input.file, candidatesText.value, demandText.value)
      : await travelOf(input.file, candidates.value.ids, demand.value.ids);
  if (!travel.ok) return travel;
  return {
    ok: true,
    value: {
      ...asked,
      ...(sites !== undefined && { sites }),
      candidates: candidates.value,
      demand: demand.value,
      travel: travel.value,
    },
  };
}

/** Seconds from each demand place to each candidate. */
async function travelOf(
  file: string,
  candidates: readonly string[],
  demand: readonly string[],
): Promise<Read<Float64Array>> {
  const text = await readText(file, '/matrix');
  const table = text.ok ? readCsv(text.value, '/matrix') : text;
  const seconds = table.ok ? readTravel(table.value, '/matrix') : table;
  if (!seconds.ok) return seconds;
  const travel = new Float64Array(candidates.length * demand.length);
  for (const [j, to] of candidates.entries())
    for (const [d, from] of demand.entries()) {
      const s = seconds.value(from, to);
      if (s === undefined) {
        return wrong('/matrix', 'missing', `没有 ${from} 到 ${to} 的时间`, `no travel from ${from} to ${to}`);
      }
      travel[j * demand.length + d] = s;
    }
  return { ok: true, value: travel };
}

/** The same over a road graph; the two files say where their places are. @throws BadInput */
function onRoads(file: string, candidates: string, demand: string): Read<Float64Array> {
  const network = networkAt(file);
  const box = boxOf(network.graph);
  const doors = snapAll(network, readPlainPoints(demand, '/demand', box));
  const sites = snapAll(network, readPlainPoints(candidates, '/candidates', box));
  const seconds = Float64Array.from(travelMatrix(network, doors, sites), (time) =>
    time === unreached ? Number.POSITIVE_INFINITY : time / 10,
  );
  return { ok: true, value: seconds };
}

/** Every place is both a candidate and in demand, numbered from 1. */
function samePlaces(weights: readonly number[]): Pick<SitingProblem, 'candidates' | 'demand'> {
  const ids = weights.map((_, k) => String(k + 1));
  return { candidates: { ids }, demand: { ids, weights } };
}

/** The contract's shape; more only where more was asked for. */
function asJson(plan: SitingPlan, numbered: boolean, asked: SiteArguments): object {
  const named = (sites: readonly string[]): readonly (string | number)[] => (numbered ? sites.map(Number) : sites);
  const { model, p, objective, bound, gap, status, sites, seconds, alternatives, worstGroup } = plan;
  return {
    model,
    p,
    objective,
    bound,
    gap,
    status,
    sites: named(sites),
    seconds,
    ...(asked.alternatives > 1 && {
      alternatives: alternatives.map((one) => ({ objective: one.objective, sites: named(one.sites) })),
    }),
    ...(worstGroup && { worstGroup }),
  };
}

function asText({ model, p, objective, bound, gap, status, sites, seconds, alternatives }: SitingPlan): string {
  const proven = status === 'optimal' ? '已证明最优 proven optimal' : `未证明最优 not proven; 界 bound ${bound}`;
  return [
    `${model}，${p} 个站点 sites：${sites.join(', ')}`,
    `目标值 objective ${objective}；${proven}；差距 gap ${(gap * 100).toFixed(3)} %；${seconds} s`,
    ...alternatives.map((one, k) => `第 ${k + 2} 好 next best：${one.objective}：${one.sites.join(', ')}`),
  ].join('\n');
}

function refused(faults: readonly InputFault[]): never {
  throw new BadInput(faults);
}
