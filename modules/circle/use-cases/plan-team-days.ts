import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, isLocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { Register } from '../../network/index.ts';
import { type CircuitProblem, tooFar } from '../circuits/circuit-problem.ts';
import { planCircuitsApart } from '../circuits/plan-apart.ts';
import { travelByRoad } from '../circuits/road-travel.ts';
import { timetable } from '../circuits/timetable.ts';
import { CircleQuestion, type CircleStation, type CircleVillage } from '../schema.ts';
import type { Network } from '../travel/network.ts';
import { mustGoByRoad, viewCircle } from './view-circle.ts';

/** Farther ahead than a quarter nobody plans a team's days. */
const mostDays = 92;

const day = z.string().refine(isLocalDate, { params: { code: 'input.date' } });

/** 巡回服务: on which days a mobile team visits the villages beyond the hour. */
export const PlanTeamDays = z
  .strictObject({
    question: CircleQuestion,
    /** The point that a day starts from and ends at. */
    base: z.uuid(),
    /** Villages farther than this from any point are visited, minutes; the last band where it is not said. */
    beyond: z.number().int().min(1).max(1440).optional(),
    /** Travel and work of a day, hours. */
    hours: z.number().min(1).max(16).default(8),
    /** Work at each village, minutes. */
    stay: z.number().int().min(5).max(480).default(60),
    teams: z.number().int().min(1).max(20).default(1),
    from: day,
    to: day,
    /** When a team leaves, `HH:MM`. */
    starts: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('08:30'),
  })
  .refine(({ from, to }) => from <= to && to < addDays(from, mostDays), {
    path: ['to'],
    params: { code: 'circle.quarter' },
  });
export type PlanTeamDays = z.output<typeof PlanTeamDays>;

type PlannedVillage = Pick<CircleVillage, 'code' | 'name' | 'township' | 'county' | 'lon' | 'lat' | 'people'>;

export interface TeamPlan {
  readonly base: Pick<CircleStation, 'id' | 'name' | 'lon' | 'lat'>;
  readonly days: readonly {
    readonly date: string;
    readonly team: number;
    readonly starts: string;
    readonly returns: string;
    readonly stops: readonly (PlannedVillage & { readonly arrives: string; readonly leaves: string })[];
  }[];
  readonly villages: number;
  /** Villages that no day is long enough for, or that no road leads to: they need another base, or a longer day. */
  readonly tooFar: readonly PlannedVillage[];
  /** Travel of all days, minutes; no plan has less than the bound. */
  readonly travelMinutes: number;
  readonly boundMinutes: number;
  readonly fewestDays: number;
  /** False where working days of the period are not announced yet: weekdays are taken instead. */
  readonly calendarKnown: boolean;
}

/** What a plan is made of: read in one transaction, planned outside it. */
export interface PreparedTeam {
  readonly asked: PlanTeamDays;
  readonly base: TeamPlan['base'];
  readonly villages: readonly PlannedVillage[];
  readonly tooFar: readonly PlannedVillage[];
  readonly problem: CircuitProblem;
  readonly calendar: Tx['calendar'];
}

/** @throws Refusal `circle.stationUnknown`, `circle.noPlaces`, `circle.roadOnly` */
export async function prepareTeam(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  asked: PlanTeamDays,
): Promise<PreparedTeam> {
  mustGoByRoad(asked.question);
  const { villages, stations } = await viewCircle(tx, actor, register, network, asked.question);
  const base = stations.find(({ id, change }) => id === asked.base && change !== 'closed');
  if (base === undefined) throw new Refusal('circle.stationUnknown', { id: asked.base });
  const beyond = asked.beyond ?? (asked.question.bands.at(-1) as number);
  const wanted = villages.filter(({ minutes }) => minutes === null || minutes > beyond);
  const lost = new Set(tooFar(problemOf(network, base, wanted, asked)).map((place) => wanted[place - 1]));
  const visited = wanted.filter((village) => !lost.has(village));
  return {
    asked,
    base: { id: base.id, name: base.name, lon: base.lon, lat: base.lat },
    villages: visited.map(planned),
    tooFar: [...lost].flatMap((village) => (village === undefined ? [] : [planned(village)])),
    problem: problemOf(network, base, visited, asked),
    calendar: tx.calendar,
  };
}

/** Plan, in a thread of its own. @throws Refusal `circle.tooFewDays` */
export async function planTeam(
  { asked, base, villages, tooFar: lost, problem, calendar }: PreparedTeam,
  signal?: AbortSignal,
): Promise<TeamPlan> {
  const plan = await planCircuitsApart(problem, signal === undefined ? {} : { signal });
  if (!plan.ok) throw new Error('villages too far were left out before');
  const [hour = 0, minute = 0] = asked.starts.split(':').map(Number);
  const { from, to, teams } = asked;
  const days = timetable(problem, plan.circuits, { calendar, from, to, teams, starts: hour * 60 + minute });
  if (days === undefined) throw new Refusal('circle.tooFewDays', { needed: plan.circuits.length });
  const minutes = (deciseconds: number): number => Math.round(deciseconds / 600);
  return {
    base,
    days: days.map(({ stops, ...day }) => ({
      ...day,
      stops: stops.map(({ place, arrives, leaves }) => ({
        ...(villages[place - 1] as PlannedVillage),
        arrives,
        leaves,
      })),
    })),
    villages: villages.length,
    tooFar: lost,
    travelMinutes: minutes(plan.travel),
    boundMinutes: minutes(plan.bound.travel),
    fewestDays: plan.bound.days,
    calendarKnown: days.every(({ date }) => calendar.isKnown(date)),
  };
}

function problemOf(
  network: Network,
  base: CircleStation,
  villages: readonly CircleVillage[],
  { hours, stay }: PlanTeamDays,
): CircuitProblem {
  return {
    places: villages.length,
    travel: travelByRoad(
      network,
      [base, ...villages].map((place) => network.snap(place)),
    ),
    work: Int32Array.from([0, ...villages.map(() => stay * 600)]),
    day: Math.round(hours * 36_000),
  };
}

const planned = ({ code, name, township, county, lon, lat, people }: CircleVillage): PlannedVillage => ({
  code,
  name,
  township,
  county,
  lon,
  lat,
  people,
});
