import { z } from 'zod';
import { line, tenant } from './shapes.ts';

/* 利益冲突: what is asked before there is a case, and what handlers tell of themselves. */

const party = z.strictObject({
  name: line(80),
  /** Number of a document, as typed. */
  documentNumber: z.string().trim().min(1).max(60).optional(),
});

export const CheckConflicts = z.strictObject({
  tenant,
  recipient: party,
  opponents: z.array(party).max(50).default([]),
  coDefendants: z.array(party).max(50).default([]),
  /** 办案机关案号: ties those accused together. */
  organCaseNumber: line(60).optional(),
});
export type CheckConflicts = z.infer<typeof CheckConflicts>;

/** How a relative stands to a handler. */
export const relations = ['spouse', 'parent', 'child', 'sibling', 'other'] as const;
export type Relation = (typeof relations)[number];

export const DeclareRelative = z.strictObject({
  tenant,
  /** Left out by a handler who speaks for themselves. */
  handlerId: z.uuid().optional(),
  relation: z.enum(relations),
  name: line(60),
});
export type DeclareRelative = z.infer<typeof DeclareRelative>;

export const WithdrawRelative = z.strictObject({ tenant, relativeId: z.uuid() });
export type WithdrawRelative = z.infer<typeof WithdrawRelative>;
