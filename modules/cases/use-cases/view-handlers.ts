import { instantOf, type LocalDate, localDateOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import {
  type HandlerWithUnit,
  inWgs84,
  listHandlers,
  type Position,
  regionPositions,
  roughTravel,
} from '../../network/index.ts';
import { type HandlerInView, type Ranking, rankHandlers } from '../rules/designation.ts';
import { specialitiesFor } from '../rules/speciality.ts';
import { type AidCase, earlierHandlers, openLoads } from '../store/cases.ts';
import { designationsOf, designationsSince, type ShareWeight, shareWeights } from '../store/designations.ts';
import { partyMatches, type Sought, soughtOf } from '../store/parties.ts';
import { gradesOfHandlers } from './grades-of-handlers.ts';

/** The handlers of a tenant as this case sees them, judged and ranked. */
export interface RankingView {
  readonly ranking: Ranking;
  readonly handlers: ReadonlyMap<string, HandlerWithUnit>;
  /** Cases in hand, by handler. */
  readonly loads: ReadonlyMap<string, number>;
  /** Since when the turn is counted: the last change of weights or of who is in service. */
  readonly turnSince: LocalDate;
}

/** Who could be designated today, and who not: everything is looked up afresh, so that the list is never older than the click. */
export async function viewHandlers(tx: Tx, aidCase: AidCase): Promise<RankingView> {
  const { tenant } = aidCase;
  const handlers = await listHandlers(tx, { tenant, statuses: ['active', 'suspended'] });
  const weights = await shareWeights(tx, tenant);
  const since = turnSince(handlers, weights);
  const counts = await designationsSince(tx, tenant, since);
  const loads = await openLoads(tx, tenant);
  const sought = await soughtOf(tx, aidCase);
  const served = new Set(await handlersBefore(tx, aidCase, sought));
  const earlier = await designationsOf(tx, tenant, aidCase.id);
  const declined = new Set(earlier.filter((d) => d.state === 'declined').map((d) => d.handlerId));
  const replaced = new Set(earlier.filter((d) => d.state === 'replaced').map((d) => d.handlerId));
  const refused = new Set(earlier.filter((d) => d.state === 'refused').map((d) => d.handlerId));
  const place = await placeOf(tx, aidCase.region);
  const weightOf = new Map(weights.map((w) => [w.handlerId, w.weight]));

  const travels = travelTimes(tx, place, handlers);
  const grades = await gradesOfHandlers(
    tx,
    tenant,
    handlers.map(({ id }) => id),
  );
  const inView = handlers.map((h): HandlerInView => {
    const travel = travels.get(h.id);
    return {
      ...h,
      ownFirm: h.agencyKind !== 'centre',
      declinedBefore: declined.has(h.id),
      replacedBefore: replaced.has(h.id),
      refusedBefore: refused.has(h.id),
      openCases: loads.get(h.id) ?? 0,
      minutes: travel?.minutes ?? null,
      schematic: travel?.schematic ?? false,
      servedBefore: served.has(h.id),
      grades: grades.get(h.id) ?? [],
      weight: weightOf.get(h.id) ?? 1,
      designatedSince: counts.get(h.id) ?? 0,
    };
  });
  const matter = {
    class: aidCase.class,
    aidForm: aidCase.aidForm,
    criminal: aidCase.criminal,
    recipientMinor: aidCase.recipientMinor,
    on: tx.today,
    specialities: specialitiesFor(aidCase),
    language: aidCase.language,
    girl: aidCase.recipientMinor && aidCase.recipientSex === 'female',
  };
  return {
    ranking: rankHandlers(inView, matter, await partyMatches(tx, sought)),
    handlers: new Map(handlers.map((h) => [h.id, h])),
    loads,
    turnSince: localDateOf(since),
  };
}

/** The turn starts anew when a weight changes or somebody comes or goes: nobody inherits a debt from before they were here. */
export function turnSince(handlers: readonly HandlerWithUnit[], weights: readonly ShareWeight[]): string {
  const starts = [
    ...handlers.flatMap((h) => [instantOf(h.joinedOn), instantOf(h.statusSince)]),
    ...weights.map((w) => w.since),
  ];
  return starts.reduce((latest, at) => (at > latest ? at : latest), '1970-01-01T00:00:00.000Z');
}

/**
 * From each handler's place to the matter's, by the same roads as everywhere else; where none leads there, or none are on file, by
 * estimate. Handlers without a place are missing.
 */
function travelTimes(
  tx: Tx,
  place: Position | undefined,
  handlers: readonly HandlerWithUnit[],
): ReadonlyMap<string, { readonly minutes: number; readonly schematic: boolean }> {
  if (place === undefined) return new Map();
  const placed = handlers.flatMap(({ id, position }) => (position === null ? [] : [{ id, position }]));
  const roads = tx.handed.roads?.();
  const byRoad = roads?.minutesTo(
    place,
    placed.map(({ position }) => position),
    'drive',
  );
  return new Map(
    placed.map(({ id, position }, n) => {
      const minutes = byRoad?.[n];
      if (minutes === undefined || roads === undefined)
        return [id, roughTravel(inWgs84(position), inWgs84(place))] as const;
      const schematic = roads.schematic('drive') || place.kind === 'schematic' || position.kind === 'schematic';
      return [id, { minutes: Math.ceil(minutes), schematic }] as const;
    }),
  );
}

/** Where the matter is: its own place, else the township, else the county that it lies in. */
async function placeOf(tx: Tx, region: string) {
  const codes = [region, region.slice(0, 9), region.slice(0, 6)];
  const positions = await regionPositions(tx, codes);
  return codes.map((code) => positions.get(code)).find((position) => position !== undefined);
}

/** Who acted for the same human being before: known by the document or a person's word, and by the link to the earlier stage. */
async function handlersBefore(
  tx: Tx,
  { tenant, id, recipientId, earlierCaseId }: AidCase,
  { parties }: Sought,
): Promise<readonly string[]> {
  const own = parties.find(({ role }) => role === 'recipient')?.personIds ?? [];
  return earlierHandlers(tx, { tenant, personIds: [recipientId, ...own], earlierCaseId, except: id });
}
