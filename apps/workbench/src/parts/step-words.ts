import { isOneOf, steps } from '../api/codes.ts';
import { useWords } from '../locales/i18n.ts';

/** The word for a step of the law's clocks. */
export function useStepWords(): (step: string) => string {
  const { t } = useWords();
  return (step) => (isOneOf(steps, step) ? t(`step.${step}`) : step);
}
