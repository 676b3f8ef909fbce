import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { Register } from '../../network/index.ts';
import { mustReadCircle } from '../permissions.ts';
import { CircleQuestion, type CircleView } from '../schema.ts';
import type { Choice, SitingProblem, SitingProgress } from '../siting/problem.ts';
import { type SitingOutcome, solveSiting } from '../siting/solve-apart.ts';
import { travelMatrix } from '../travel/matrix.ts';
import type { Network } from '../travel/network.ts';
import { unreached } from '../travel/search.ts';
import { doorsOf, readStations, readVillages } from './read-city.ts';
import { mustGoByRoad, viewCircle } from './view-circle.ts';

/** Where new stations should stand. Today's stay; every village is a candidate. */
export const PlanStations = z.strictObject({
  question: CircleQuestion,
  model: z.enum(['pmedian', 'mclp', 'lscp']),
  /** How many new ones; for `lscp` the most. */
  add: z.number().int().min(1).max(60),
  /** What counts as covered, for `mclp` and `lscp`; the last band where it is not said. */
  minutes: z.number().int().min(1).max(600).optional(),
  /** Most new ones in one county. */
  countyMost: z.number().int().min(1).max(60).optional(),
  /** Serve the worst-served group as well as can be first, and only then everybody; not for `lscp`, which serves everybody. */
  worstGroupFirst: z.literal(true).optional(),
  /** How many of the best plans are wanted, to choose among. */
  alternatives: z.number().int().min(1).max(5).default(1),
});
export type PlanStations = z.output<typeof PlanStations>;

export interface StationPlan {
  readonly model: PlanStations['model'];
  readonly status: 'optimal' | 'feasible';
  readonly gap: number;
  readonly seconds: number;
  /** Worst group first: which it is by the plan, its mean minutes or the share reached, and what no plan can better. */
  readonly worstGroup?: {
    readonly group: string;
    readonly measure: 'minutes' | 'share';
    readonly value: number;
    readonly bound: number;
    readonly gap: number;
  };
  readonly sites: readonly PlannedSite[];
  /** What is reached: mean minutes for `pmedian`, people for `mclp`, new stations for `lscp`. Whom nobody counted is reckoned as a middling village. */
  readonly value: number;
  /** The next best plans, the best first. */
  readonly alternatives: readonly { readonly sites: readonly PlannedSite[]; readonly value: number }[];
  readonly view: CircleView;
}

