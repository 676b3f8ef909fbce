import { z } from 'zod';
import {
  causes,
  type cutDimensions,
  directions,
  groups,
  matterClasses,
  outcomes,
  routes,
  subsidyKinds,
} from '../policy/index.ts';

/* 政策推演: what is asked, and what is answered. Money is an integer in fen. */

const day = z.iso.date();
const tenant = z.string().regex(/^\d{6}$/);
const text = z.object({ zh: z.string(), en: z.string() });

export const AskWhatIf = z.strictObject({
  /** Figures as they would be; each in force from the first day of the period unless it says otherwise. */
  changes: z.array(z.unknown()).max(50).default([]),
  /** Keys of draft packs that are to be taken as law. */
  drafts: z.array(z.string().min(1).max(100)).max(20).default([]),
  /** Days of receipt, both included. */
  period: z.strictObject({ from: day, to: day }),
  /** Which centres; every one in reach when left out. */
  tenants: z.array(tenant).min(1).max(500).optional(),
});
export type AskWhatIf = z.infer<typeof AskWhatIf>;

/** The list behind one count: the same question, and which of its counts. */
export const ListWhatIf = AskWhatIf.extend({
  of: z
    .strictObject({
      direction: z.enum(directions).optional(),
      before: z.enum(outcomes).optional(),
      after: z.enum(outcomes).optional(),
      group: z.enum(groups).optional(),
      tenant: tenant.optional(),
      /** A cause, or `criminal` for criminal matters, which have none. */
      cause: z.enum([...new Set([...causes, ...matterClasses])]).optional(),
    })
    .default({}),
  /** Id of the last application of the page before. */
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListWhatIf = z.infer<typeof ListWhatIf>;

const counts = z.object({ gains: z.int(), loses: z.int(), other: z.int() });
const cut = z.object({ value: z.string(), examined: z.int(), changed: counts });
const estimate = z.object({
  cases: z.int(),
  low: z.int(),
  high: z.int(),
  byAverage: z.int().nullable(),
  lines: z.array(
    z.object({
      kind: z.enum(subsidyKinds),
      cases: z.int(),
      low: z.int(),
      high: z.int(),
      byAverage: z.int().nullable(),
      paid: z.int(),
    }),
  ),
  unpriced: z.int(),
  verified: z.boolean(),
});

export const WhatIfReport = z.object({
  period: z.object({ from: day, to: day }),
  tenants: z.array(z.string()),
  examined: z.int(),
  changed: counts,
  rerouted: z.int(),
  drifted: z.int(),
  /** Applications whose sealed facts could not be opened: not looked at. */
  unreadable: z.int(),
  /** False where a hardship standard that was used is not confirmed (待核实). */
  standardsVerified: z.boolean(),
  matrix: z.array(z.object({ before: z.enum(outcomes), after: z.enum(outcomes), n: z.int() })),
  by: z.object({ group: z.array(cut), tenant: z.array(cut), cause: z.array(cut) } satisfies Record<
    (typeof cutDimensions)[number],
    unknown
  >),
  cost: z.object({ additional: estimate, saved: estimate }),
  /** The subsidies approved in the period under the other tariff; null where no tariff changes. */
  subsidies: z
    .object({ subsidies: z.int(), amount: z.int(), amountThen: z.int(), changed: z.int(), unpriced: z.int() })
    .nullable(),
});
export type WhatIfReport = z.infer<typeof WhatIfReport>;

export const ChangedApplication = z.object({
  tenant: z.string(),
  applicationId: z.string(),
  matterId: z.string(),
  number: z.string(),
  receivedOn: day,
  state: z.string(),
  class: z.string(),
  cause: z.string().nullable(),
  groups: z.array(z.string()),
  /** Masked. */
  name: z.string(),
  direction: z.enum(directions),
  before: z.object({ outcome: z.enum(outcomes), route: z.enum(routes).nullable() }),
  after: z.object({ outcome: z.enum(outcomes), route: z.enum(routes).nullable() }),
  reason: z.object({ rule: z.string(), citation: z.string(), met: z.boolean(), text }),
});
export type ChangedApplication = z.infer<typeof ChangedApplication>;
