import { Refusal } from '../../../kernel/errors/index.ts';
import { fromGcj02 } from '../../../kernel/geo/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import { childrenOf, cityOf, countyOf, fullNameOf, type Register, regionOf, townshipOf } from '../register/register.ts';
import { type CityBox, doubtOf } from '../rules/sane-position.ts';
import { inWgs84 } from '../rules/wgs84.ts';
import type { PlacedSubject, Position, Region, SetPosition } from '../schema.ts';
import { agencyById, saveAgencyPosition } from '../store/agencies.ts';
import { positionColumns } from '../store/position.ts';
import {
  insertPositionSet,
  listPositionSets,
  markUndone,
  type PositionSet,
  positionSetById,
} from '../store/position-sets.ts';
import { lockedRegionPosition, regionPositions, saveRegionPositions } from '../store/regions.ts';

/** Where something stands that a person may place, and who answers for it. */
interface Placed {
  readonly tenant: string;
  readonly name: string;
  readonly position: Position | null;
  /** The unit whose other places it is compared with. */
  readonly area: Region;
  readonly save: (to: Position | null) => Promise<void>;
}

/**
 * 标注位置: say by hand where a village or a point stands. GCJ-02 is converted, what was said is kept as it was said. A position outside
 * the city is refused; one far from the other places of its township must be said twice.
 * @param ground where the city's roads lie, and whether they are invented: a click on an invented map places nothing but a drawing
 * @throws Refusal `auth.forbidden`, `record.notFound`, `record.stale`, `network.notAPlace`, `network.outsideCity`, `network.swapped`,
 * `network.farFromOthers`
 */
export async function setPosition(
  tx: Tx,
  actor: Actor,
  register: Register,
  { of, given, source, seen, confirmed }: SetPosition,
  ground: { readonly box: CityBox; readonly schematic: boolean },
): Promise<{ readonly tenant: string; readonly id: string }> {
  const placed = await readPlaced(tx, actor, register, of);
  if (!samePlace(seen, placed.position && inWgs84(placed.position)))
    throw new Refusal('record.stale', { current: placed.position === null ? '' : 'position' });
  const [lon, lat] = given.crs === 'GCJ02' ? fromGcj02([given.lon, given.lat]) : [given.lon, given.lat];
  const others = await positionsOfArea(tx, register, placed.area, of);
  const doubt = doubtOf({ lon, lat }, ground.box, others);
  if (doubt?.doubt === 'farFromOthers') {
    if (!confirmed)
      throw new Refusal('network.farFromOthers', { km: doubt.km, area: fullNameOf(register, placed.area.code) });
  } else if (doubt !== undefined) {
    const code = `network.${doubt.doubt}`;
    throw new Refusal(code, {}, [
      { pointer: '/given/lon', code },
      { pointer: '/given/lat', code },
    ]);
  }
  const after: Position =
    source === 'map' && ground.schematic
      ? { kind: 'schematic', lon, lat }
      : { kind: 'surveyed', lon, lat, referenceSystem: given.crs === 'CGCS2000' ? 'CGCS2000' : 'WGS84' };
  await placed.save(after);
  const row = {
    tenant: placed.tenant,
    id: tx.newId(),
    subject: of.kind,
    subjectId: idOf(of),
    name: placed.name,
    setAt: tx.at,
    setBy: actor.id,
    setByName: actor.name,
    source,
    given,
    before: placed.position,
    after,
  };
  await insertPositionSet(tx, row);
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: 'position.set',
    subject: 'positionSet',
    subjectId: row.id,
    payload: { of, from: row.before, to: after, source, given, confirmed },
  });
  return { tenant: row.tenant, id: row.id };
}

/**
 * Take a position back that was set by hand: what was on file before stands again. Refused where it was set anew since.
 * @throws Refusal `auth.forbidden`, `record.notFound`, `record.stale`, `network.undone`
 */
