import type { Language } from '../../modules/network/index.ts';
import type { EthnicGroup } from './names.ts';
import type { DemoPerson } from './people.ts';
import type { Random } from './random.ts';

const languageOf: Readonly<Partial<Record<EthnicGroup, Language>>> = {
  彝族: 'yi',
  傣族: 'dai',
  白族: 'bai',
  傈僳族: 'lisu',
  苗族: 'miao',
  布朗族: 'blang',
  德昂族: 'deang',
};

/** What somebody asks to be spoken to in: old people of a group their own tongue, whoever cannot hear or speak signs. */
export function languageNeeded(
  { ethnicGroup, birthDate }: DemoPerson,
  on: string,
  impairments: readonly string[] = [],
): Language | undefined {
  if (impairments.includes('hearing') || impairments.includes('speech')) return 'signLanguage';
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) >= 60 ? languageOf[ethnicGroup] : undefined;
}

/** What a person can be spoken to in: everybody the common tongue, most of a group their own. */
export function languagesOf({ ethnicGroup }: DemoPerson, random: Random): Language[] {
  const own = languageOf[ethnicGroup];
  return [
    'mandarin',
    'baoshanDialect',
    ...(own !== undefined && random.chance(0.8) ? [own] : []),
    ...(random.chance(0.01) ? (['signLanguage'] as const) : []),
  ];
}
