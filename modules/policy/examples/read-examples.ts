import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromRoot } from '../../../kernel/paths.ts';
import { limitUnits, outcomes, routes, StandardRow, steps } from '../schema.ts';

/**
 * The worked cases (例案): tables that a lawyer reads and a test runs. A case's facts are merged over its file's base; `article` must be cited
 * among the reasons; `met` and `unmet` name rules whose condition must and must not hold.
 */

const text = z.strictObject({ zh: z.string(), en: z.string() });
const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const facts = z.record(z.string(), z.unknown());

const AssessmentFile = z.strictObject({
  title: text,
  /** Drafts that are taken to be in force for the cases of this file. */
  drafts: z.array(z.string()).default([]),
  standards: z.array(StandardRow),
  base: facts,
  cases: z.array(
    z.strictObject({
      name: z.string(),
      day: z.iso.date(),
      facts,
      outcome: z.enum(outcomes),
      route: z.enum(routes).optional(),
      article: z.string(),
      met: oneOrMore.default([]),
      unmet: oneOrMore.default([]),
      missing: z.array(z.string()).optional(),
      provisional: z.enum(['none', 'periodExpiring', 'preservation']).optional(),
      ruleSet: z.string().optional(),
      layers: z.array(z.string()).optional(),
      perCapita: z.number().optional(),
      threshold: z.number().optional(),
      due: z.partialRecord(z.enum(steps), z.iso.date()).optional(),
    }),
  ),
});

const DeadlineFile = z.strictObject({
  title: text,
  cases: z.array(
    z.strictObject({
      name: z.string(),
      step: z.enum(steps),
      matter: z.enum(['civil', 'criminal', 'notified']).optional(),
      from: z.string(),
      on: z.string().optional(),
      paused: z.array(z.string()).default([]),
      due: z.string().optional(),
      rolledFrom: z.string().optional(),
      unit: z.enum(limitUnits).optional(),
      amount: z.int().optional(),
      counted: z.literal('before').optional(),
      calendarKnown: z.literal(false).optional(),
      verified: z.literal(false).optional(),
      ruleSet: z.string().optional(),
      article: z.string().optional(),
      /** The clock of the packs that this case shows. */
      clock: z.string().optional(),
      fault: z.string().optional(),
    }),
  ),
});

const SubsidyFile = z.strictObject({
  title: text,
  cases: z.array(
    z.strictObject({
      name: z.string(),
      ask: facts,
      amount: z.int().optional(),
      taxFree: z.boolean().optional(),
      rules: z.array(z.string()).default([]),
      faults: z.array(z.string()).optional(),
    }),
  ),
});

export type AssessmentExample = z.infer<typeof AssessmentFile>['cases'][number] & {
  readonly file: string;
  readonly merged: unknown;
  readonly standards: readonly StandardRow[];
  readonly drafts: readonly string[];
};
export type DeadlineExample = z.infer<typeof DeadlineFile>['cases'][number];
export type SubsidyExample = z.infer<typeof SubsidyFile>['cases'][number];

const folder = fromRoot('modules', 'policy', 'examples');
const otherTables = ['deadlines.yaml', 'subsidies.yaml', 'lists.yaml'];
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));

export function assessmentExamples(): readonly AssessmentExample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !otherTables.includes(name))
    .sort()
    .flatMap((file) => {
      const { base, standards, drafts, cases } = AssessmentFile.parse(read(file));
      return cases.map((one) => ({
        ...one,
        file,
        standards,
        drafts,
        merged: { receivedOn: one.day, ...merge(base, one.facts) },
      }));
    });
}

export function deadlineExamples(): readonly DeadlineExample[] {
  return DeadlineFile.parse(read('deadlines.yaml')).cases;
}

export function subsidyExamples(): readonly SubsidyExample[] {
  return SubsidyFile.parse(read('subsidies.yaml')).cases;
}

type Tree = { readonly [key: string]: unknown };

/** Objects merged field by field; anything else of the case replaces what the base had. */
function merge(base: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
