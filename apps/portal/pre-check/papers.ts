import type { PreCheckEnd } from '../../../modules/policy/index.ts';
import type { LocaleKey } from '../locales/locale.ts';
import type { Need } from '../steps/fields-matter.ts';
import type { PreWalk } from './walk.ts';

export interface PapersToBring {
  /** The matter itself: which of the lists of usual papers. */
  readonly need: Need;
  /** What shows means, or makes that needless; `papers` fill the sentence. */
  readonly proofs: readonly { readonly key: LocaleKey; readonly papers?: readonly LocaleKey[] }[];
}

const noMeans = { key: 'pre.bring.noMeans' } as const;
const ofMeans = { key: 'pre.bring.means' } as const;

/**
 * Papers for this matter by this route (法律援助法 arts 41, 42): nothing about income where it is not looked at; what shows the group where that
 * waives verification; else a statement or a promise.
 */
export function papersFor({ end, answers, values }: PreWalk & { readonly end: PreCheckEnd }): PapersToBring {
  const need = values.need ?? 'other';
  switch (end.route) {
    case 'meansExempt':
    case 'mandatoryDefence':
    case 'discretionaryDefence':
    case 'notifiedRepresentation':
      return { need, proofs: [noMeans] };
    case 'verificationWaived': {
      const shown = groupPapers.filter(([group]) => answers.groups?.[group] === true).map(([, paper]) => paper);
      const byLivelihood: readonly LocaleKey[] =
        answers.noFixedLivelihood === true
          ? [
              ...(answers.groups?.personWithDisability === true ? [] : (['pre.paper.age'] as const)),
              'pre.paper.livelihood',
            ]
          : [];
      return { need, proofs: [{ key: 'pre.bring.waived', papers: [...shown, ...byLivelihood] }] };
    }
    default:
      return { need, proofs: end.outcomes.every((outcome) => outcome === 'mustDesignate') ? [noMeans] : [ofMeans] };
  }
}

const groupPapers = [
  ['migrantWorker', 'pre.paper.migrantWorker'],
  ['socialAssistance', 'pre.paper.socialAssistance'],
  ['judicialAssistance', 'pre.paper.judicialAssistance'],
  ['preferentialTreatment', 'pre.paper.preferentialTreatment'],
  ['martyrSurvivor', 'pre.paper.martyrSurvivor'],
  ['personWithDisability', 'pre.paper.personWithDisability'],
] as const;
