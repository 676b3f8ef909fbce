import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runQuery } from '../../../kernel/use-case/index.ts';
import {
  childrenOf,
  fullNameOf,
  isWithin,
  listNearest,
  type NearPlace,
  regionOf,
} from '../../../modules/network/index.ts';
import { NearestPage } from '../pages/nearest.tsx';
import { sendPage } from '../send-page.ts';
import { places, plainFrame, type Site, today } from '../site.ts';
import type { Option } from '../steps/field.ts';
import { regionOption } from '../steps/options.ts';

const shown = 8;

/** The nearest points by county, township and village. */
export function nearestPages(app: FastifyInstance, site: Site): void {
  app.get('/nearest', { schema: { hide: true } }, async (request, reply) => {
    const query = request.query as { county?: unknown; township?: unknown; village?: unknown };
    const county = knownBelow(site, query.county, site.city);
    const township = county === undefined ? undefined : knownBelow(site, query.township, county);
    const village = township === undefined ? undefined : knownBelow(site, query.village, township);
    const place = village ?? township ?? county;
    return sendPage(
      reply,
      <NearestPage
        frame={plainFrame(site, request)}
        counties={optionsBelow(site, site.city)}
        townships={county === undefined ? [] : optionsBelow(site, county)}
        villages={township === undefined ? [] : optionsBelow(site, township)}
        chosen={{ county: county ?? '', township: township ?? '', village: village ?? '' }}
        found={
          place === undefined ? undefined : { place: fullNameOf(site.register, place), places: await near(site, place) }
        }
      />,
    );
  });
}

/** A code of the register that lies below another, or nothing. */
export function knownBelow(site: Site, code: unknown, above: string): string | undefined {
  if (typeof code !== 'string' || code === above) return undefined;
  const region = regionOf(site.register, code, today(site));
  return region !== undefined && isWithin(site.register, region.code, above) ? region.code : undefined;
}

export function optionsBelow(site: Site, code: string): readonly Option[] {
  return childrenOf(site.register, code, today(site)).map(regionOption);
}

export async function near(site: Site, region: string, limit = shown): Promise<readonly NearPlace[]> {
  const tenants = places(site);
  try {
    const found = await runQuery(
      site.deps.runner,
      citizenActor(site.city),
      (tx) => listNearest(tx, site.register, { region, limit }, site.deps.roads?.()),
      { tenants, agencies: [] },
    );
    return found.places;
  } catch (error) {
    // No position is on file for the place or anything above it.
    if (error instanceof Refusal && error.code === 'network.positionMissing') return [];
    throw error;
  }
}
