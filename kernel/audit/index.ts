export type { AuditFault, FaultKind } from './chain.ts';
export { type AuditOptions, type AuditReport, verifyAudit } from './verify.ts';
