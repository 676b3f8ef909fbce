import { countyOf, type Register, townshipOf } from '../../../modules/network/index.ts';
import { askedGroups } from '../steps/fields-means.ts';
import type { Typed, Values } from '../steps/values.ts';
import { steps } from '../steps.ts';
import type { PreState, PreWalk } from './walk.ts';

/** The answers as the application holds them, and its pages that they answer whole: nothing is typed twice. */
export interface Carried {
  readonly typed: Typed;
  readonly steps: readonly string[];
}

/** Fields that the application asks in the same words. */
const same = [
  'need',
  'cause',
  'criminalRole',
  'criminalStage',
  'hasDefender',
  'livelihood',
  'residence',
  'opponentInHousehold',
  'householdMembers',
  'householdIncome',
] as const;

export function carriedFrom({ told, place }: PreState, { turns, values }: PreWalk, register: Register): Carried {
  const all: Record<string, string | readonly string[]> = {};
  for (const { question } of turns) {
    const answer = told[question.id];
    if (answer !== undefined && answer !== 'unsure') Object.assign(all, answer.typed);
  }
  const typed: Typed = {
    ...Object.fromEntries(same.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))),
    ...(all.preOwnIncome === undefined ? {} : { ownIncome: all.preOwnIncome }),
    ...groupsIn(values),
    ...circumstancesIn(values),
    ...(values.preRegion === undefined ? {} : { place: values.preRegion }),
    ...homeIn(place, register),
  };
  // Pages that show what the person chose and ask a little more besides are shown again, filled in.
  const whole = steps.filter(
    ({ id, fields }) => shownWhole.has(id) && fields.every((name) => typed[name] !== undefined),
  );
  return { typed, steps: whole.map(({ id }) => id) };
}

const shownWhole = new Set([
  'need',
  'cause',
  'criminal-role',
  'criminal-stage',
  'livelihood',
  'household',
  'income',
  'place',
]);

function groupsIn({ preGroups = [] }: Values): Typed {
  const groups = askedGroups.filter((group) => preGroups.includes(group));
  return groups.length === 0 ? {} : { groups };
}

function circumstancesIn({ preCircumstances }: Values): Typed {
  if (preCircumstances === undefined) return {};
  const help = (['sight', 'hearing', 'speech', 'cannotFullyRecogniseActs'] as const).filter((name) =>
    preCircumstances.includes(name),
  );
  return {
    lifeOrDeath: preCircumstances.includes('lifeOrDeathPossible') ? 'yes' : 'no',
    ...(help.length === 0 ? {} : { help }),
  };
}

function homeIn(place: string | undefined, register: Register): Typed {
  if (place === undefined) return {};
  const county = countyOf(register, place)?.code;
  const township = townshipOf(register, place)?.code;
  return {
    ...(county === undefined ? {} : { homeCounty: county }),
    ...(township === undefined ? {} : { homeTownship: township }),
  };
}
