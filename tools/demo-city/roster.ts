import { addDays } from '../../kernel/time/index.ts';
import type { NewHandler } from '../../modules/network/index.ts';
import type { Cast } from './cast.ts';
import type { Random } from './random.ts';

/** Who takes which story: somebody who may, with few stories so far. */
export interface Roster {
  readonly take: (cast: Cast, random: Random) => string;
  /** Somebody else who may: the one who declined. */
  readonly other: (cast: Cast, than: string, random: Random) => string;
}

export function rosterOf(handlers: readonly NewHandler[]): Roster {
  const load = new Map<string, number>();
  const ableFor = (cast: Cast): readonly NewHandler[] => {
    const able = handlers.filter((handler) => mayAct(handler, cast));
    if (able.length === 0)
      throw new Error(`nobody in ${cast.tenant} may act for ${cast.application.matter.cause ?? 'a defendant'}`);
    return able;
  };
  return {
    take: (cast, random) => {
      const [, choice] = ableFor(cast)
        .map((handler) => [(load.get(handler.code) ?? 0) + random.real(), handler] as const)
        .reduce((best, candidate) => (candidate[0] < best[0] ? candidate : best));
      load.set(choice.code, (load.get(choice.code) ?? 0) + 1);
      return choice.code;
    },
    other: (cast, than, random) => random.pick(ableFor(cast).filter(({ code }) => code !== than)).code,
  };
}

/** What the law asks of a handler (arts 12, 13, 26; lawyers alone defend); staff without a licence stay at their desks. */
function mayAct(handler: NewHandler, { tenant, application: { matter, recipient }, facts }: Cast): boolean {
  if (handler.tenant !== tenant || handler.licensedFrom === null || handler.kind === 'centreStaff') return false;
  if (matter.criminal === undefined) return true;
  if (handler.kind !== 'lawyer' || handler.criminalDefenceSince === null) return false;
  if (
    matter.criminal.lifeOrDeathPossible === true &&
    handler.criminalDefenceSince > addDays(facts.receivedOn, -365 * 3 - 1)
  )
    return false;
  const minor = (recipient.birthDate ?? '') > addDays(facts.receivedOn, -365 * 18 - 5);
  return !minor || handler.trainedForMinors;
}
