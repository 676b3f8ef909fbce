import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runQuery, type Tx } from '../../../kernel/use-case/index.ts';
import {
  agencyByCode,
  ancestorsOf,
  childrenOf,
  findPlaces,
  findPoints,
  fullNameOf,
  isWithin,
  listNearest,
  type NearPlace,
  type Region,
  readPoint,
  regionOf,
  stationKinds,
  TravelMode,
} from '../../../modules/network/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { cookieNames } from '../cookies.ts';
import { NearestPage, type NearestProps, type Searched } from '../pages/nearest/page.tsx';
import { PointPage } from '../pages/nearest/point.tsx';
import type { Start } from '../pages/nearest/start.ts';
import { sendPage } from '../send-page.ts';
import { knock, places, plainFrame, type Site, today } from '../site.ts';
import type { Option } from '../steps/field.ts';
import { regionOption } from '../steps/options.ts';

const shown = 8;
/** Of them so many centres and stations at least. */
const officesShown = 2;
const officeKinds = ['centre', ...stationKinds] as const;
const pointsShown = 6;
const hidden = { schema: { hide: true } };

/** The nearest points: by name or address, from the list, or from the device's place; and the way to each. */
export function nearestPages(app: FastifyInstance, site: Site): void {
  app.get('/nearest', hidden, async (request, reply) => {
    const query = request.query as Readonly<Record<string, unknown>>;
    knock(site, 'nearest', request);
    const text = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '';
    const searched = text === '' ? undefined : await search(site, text);
    const only = searched === undefined ? undefined : onlyPlace(searched);
    const start = startIn(site, request, only === undefined ? query : { from: only.code });
    return answer(site, request, reply, start, modeIn(query.by), only === undefined ? searched : undefined);
  });

  // The device's place comes in a form's body and goes nowhere: it is neither kept nor logged, and stands in no address.
  app.post('/nearest', hidden, async (request, reply) => {
    knock(site, 'nearest', request);
    const body = bodyOf(request.body);
    return answer(site, request, reply, deviceIn(body), modeIn(textOf(body, 'by')), undefined);
  });

  app.get('/nearest/point/:tenant/:code', hidden, (request, reply) => {
    const query = request.query as Readonly<Record<string, unknown>>;
    return point(site, request, reply, startIn(site, request, query), modeIn(query.by));
  });
  app.post('/nearest/point/:tenant/:code', hidden, (request, reply) => {
    const body = bodyOf(request.body);
    return point(site, request, reply, deviceIn(body), modeIn(textOf(body, 'by')));
  });
}

async function answer(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  start: Start | undefined,
  wanted: TravelMode,
  searched: Searched | undefined,
): Promise<FastifyReply> {
  const frame = plainFrame(site, request);
  // While somebody still chooses among names, nothing is reckoned.
  const found =
    start === undefined || searched !== undefined ? undefined : await nearestFrom(site, start, wanted, frame.words);
  return sendPage(
    reply,
    <NearestPage
      frame={frame}
      {...choiceFor(site, start?.kind === 'region' ? start.region : undefined)}
      {...(searched === undefined ? {} : { searched })}
      found={found}
    />,
  );
}

async function nearestFrom(
  site: Site,
  start: Start,
  wanted: TravelMode,
  words: ReturnType<typeof plainFrame>['words'],
): Promise<NonNullable<NearestProps['found']>> {
  return asCitizen(site, async (tx) => {
    const modes = modesOf(tx);
    const by = modes.includes(wanted) ? wanted : 'drive';
    return {
      start,
      place: nameOf(start, words),
      by,
      modes,
      places: await orNone(() => nearestPlaces(tx, site, { ...startPlace(start), by })),
    };
  });
}

/**
 * The nearest points, and the nearest offices where they are not among them: a village's contact point is open some mornings and decides
 * nothing, and villages stand close.
 */
async function nearestPlaces(
  tx: Tx,
  site: Site,
  start: Parameters<typeof listNearest>[2],
): Promise<readonly NearPlace[]> {
  const near = await listNearest(tx, site.register, { ...start, limit: shown - officesShown });
  const offices = await listNearest(tx, site.register, { ...start, kinds: [...officeKinds], limit: officesShown });
  const known = new Set(near.places.map(({ agency }) => agency.id));
  return [...near.places, ...offices.places.filter(({ agency }) => !known.has(agency.id))];
}

async function point(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  start: Start | undefined,
  wanted: TravelMode,
): Promise<FastifyReply> {
  knock(site, 'nearest', request);
  const { tenant = '', code = '' } = request.params as Readonly<Record<string, string>>;
  const frame = plainFrame(site, request);
  const { view, by, modes } = await asCitizen(site, async (tx) => {
    const modes = modesOf(tx);
    const by = modes.includes(wanted) ? wanted : 'drive';
    const asked = { tenant, code };
    const read = () =>
      readPoint(tx, site.register, start === undefined ? asked : { ...asked, start: { ...startPlace(start), by } });
    return { view: await read(), by, modes };
  });
  return sendPage(
    reply,
    <PointPage
      frame={frame}
      view={view}
      by={by}
      modes={modes}
      start={start === undefined ? undefined : { from: start, name: nameOf(start, frame.words) }}
    />,
  );
}