interface PlannedSite {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** What a plan is asked of: read in one transaction, solved outside it. */
export interface PreparedPlan {
  readonly problem: SitingProblem;
  readonly villages: Awaited<ReturnType<typeof readVillages>>;
}

export async function preparePlan(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  { question, model, add, minutes, countyMost, worstGroupFirst, alternatives }: PlanStations,
): Promise<PreparedPlan> {
  mustReadCircle(actor);
  mustGoByRoad(question);
  const villages = await readVillages(tx, register);
  const stations = (await readStations(tx, question)).filter(({ counts }) => counts);
  // Whom nobody has counted is not nobody: such a village weighs as much as the middle one of those counted.
  const counted = villages.flatMap(({ people }) => (people === undefined ? [] : [people.people])).sort((a, b) => a - b);
  const middle = counted[Math.floor(counted.length / 2)] ?? 1;
  const doors = doorsOf(network, villages);
  const places = [...stations.map((station) => network.snap(station)), ...doors];
  const ids = [...stations.map(({ id }) => id), ...villages.map(({ code }) => code)];
  const radius = (minutes ?? (question.bands.at(-1) as number)) * 60;
  const problem: SitingProblem = {
    model,
    sites: stations.length + add,
    ...(model !== 'pmedian' && { radius }),
    fixed: stations.map(({ id }) => id),
    candidates: {
      ids,
      counties: [...stations.map(() => ''), ...villages.map(({ county }) => county.code)],
    },
    ...(countyMost !== undefined && {
      countyLimits: Object.fromEntries(
        [...new Set(villages.map(({ county }) => county.code))].map((c) => [c, countyMost]),
      ),
    }),
    demand: {
      ids: villages.map(({ code }) => code),
      weights: villages.map(({ people }) => people?.people ?? middle),
      // Whose group nobody has counted leans towards none.
      ...(worstGroupFirst && { groups: countedGroups(villages) }),
    },
    travel: Float64Array.from(travelMatrix(network, doors, places), (time) =>
      time === unreached ? Number.POSITIVE_INFINITY : time / 10,
    ),
    ...(worstGroupFirst && { worstGroupFirst }),
    alternatives,
    seconds: 20,
    seed: 1,
  };
  return { problem, villages };
}

/** Solve, in a thread of its own. @throws Refusal `circle.cannotPlan` */
export async function solvePlan(
  { problem, villages }: PreparedPlan,
  signal?: AbortSignal,
  onProgress?: (progress: SitingProgress) => void,
) {
  const outcome = await solveSiting(problem, {
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  });
  if (!outcome.ok) throw new Refusal('circle.cannotPlan', whyNot(outcome, problem.demand.ids.length));
  const byCode = new Map(villages.map((village) => [village.code, village]));
  const fixed = new Set(problem.fixed);
  const newOnes = ({ sites }: Choice): readonly PlannedSite[] =>
    sites.flatMap((id) => {
      const village = fixed.has(id) ? undefined : byCode.get(id);
      return village === undefined
        ? []
        : [{ code: village.code, name: village.name, lon: village.position.lon, lat: village.position.lat }];
    });
  const people = problem.demand.weights.reduce((sum, weight) => sum + weight, 0);
  const reached = ({ objective, sites }: Choice): number =>
    problem.model === 'mclp'
      ? Math.round(objective)
      : problem.model === 'lscp'
        ? sites.length - fixed.size
        : objective / Math.max(people, 1) / 60;
  const { status, gap, seconds, model, worstGroup } = outcome.plan;
  // Travel was handed over in seconds, shares as they are.
  const scale = model === 'mclp' ? 1 : 1 / 60;
  return {
    model,
    status,
    gap,
    seconds,
    sites: newOnes(outcome.plan),
    value: reached(outcome.plan),
    alternatives: outcome.plan.alternatives.map((choice) => ({ sites: newOnes(choice), value: reached(choice) })),
    ...(worstGroup && {
      worstGroup: {
        ...worstGroup,
        measure: model === 'mclp' ? ('share' as const) : ('minutes' as const),
        value: worstGroup.value * scale,
        bound: worstGroup.bound * scale,
      },
    }),
  };
}

/** What might still be better, 0 to 1. */
export function gapOf(objective: number, bound: number): number {
  return objective === 0 ? 0 : Math.abs(objective - bound) / Math.abs(objective);
}

function countedGroups(villages: PreparedPlan['villages']): Readonly<Record<string, readonly number[]>> {
  const names = [...new Set(villages.flatMap(({ people }) => Object.keys(people?.groups ?? {})))].sort();
  return Object.fromEntries(names.map((name) => [name, villages.map(({ people }) => people?.groups[name] ?? 0)]));
}

function whyNot(outcome: Extract<SitingOutcome, { readonly ok: false }>, places: number) {
  if (outcome.code === 'invalid') {
    const texts = outcome.faults.map(({ text }) => text);
    return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
  }
  const n = outcome.places.length;
  return n === 0
    ? { zh: '这么少的站点盖不住所有的村', en: 'so few stations cannot cover every village' }
    : {
        zh: `${places} 个村中有 ${n} 个怎么都够不着`,
        en: `${n} of ${places} villages are out of reach of every candidate`,
      };
}

/** The plan beside today. */
export function viewPlan(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  question: CircleQuestion,
  sites: StationPlan['sites'],
): Promise<CircleView> {
  const { open, ...others } = question.change ?? { close: [], move: [], hours: [], open: [] };
  return viewCircle(tx, actor, register, network, {
    ...question,
    change: { ...others, open: [...open, ...sites.map(({ name, lon, lat }) => ({ name, lon, lat }))] },
  });
}
