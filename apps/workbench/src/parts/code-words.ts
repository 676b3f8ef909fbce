import { causes, doors, groups, isOneOf, matterClasses, outcomes } from '../api/codes.ts';
import { useWords } from '../locales/i18n.ts';

export interface CodeWords {
  readonly matterClass: (code: string) => string;
  /** What a matter is about: its cause, or its class where a criminal matter has none. */
  readonly subject: (matter: { readonly class: string; readonly cause: string | null }) => string;
  readonly cause: (code: string) => string;
  readonly group: (code: string) => string;
  readonly door: (code: string) => string;
  readonly outcome: (code: string) => string;
}

/** The words for the codes of the field. A code this desk does not know is shown as it came, never swallowed. */
export function useCodeWords(): CodeWords {
  const { t } = useWords();
  const matterClass = (code: string): string => (isOneOf(matterClasses, code) ? t(`class.${code}`) : code);
  const cause = (code: string): string => (isOneOf(causes, code) ? t(`cause.${code}`) : code);
  return {
    matterClass,
    cause,
    subject: (matter) => (matter.cause === null ? matterClass(matter.class) : cause(matter.cause)),
    group: (code) => (isOneOf(groups, code) ? t(`group.${code}`) : code),
    door: (code) => (isOneOf(doors, code) ? t(`door.${code}`) : code),
    outcome: (code) => (isOneOf(outcomes, code) ? t(`outcome.${code}`) : code),
  };
}
