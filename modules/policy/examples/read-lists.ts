import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromRoot } from '../../../kernel/paths.ts';
import { clockMatters } from '../law/pack-schema.ts';
import { subsidyKinds } from '../law/tariff-schema.ts';
import {
  causes,
  criminalRoles,
  criminalStages,
  groups,
  limitUnits,
  residences,
  standardBases,
  steps,
} from '../schema.ts';

/** `lists.yaml`: the law's lists as a lawyer writes them down, beside the packs and apart from them. */

const day = z.iso.date();
const span = { from: day.optional(), to: day.optional(), verified: z.boolean().optional() };
const byCitation = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const DefenceRow = z.strictObject({
  cite: z.string(),
  /** One of these must be known; absent: anyone. */
  who: z.array(z.string()).optional(),
  /** Not where one of these is known. */
  unless: z.array(z.string()).optional(),
  organs: z.array(z.string()).optional(),
  stages: z.array(z.string()).optional(),
});
export type DefenceRow = z.infer<typeof DefenceRow>;

const Adjusted = z.strictObject({ most: z.int(), units: z.int().optional(), treasuryToo: z.literal(true).optional() });

const limit = { step: z.enum(steps), amount: z.int(), unit: z.enum(limitUnits) };

const LawLists = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  instruments: z.record(z.string(), z.strictObject({ from: day, to: day.optional(), verified: z.boolean() })),
  entries: z.record(z.string(), z.strictObject(span)),
  matters: z.array(z.strictObject({ day, region: z.string(), open: byCitation(z.array(z.enum(causes))) })),
  criminalApplicants: z.array(
    z.strictObject({
      day,
      open: byCitation(
        z.strictObject({
          roles: z.array(z.enum(criminalRoles)).optional(),
          stages: z.array(z.enum(criminalStages)).optional(),
        }),
      ),
    }),
  ),
  defence: z.array(
    z.strictObject({
      day,
      represented: z.array(DefenceRow).optional(),
      must: z.array(DefenceRow),
      may: z.array(DefenceRow),
    }),
  ),
  meansExempt: byCitation(z.array(z.enum(causes))),
  verificationWaived: byCitation(
    z.strictObject({
      groups: z.array(z.enum(groups)),
      causes: z.array(z.enum(causes)).optional(),
      noFixedLivelihood: z.boolean().optional(),
    }),
  ),
  tariffs: z.array(
    z.strictObject({
      day,
      bands: z.array(z.strictObject({ kinds: z.array(z.enum(subsidyKinds)), min: z.int(), max: z.int() })),
      additions: z.record(z.string(), Adjusted).optional(),
      deductions: z.record(z.string(), Adjusted).optional(),
    }),
  ),
  limits: z.record(
    z.string(),
    z.strictObject({
      ...limit,
      article: z.string().optional(),
      matters: z.array(z.enum(clockMatters)).optional(),
      counted: z.literal('before').optional(),
    }),
  ),
  promises: z.record(z.string(), z.strictObject(limit)),
  fractions: z.record(
    z.string(),
    z.strictObject({
      basis: z.enum(standardBases),
      fraction: z.tuple([z.int(), z.int()]),
      residence: z.array(z.enum(residences)).optional(),
    }),
  ),
  articles: z.record(z.string(), z.string()),
});

export function lawLists(): z.infer<typeof LawLists> {
  const text = readFileSync(fromRoot('modules', 'policy', 'examples', 'lists.yaml'), 'utf8');
  return LawLists.parse(parse(text, { merge: true }));
}
