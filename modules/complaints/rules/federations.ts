import type { Bilingual } from '../../policy/index.ts';

/** 群团组织 that the measures name: told where the matter is one of theirs. */
export const federations = {
  tradeUnion: { zh: '工会', en: 'Trade union' },
  youthLeague: { zh: '共青团', en: 'Youth league' },
  womensFederation: { zh: '妇联', en: "Women's federation" },
  disabledFederation: { zh: '残联', en: "Disabled persons' federation" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Federation = keyof typeof federations;
export const federationKeys = Object.keys(federations) as [Federation, ...Federation[]];

const concernedBy: Readonly<Record<string, Federation>> = {
  migrantWorker: 'tradeUnion',
  minor: 'youthLeague',
  student: 'youthLeague',
  woman: 'womensFederation',
  personWithDisability: 'disabledFederation',
};

/** Which of them are to be thought of, by the groups of the recipient. */
export function federationsFor(groups: readonly string[]): readonly Federation[] {
  return federationKeys.filter((key) => groups.some((group) => concernedBy[group] === key));
}
