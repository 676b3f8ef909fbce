/** Playing the invented city through the use cases. */
export { type Performance, performCity } from './perform.ts';
export { demonstrationPassword } from './staff.ts';
