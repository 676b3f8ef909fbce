import type { InputFault } from '../input/read.ts';
import type { SitingProblem } from './problem.ts';

/** The largest table of travel that is taken on: 40 million pairs are 320 MB, and the search keeps three such tables. */
const mostPairs = 40_000_000;

/** Everything wrong with a question, each with the field it is in. An empty list means it can be solved or shown infeasible. */
export function problemFaults(problem: SitingProblem): readonly InputFault[] {
  const { model, candidates, demand, travel, fixed = [], sites, radius, budget, countyLimits, groups } = parts(problem);
  const faults: InputFault[] = [];
  const say = (pointer: string, code: string, zh: string, en: string): void =>
    void faults.push({ pointer, code, text: { zh, en } });

  const places = candidates.ids.length;
  if (places === 0) say('/candidates', 'empty', '没有候选点', 'there are no candidates');
  if (demand.ids.length === 0) say('/demand', 'empty', '没有需求点', 'there are no demand places');
  for (const id of twice(candidates.ids))
    say('/candidates/ids', 'twice', `候选点编号重复：${id}`, `candidate id given twice: ${id}`);
  for (const id of twice(demand.ids))
    say('/demand/ids', 'twice', `需求点编号重复：${id}`, `demand id given twice: ${id}`);
  if (places * demand.ids.length > mostPairs)
    say('/travel', 'tooLarge', `点对超过 ${mostPairs}`, `more than ${mostPairs} pairs of places`);
  if (travel.length !== places * demand.ids.length)
    say('/travel', 'length', '出行表与点数不符', 'the travel table does not match the places');
  else if (travel.some((t) => !(t >= 0)))
    say('/travel', 'negative', '出行时间不能为负', 'travel must be 0 or more everywhere');
  checkCounts(say, '/demand/weights', demand.weights, demand.ids);
  for (const [name, counts] of Object.entries(groups)) checkCounts(say, `/demand/groups/${name}`, counts, demand.ids);
  if (candidates.prices) checkCounts(say, '/candidates/prices', candidates.prices, candidates.ids);
  if (candidates.counties && candidates.counties.length !== places)
    say('/candidates/counties', 'length', '县的个数与候选点不符', 'one county for each candidate is needed');

  const known = new Set(candidates.ids);
  for (const id of fixed)
    if (!known.has(id)) say('/fixed', 'unknown', `固定站点不在候选点中：${id}`, `fixed id is not a candidate: ${id}`);
  for (const id of twice(fixed)) say('/fixed', 'twice', `固定站点重复：${id}`, `fixed id given twice: ${id}`);

  if (sites === undefined) {
    if (model !== 'lscp' && budget === undefined)
      say('/p', 'missing', '需要 p（站点总数）或预算', 'p (sites in all) or a budget is needed');
  } else if (!Number.isInteger(sites) || sites < 1) {
    say('/p', 'notWhole', `p 须为不小于 1 的整数：${sites}`, `p must be a whole number of at least 1: ${sites}`);
  } else if (sites > places) {
    say(
      '/p',
      'tooMany',
      `p（${sites}）多于候选点（${places}）`,
      `p (${sites}) is larger than the candidates (${places})`,
    );
  } else if (sites < fixed.length) {
    say(
      '/p',
      'tooFew',
      `p（${sites}）少于固定站点（${fixed.length}）；p 含固定站点`,
      `p (${sites}) is smaller than the fixed sites (${fixed.length}), which it counts in`,
    );
  }
  if (model === 'pmedian') {
    if (radius !== undefined)
      say('/radius', 'notUsed', 'p-中位模型不用半径', 'the p-median has no radius: choose mclp or lscp');
  } else if (radius === undefined) say('/radius', 'missing', '需要半径', 'a radius is needed');
  else if (!(radius >= 0) || !Number.isFinite(radius))
    say('/radius', 'negative', '半径须为不小于 0 的数', 'the radius must be a number of 0 or more');
  if (budget !== undefined) {
    if (!Number.isInteger(budget) || budget < 0)
      say('/budget', 'notWhole', '预算须为不小于 0 的整数（分）', 'the budget must be whole fen, 0 or more');
    if (candidates.prices === undefined)
      say('/candidates/prices', 'missing', '有预算就要有每个候选点的费用', 'a budget needs a price for each candidate');
  }
  const counties = new Set(candidates.counties);
  for (const [county, most] of Object.entries(countyLimits)) {
    const pointer = `/countyLimits/${county}`;
    if (!counties.has(county)) say(pointer, 'unknown', `没有候选点在 ${county}`, `no candidate is in county ${county}`);
    if (!Number.isInteger(most) || most < 0)
      say(pointer, 'notWhole', '县内上限须为不小于 0 的整数', 'a county limit must be a whole number of 0 or more');
  }
  if (problem.worstGroupFirst) {
    if (Object.keys(groups).length === 0)
      say('/demand/groups', 'missing', '没有人群列', 'worst group first needs at least one group column');
    if (model === 'lscp')
      say('/worstGroupFirst', 'notUsed', '全覆盖模型无此选项', 'set covering reaches everyone anyway');
  }
  const { alternatives = 1, seconds = 1, unreached = 0 } = problem;
  if (!Number.isInteger(alternatives) || alternatives < 1 || alternatives > 100)
    say('/alternatives', 'outOfRange', '备选方案须为 1 至 100', 'alternatives must be 1 to 100');
  if (!(seconds > 0)) say('/seconds', 'negative', '时限须大于 0', 'seconds must be above 0');
  if (!(unreached >= 0)) say('/unreached', 'negative', '须不小于 0', 'unreached must be 0 or more');
  return faults;
}

function parts(problem: SitingProblem) {
  return { ...problem, groups: problem.demand.groups ?? {}, countyLimits: problem.countyLimits ?? {} };
}

type Say = (pointer: string, code: string, zh: string, en: string) => void;

/** One line for a column, naming the first place that is wrong. */
function checkCounts(say: Say, pointer: string, counts: readonly number[], ids: readonly string[]): void {
  if (counts.length !== ids.length) {
    say(pointer, 'length', `应有 ${ids.length} 个数`, `${ids.length} numbers are needed, ${counts.length} given`);
    return;
  }
  const at = counts.findIndex((n) => !(n >= 0) || !Number.isFinite(n));
  if (at >= 0)
    say(
      `${pointer}/${at}`,
      'negative',
      `须为不小于 0 的数：${ids[at]}`,
      `must be a number of 0 or more, at ${ids[at]}`,
    );
}

function twice(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const id of ids) (seen.has(id) ? again : seen).add(id);
  return [...again];
}
