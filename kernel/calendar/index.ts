export { buildCalendar, type Calendar, type CalendarOverride } from './calendar.ts';
export { type EpochDay, epochDayOf, isWeekend, localDateOfEpochDay } from './epoch-day.ts';
export { seedCalendar, seedOverrides } from './seed.ts';
