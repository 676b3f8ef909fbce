import { daysBetween } from '../../../kernel/time/index.ts';
import type { LocaleKey } from '../locales/locale.ts';
import type { JourneyContext } from './context.ts';
import { isMinor } from './derived.ts';
import { elsewhere } from './fields-person.ts';
import type { Values } from './values.ts';

export interface StepNote {
  readonly kind: 'info' | 'warn';
  readonly title: LocaleKey;
  readonly text: LocaleKey;
}

const violence: StepNote = { kind: 'info', title: 'note.violence.title', text: 'note.violence.text' };
const away: StepNote = { kind: 'info', title: 'note.elsewhere.title', text: 'note.elsewhere.text' };
const urgent: StepNote = { kind: 'warn', title: 'note.urgent.title', text: 'note.urgent.text' };
const minor: StepNote = { kind: 'info', title: 'note.minor.title', text: 'note.minor.text' };

/** Fewer than seven days are left, or assets must be secured now: aid may be given first (法律援助法 art. 44). */
export function isUrgent(values: Values, today: string): boolean {
  const lastDay = values.limitationExpiresOn;
  const soon =
    (values.urgent?.includes('deadline') ?? false) && lastDay !== undefined && daysBetween(today, lastDay) < 7;
  return soon || (values.urgent?.includes('preservation') ?? false);
}

/** Needs and causes of a home that is not safe. */
export function isGuarded(values: Values): boolean {
  return values.need === 'violence' || values.cause === 'domesticViolence' || values.cause === 'abuseOrAbandonment';
}

/** What a page should say beside its question, given the answers so far. */
export function notesFor(stepId: string, values: Values, { today }: JourneyContext): readonly StepNote[] {
  const soon = (values.urgent?.includes('deadline') ?? false) && isUrgent(values, today);
  switch (stepId) {
    case 'story':
    case 'phone':
    case 'address':
      return isGuarded(values) ? [violence] : [];
    case 'organ':
    case 'urgent':
      return values.place === elsewhere ? [away] : [];
    case 'who':
    case 'check':
      return soon ? [urgent] : [];
    case 'ethnicity':
      return values.forWhom === 'self' && isMinor(values, today) ? [minor] : [];
    default:
      return [];
  }
}
