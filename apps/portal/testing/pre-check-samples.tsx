import type { ReactElement } from 'react';
import type { NearPlace, Register } from '../../../modules/network/index.ts';
import { childrenOf } from '../../../modules/network/index.ts';
import type { QuestionId } from '../../../modules/policy/index.ts';
import type { Frame } from '../frame.ts';
import { PreQuestionPage } from '../pages/pre-check-question.tsx';
import { PreResultPage } from '../pages/pre-check-result.tsx';
import { offeredOn, type PreContext, type PreState, readTurn, type Told, walkPreCheck } from '../pre-check/walk.ts';
import { regionOption } from '../steps/options.ts';
import type { Typed } from '../steps/values.ts';

type Answered = Readonly<Partial<Record<QuestionId, Typed | 'unsure'>>>;

/** Persons by what they choose on each page they are shown. */
export const prePersons = {
  migrant: { class: { need: 'wages' }, cause: { cause: 'labourPay' }, groups: { preGroups: ['migrantWorker'] } },
  violence: { class: { need: 'violence' }, cause: { cause: 'domesticViolence' } },
  divorce: { class: { need: 'family' }, cause: { cause: 'marriageAndFamily' } },
  something: { class: { need: 'other' }, cause: { cause: 'other' } },
  household: {
    class: { need: 'injury' },
    cause: { cause: 'trafficInjury' },
    groups: { preGroups: ['none'] },
    age: { preAge: '18' },
    residence: { residence: 'rural' },
    opponentInHousehold: { opponentInHousehold: 'no' },
    householdIncome: { householdMembers: '4', householdIncome: '3.6万' },
  },
  wealthy: {
    class: { need: 'injury' },
    cause: { cause: 'trafficInjury' },
    groups: { preGroups: ['none'] },
    age: { preAge: '60' },
    livelihood: { livelihood: 'yes' },
    residence: { residence: 'urban' },
    opponentInHousehold: { opponentInHousehold: 'yes' },
    ownIncome: { preOwnIncome: '96000' },
  },
  suspect: {
    class: { need: 'criminal' },
    role: { criminalRole: 'suspectOrDefendant' },
    hasDefender: { hasDefender: 'no' },
    circumstances: { preCircumstances: ['lifeOrDeathPossible'] },
  },
  unsure: {
    class: { need: 'criminal' },
    role: { criminalRole: 'suspectOrDefendant' },
    hasDefender: { hasDefender: 'no' },
    circumstances: 'unsure',
    groups: { preGroups: ['none'] },
    age: { preAge: '18' },
    stage: { criminalStage: 'investigation' },
    residence: 'unsure',
    opponentInHousehold: { opponentInHousehold: 'no' },
    householdIncome: 'unsure',
  },
} as const satisfies Readonly<Record<string, Answered>>;

/** The state that a person's browser holds after answering so many pages, each as it was shown. */
export function stateOf(person: Answered, context: PreContext, pages = 40): PreState {
  let told: Partial<Record<QuestionId, Told | 'unsure'>> = {};
  for (let n = 0; n < pages; n += 1) {
    const { turns, end } = walkPreCheck({ told }, context);
    const turn = turns.at(-1);
    if (end !== undefined || turn === undefined) break;
    const answer = person[turn.question.id];
    if (answer === undefined) break;
    told = {
      ...told,
      [turn.question.id]: answer === 'unsure' ? answer : { typed: answer, offered: offeredOn(turn) },
    };
  }
  return { told };
}

/** Pages of the pre-check by name. */
export function preCheckSamples(
  register: Register,
  frame: Frame,
  near: readonly NearPlace[],
): Readonly<Record<string, ReactElement>> {
  const counties = childrenOf(register, '530500').map(regionOption);
  const context: PreContext = {
    on: frame.today,
    regions: ['530500', ...counties.map(({ value }) => value)],
    register,
  };
  const question = (person: Answered, pages: number, typed?: Typed): ReactElement => {
    const walk = walkPreCheck(stateOf(person, context, pages), context);
    const turn = walk.turns.at(-1);
    if (turn === undefined || walk.end !== undefined) throw new Error('no question is open');
    const errors = typed === undefined ? [] : readTurn(turn, typed).errors;
    const shown = { n: walk.turns.length, values: walk.values, typed: typed ?? {}, errors };
    return <PreQuestionPage frame={frame} turn={turn} {...shown} />;
  };
  const result = (person: Answered, place: boolean): ReactElement => {
    const walk = walkPreCheck(stateOf(person, context), context);
    if (walk.end === undefined) throw new Error(`still open: ${walk.turns.at(-1)?.question.id}`);
    return (
      <PreResultPage
        frame={frame}
        walk={{ ...walk, end: walk.end }}
        decide={{ days: 7, citation: '《法律援助法》第四十三条' }}
        designate={{ days: 3, citation: '《法律援助法》第四十三条' }}
        notified={{ days: 3, citation: '《法律援助法》第三十六条' }}
        counties={counties}
        townships={place ? childrenOf(register, '530502').map(regionOption) : []}
        chosen={{ county: place ? '530502' : '', township: '' }}
        near={place ? near : undefined}
      />
    );
  };
  const { household, suspect, wealthy } = prePersons;
  return {
    'pre-need': question(household, 0),
    'pre-need-missing': question(household, 0, {}),
    'pre-cause': question(household, 1),
    'pre-groups': question(household, 2),
    'pre-groups-both': question(household, 2, { preGroups: ['socialAssistance', 'none'] }),
    'pre-age': question(household, 3),
    'pre-residence': question(household, 4),
    'pre-opponent': question(household, 5),
    'pre-income': question(household, 6),
    'pre-income-wrong': question(household, 6, { householdMembers: '四', householdIncome: '' }),
    'pre-own-income': question(wealthy, 7),
    'pre-role': question(suspect, 1),
    'pre-circumstances': question(suspect, 3),
    'pre-result-likely': result(prePersons.migrant, true),
    'pre-result-violence': result(prePersons.violence, false),
    'pre-result-divorce': result(prePersons.divorce, false),
    'pre-result-something': result(prePersons.something, false),
    'pre-result-near': result(household, false),
    'pre-result-wealthy': result(wealthy, false),
    'pre-result-suspect': result(suspect, false),
    'pre-result-unsure': result(prePersons.unsure, false),
  };
}
