import type { Calendar } from '../../../kernel/calendar/index.ts';
import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import { type Circuit, type CircuitProblem, hoursOf } from './circuit-problem.ts';

/** One stop: minutes since midnight, rounded to the whole minute. */
export interface Stop {
  readonly place: number;
  readonly arrives: string;
  readonly leaves: string;
}

/** One day of one team. */
export interface TeamDay {
  readonly date: LocalDate;
  /** From 1. */
  readonly team: number;
  readonly starts: string;
  readonly stops: readonly Stop[];
  readonly returns: string;
}

/**
 * Spread the days evenly over the working days from `from` to `to` (both included), each team at most once a day.
 * @param starts minute of the day at which the team leaves the base
 * @returns undefined when there are fewer team days than circuits
 */
export function timetable(
  problem: CircuitProblem,
  circuits: readonly Circuit[],
  {
    calendar,
    from,
    to,
    teams,
    starts,
  }: {
    readonly calendar: Calendar;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly teams: number;
    readonly starts: number;
  },
): readonly TeamDay[] | undefined {
  const workdays: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) workdays.push(day);
  const slots = workdays.flatMap((date) => Array.from({ length: teams }, (_, k) => ({ date, team: k + 1 })));
  if (circuits.length > slots.length) return undefined;
  // The longest first: what is put off by weather then has the most days left to be made up in.
  const order = [...circuits].sort((a, b) => hoursOf(problem, b) - hoursOf(problem, a) || (a[0] ?? 0) - (b[0] ?? 0));
  return order.map((circuit, k) => {
    const { date, team } = slots[Math.floor(((k + 0.5) * slots.length) / order.length)] as (typeof slots)[number];
    return { date, team, ...visits(problem, circuit, starts) };
  });
}

function visits({ travel, work, places }: CircuitProblem, circuit: Circuit, starts: number) {
  const n = places + 1;
  let at = starts * 600;
  let from = 0;
  const stops = circuit.map((place): Stop => {
    at += travel[from * n + place] as number;
    const arrives = clock(at);
    at += work[place] as number;
    from = place;
    return { place, arrives, leaves: clock(at) };
  });
  return { starts: clock(starts * 600), stops, returns: clock(at + (travel[from * n] as number)) };
}

function clock(deciseconds: number): string {
  const minute = Math.ceil(deciseconds / 600);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
