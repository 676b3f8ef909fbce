import { useQuery } from '@tanstack/react-query';
import type { AffairKind } from '../api/affairs.ts';
import { lifecyclesQuery } from '../api/lifecycles.ts';
import { useWords } from '../locales/i18n.ts';

export type Subject =
  | AffairKind
  | 'application'
  | 'commitment'
  | 'complaint'
  | 'case'
  | 'archiveDestruction'
  | 'assessmentPlan'
  | 'assessment'
  | 'supervision'
  | 'subsidy'
  | 'directCost'
  | 'paymentBatch'
  | 'policyChange'
  | 'dutyShift';

/** The server's own words for states and moves. */
export function useLifecycleWords(): {
  readonly state: (subject: Subject, state: string) => string;
  readonly action: (subject: Subject, state: string, event: string) => string;
} {
  const { side } = useWords();
  const { data } = useQuery(lifecyclesQuery);
  const table = (subject: Subject) => data?.find((lifecycle) => lifecycle.name === subject)?.states;
  return {
    state: (subject, state) => {
      const words = table(subject)?.[state];
      return words === undefined ? state : side(words);
    },
    action: (subject, state, event) => {
      const words = table(subject)?.[state]?.on[event];
      return words === undefined ? event : side(words);
    },
  };
}
