export {
  addDays,
  type Clock,
  daysBetween,
  type Instant,
  instantOf,
  isLocalDate,
  isLocalMinute,
  type LocalDate,
  localDateOf,
  localMinuteOf,
  systemClock,
} from './clock.ts';
export { type Ids, systemIds, uuidv7 } from './ids.ts';
export { daysOfSpan, type Span, spanPattern } from './span.ts';