async function search(site: Site, text: string): Promise<Searched> {
  return {
    text,
    places: findPlaces(site.register, text, { on: today(site), within: site.city }),
    points: await asCitizen(site, (tx) => findPoints(tx, text, pointsShown)),
  };
}

/** The place meant, where only one can be: its points are shown at once. */
function onlyPlace({ places: [first, ...others], points }: Searched): Region | undefined {
  return first !== undefined && others.length === 0 && points.length === 0 ? first.region : undefined;
}

/** Where a page's address says that somebody starts; a kiosk, where nothing is said, at its own place. */
function startIn(site: Site, request: FastifyRequest, query: Readonly<Record<string, unknown>>): Start | undefined {
  const county = knownBelow(site, query.county, site.city);
  const township = county === undefined ? undefined : knownBelow(site, query.township, county);
  const village = township === undefined ? undefined : knownBelow(site, query.village, township);
  const region = village ?? township ?? county ?? knownBelow(site, query.from, site.city, { formerToo: true });
  if (region !== undefined) return { kind: 'region', region, name: fullNameOf(site.register, region) };
  if (typeof query.at === 'string' && isPointCode(query.at)) return { kind: 'point', at: query.at };
  const own = request.cookies[cookieNames.kiosk] === '1' ? request.cookies[cookieNames.kioskAt] : undefined;
  if (own === undefined) return undefined;
  if (isPointCode(own)) return { kind: 'point', at: own };
  const ownRegion = knownBelow(site, own, site.city);
  return ownRegion === undefined
    ? undefined
    : { kind: 'region', region: ownRegion, name: fullNameOf(site.register, ownRegion) };
}

const isPointCode = (text: string): boolean => /^\d{6}\/[A-Za-z0-9][A-Za-z0-9-]{1,39}$/.test(text);

/** A place in degrees out of a form. Rounded to ten metres: nobody needs it finer. */
function deviceIn(body: ReturnType<typeof bodyOf>): Start | undefined {
  const [lon, lat] = [textOf(body, 'lon'), textOf(body, 'lat')].map((text) =>
    text.trim() === '' ? Number.NaN : Math.round(Number(text) * 1e4) / 1e4,
  ) as [number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { kind: 'device', lon, lat } : undefined;
}

function startPlace(start: Start) {
  switch (start.kind) {
    case 'region':
      return { region: start.region };
    case 'point':
      return { at: start.at };
    case 'device':
      return { lon: start.lon, lat: start.lat };
  }
}

function nameOf(start: Start, words: ReturnType<typeof plainFrame>['words']): string {
  if (start.kind === 'region') return start.name;
  return words.t(start.kind === 'device' ? 'nearest.here' : 'nearest.kioskHere');
}

function modeIn(value: unknown): TravelMode {
  return TravelMode.options.find((mode) => mode === value) ?? 'drive';
}

/** The ways of travelling that can be chosen among. */
function modesOf(tx: Tx): readonly TravelMode[] {
  return tx.handed.roads?.()?.modes ?? [];
}

function choiceFor(site: Site, region: string | undefined) {
  const line = region === undefined ? [] : [region, ...ancestorsOf(site.register, region).map(({ code }) => code)];
  const at = (level: Region['level']): string =>
    line.find((code) => regionOf(site.register, code)?.level === level) ?? '';
  const [county, township, village] = [at('county'), at('township'), at('village')];
  return {
    counties: optionsBelow(site, site.city),
    townships: county === '' ? [] : optionsBelow(site, county),
    villages: township === '' ? [] : optionsBelow(site, township),
    chosen: { county, township, village },
  };
}

/** A code of the register that lies below another, or nothing. */
export function knownBelow(
  site: Site,
  code: unknown,
  above: string,
  { formerToo = false }: { readonly formerToo?: boolean } = {},
): string | undefined {
  if (typeof code !== 'string' || code === above) return undefined;
  const region = formerToo ? regionOf(site.register, code) : regionOf(site.register, code, today(site));
  return region !== undefined && isWithin(site.register, region.code, above) ? region.code : undefined;
}

export function optionsBelow(site: Site, code: string): readonly Option[] {
  return childrenOf(site.register, code, today(site)).map(regionOption);
}

export async function near(site: Site, region: string, limit = shown): Promise<readonly NearPlace[]> {
  return asCitizen(site, (tx) => orNone(async () => (await listNearest(tx, site.register, { region, limit })).places));
}

/** Whether a kiosk can stand there: a unit of the register below the city, or a point of the network. */
export async function isKioskPlace(site: Site, at: string): Promise<boolean> {
  if (!isPointCode(at)) return knownBelow(site, at, site.city) !== undefined;
  const [tenant = '', code = ''] = at.split('/');
  return (await asCitizen(site, (tx) => agencyByCode(tx, tenant, code)))?.position != null;
}

function asCitizen<T>(site: Site, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runQuery(site.deps.runner, citizenActor(site.city), work, { tenants: places(site), agencies: [] });
}

/** No points where no position is on file for the place or anything above it, or the kiosk's point is gone. */
async function orNone(work: () => Promise<readonly NearPlace[]>): Promise<readonly NearPlace[]> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as Refusal;
    if (error instanceof Refusal && (code === 'network.positionMissing' || code === 'network.agencyUnknown')) return [];
    throw error;
  }
}
