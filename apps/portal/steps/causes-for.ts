import { type Cause, causeCatalogue, suggestCauses } from '../../../modules/policy/index.ts';
import type { PlainCause } from './context.ts';
import type { Need } from './fields-matter.ts';

/** Which causes a need usually turns out to be, the likeliest first; of a crime's victim, those that the law makes a difference for. */
const causesOfNeed: Readonly<Record<Need, readonly Cause[]>> = {
  wages: ['labourPay', 'workInjury', 'labourRelation', 'labourContract', 'socialInsurance', 'employment'],
  injury: [
    'workInjury',
    'trafficInjury',
    'medicalInjury',
    'foodDrugInjury',
    'productInjury',
    'propertyLossFromAccident',
    'environmentalDamage',
    'actOfBravery',
  ],
  family: ['marriageAndFamily', 'maintenance', 'domesticViolence', 'abuseOrAbandonment', 'legalCapacity'],
  violence: ['domesticViolence', 'abuseOrAbandonment', 'marriageAndFamily', 'maintenance'],
  criminal: ['domesticViolence', 'abuseOrAbandonment', 'actOfBravery'],
  benefits: ['socialAssistance', 'socialInsurance', 'pension', 'resettlement', 'schooling', 'medicalCare'],
  land: ['landContract', 'forestRights', 'resettlement', 'agriculturalInputs', 'environmentalDamage'],
  other: [],
};

/** At most this many to choose from, besides "none of these": a screen of them. */
const most = 8;

/** The causes a citizen chooses from: those the story speaks of first, then those the need suggests; for "something else", all of them. */
export function causesFor(need: string, story: string): readonly PlainCause[] {
  const told = suggestCauses(story, 4).map((suggestion) => suggestion.cause);
  const usual = causesOfNeed[need as Need] ?? [];
  const codes = [...new Set([...told, ...usual])];
  const shown =
    need === 'other'
      ? [...new Set([...told, ...causeCatalogue.map((entry) => entry.cause)])]
      : codes.slice(0, Math.max(most, usual.length));
  return shown.flatMap((code) => {
    const entry = causeCatalogue.find((candidate) => candidate.cause === code);
    return entry === undefined || entry.cause === 'other' ? [] : [{ code, text: entry.plain }];
  });
}