export async function undoPosition(
  tx: Tx,
  actor: Actor,
  register: Register,
  key: { readonly tenant: string; readonly id: string },
): Promise<void> {
  const set = await positionSetById(tx, key.tenant, key.id);
  if (set === undefined) throw new Refusal('record.notFound');
  const of: PlacedSubject =
    set.subject === 'region'
      ? { kind: 'region', code: set.subjectId }
      : { kind: 'agency', tenant: set.tenant, id: set.subjectId };
  const placed = await readPlaced(tx, actor, register, of);
  if (set.undoneAt !== null) throw new Refusal('network.undone');
  if (!samePlace(placed.position, set.after)) throw new Refusal('record.stale', { current: 'position' });
  if (!(await markUndone(tx, set, actor.name))) throw new Refusal('network.undone');
  await placed.save(set.before);
  tx.record({
    tenant: set.tenant,
    matterId: set.id,
    kind: 'position.undone',
    subject: 'positionSet',
    subjectId: set.id,
    payload: { of, from: set.after, to: set.before },
  });
}

/** A position that was set by hand, as the desk lists it. */
export interface PositionSetView
  extends Pick<
    PositionSet,
    'tenant' | 'id' | 'subject' | 'subjectId' | 'name' | 'setAt' | 'setByName' | 'source' | 'undoneAt' | 'undoneByName'
  > {
  readonly given: PositionSet['given'];
  readonly moved: boolean;
}

/** What was set by hand where the actor manages the network, the newest first. @throws Refusal `auth.forbidden` */
export async function positionsSet(tx: Tx, actor: Actor): Promise<readonly PositionSetView[]> {
  const mine = actor.grants.find(({ tenant }) => actor.holds(mayManageNetwork.roles, { tenant }));
  actor.must(mayManageNetwork, { tenant: (mine ?? actor.grants[0])?.tenant ?? '' });
  return (await listPositionSets(tx)).map(({ before, after: _, setBy: __, ...row }) => ({
    ...row,
    moved: before !== null,
  }));
}

/** Units of the register that stand nowhere yet, villages only: what is still to be placed. */
export async function unplacedVillages(
  tx: Tx,
  register: Register,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const villages = register.regions.filter(({ level }) => level === 'village');
  const known = await regionPositions(
    tx,
    villages.map(({ code }) => code),
  );
  return villages
    .filter(({ code }) => !known.has(code) && regionOf(register, code, tx.today) !== undefined)
    .map(({ code }) => ({ code, name: fullNameOf(register, code) }));
}

async function readPlaced(tx: Tx, actor: Actor, register: Register, of: PlacedSubject): Promise<Placed> {
  if (of.kind === 'agency') {
    actor.must(mayManageNetwork, { tenant: of.tenant });
    const agency = await agencyById(tx, of.tenant, of.id);
    if (agency === undefined) throw new Refusal('record.notFound');
    return {
      tenant: agency.tenant,
      name: agency.name,
      position: agency.position,
      area: areaOf(register, agency.region),
      save: async (to) => {
        if (!(await saveAgencyPosition(tx, agency, positionColumns(to))))
          throw new Refusal('record.stale', { current: agency.version + 1 });
      },
    };
  }
  const region = regionOf(register, of.code, tx.today);
  const county = region && countyOf(register, region.code);
  if (region === undefined) throw new Refusal('record.notFound');
  if (county === undefined) throw new Refusal('network.notAPlace');
  actor.must(mayManageNetwork, { tenant: county.code });
  return {
    tenant: county.code,
    name: fullNameOf(register, region.code),
    position: await lockedRegionPosition(tx, region.code),
    area: areaOf(register, region.code),
    save: (to) => saveRegionPositions(tx, [{ code: region.code, ...positionColumns(to) }]),
  };
}

function areaOf(register: Register, code: string): Region {
  return townshipOf(register, code) ?? countyOf(register, code) ?? cityOf(register);
}

/** Where the villages of a unit stand (WGS 84), the one that is placed left out. */
async function positionsOfArea(tx: Tx, register: Register, area: Region, of: PlacedSubject) {
  const villages = (region: Region): readonly string[] =>
    region.level === 'village' ? [region.code] : childrenOf(register, region.code, tx.today).flatMap(villages);
  const codes = villages(area).filter((code) => of.kind !== 'region' || code !== of.code);
  return [...(await regionPositions(tx, codes)).values()].map(inWgs84);
}

function idOf(of: PlacedSubject): string {
  return of.kind === 'region' ? of.code : of.id;
}

type Point = { readonly lon: number; readonly lat: number } | null;

function samePlace(a: Point, b: Point): boolean {
  return a === null || b === null ? a === b : a.lon === b.lon && a.lat === b.lat;
}
