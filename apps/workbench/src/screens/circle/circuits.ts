import type { AskedDay, TeamPlan } from '../../api/circle.ts';

/** A day so many days on, `YYYY-MM-DD`. */
export function addedDays(day: string, more: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + more);
  return at.toISOString().slice(0, 10);
}

/** The stops of a day, from the base and back; undefined where there is no such day. */
export function stopsOf(plan: TeamPlan | undefined, day: number | undefined): AskedDay['stops'] | undefined {
  const stops = day === undefined ? undefined : plan?.days[day]?.stops;
  return plan === undefined || stops === undefined
    ? undefined
    : [plan.base, ...stops, plan.base].map(({ lon, lat }) => ({ lon, lat }));
}
