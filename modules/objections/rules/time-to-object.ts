import type { Calendar } from '../../../kernel/calendar/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { deadline } from '../../policy/index.ts';

export interface TimeToObject {
  readonly until: LocalDate;
  readonly citation: string;
  /** False while nobody has read the article that names the days. */
  readonly verified: boolean;
}

/**
 * The last day for an objection: so many days from the day the decision was received (procedure of 2023, art. 22).
 * Undefined where the law of that day names none, as the Regulations and the Law by itself do not.
 */
export function timeToObject(servedOn: LocalDate, calendar: Calendar): TimeToObject | undefined {
  const counted = deadline({ step: 'raiseObjection', from: servedOn }, calendar);
  if (!counted.ok) return undefined;
  return { until: counted.value.due, citation: counted.value.citation, verified: counted.value.verified !== false };
}
