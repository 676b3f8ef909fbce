import { z } from 'zod';
import { costKindKeys } from '../subsidies/index.ts';
import { day, line, versioned } from './shapes.ts';

/** 申报直接费用, with the receipts that were stored beforehand. Money in fen. */
export const ClaimCost = versioned.extend({
  kind: z.enum(costKindKeys),
  spentOn: day,
  /** Days, where the tariff pays by the day. */
  units: z.int().min(1).max(366).optional(),
  amount: z.int().min(1).max(100_000_000),
  purpose: line(300),
  receipts: z.array(z.uuid()).min(1).max(20),
});
export type ClaimCost = z.infer<typeof ClaimCost>;
