export { kernelRefusals } from './kernel-refusals.ts';
export { type FieldFault, fault, ok, Refusal, type RefusalTable, type RefusalText, type Result } from './refusal.ts';
