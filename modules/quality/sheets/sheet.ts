import type { LocalDate } from '../../../kernel/time/index.ts';
import type { MatterClass } from '../../policy/index.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Where something on a sheet comes from. `found`: its text was read. `known`: practice tells it. `uncertain`: the office's choice, 待核实. */
export type Basis = 'found' | 'known' | 'uncertain';

export const stages = [
  'interview',
  'evidence',
  'submissions',
  'hearing',
  'result',
  'documents',
  'timeLimits',
  'satisfaction',
] as const;
export type SheetStage = (typeof stages)[number];

/** What the system works out from the case itself; the reviewer may differ, with a reason. */
export type Prefilled = 'limits' | 'progress' | 'papers' | 'satisfaction';

export interface SheetItem {
  readonly key: string;
  readonly stage: SheetStage;
  readonly name: Words;
  readonly max: number;
  readonly basis: Basis;
  readonly citation: string;
  /** True where a case may have no such thing (a matter out of court has no hearing): its points are taken out of the whole. */
  readonly mayNotApply: boolean;
  readonly prefilled: Prefilled | null;
}

/** 一票否决项: whatever the points, the work is not up to standard. */
export interface VetoItem {
  readonly key: string;
  readonly name: Words;
  readonly basis: Basis;
  readonly citation: string;
}

export const grades = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof grades)[number];

/** 评分表: one for a kind of cases, in force from a day on. Points add up to 100. */
export interface ScoreSheet {
  readonly key: string;
  readonly name: Words;
  readonly source: string;
  readonly from: LocalDate;
  /** The last day; absent while it is in force. */
  readonly to?: LocalDate;
  readonly classes: readonly MatterClass[];
  readonly items: readonly SheetItem[];
  readonly vetoes: readonly VetoItem[];
  /** The least points of each grade; below `pass` is 不合格. */
  readonly thresholds: { readonly excellent: number; readonly good: number; readonly pass: number };
  /** Two reviewers further apart than so many points are followed by a third. */
  readonly gap: number;
  /** The centre's own days: to hand in a review, to ask for re-assessment, to answer a note of rectification. */
  readonly days: { readonly review: number; readonly reassessment: number; readonly rectification: number };
  /** Where the figures come from. */
  readonly basis: {
    readonly method: Basis;
    readonly stages: Basis;
    readonly points: Basis;
    readonly thresholds: Basis;
    readonly gap: Basis;
    readonly days: Basis;
  };
}

/** A sheet that does not hold together never serves. */
export function defineSheet(sheet: ScoreSheet): ScoreSheet {
  const sum = sheet.items.reduce((all, { max }) => all + max, 0);
  const { excellent, good, pass } = sheet.thresholds;
  const keys = [...sheet.items, ...sheet.vetoes].map(({ key }) => key);
  if (sum !== 100) throw new Error(`${sheet.key}: ${sum} points, not 100`);
  if (!(100 >= excellent && excellent > good && good > pass && pass > 0))
    throw new Error(`${sheet.key}: thresholds out of order`);
  if (new Set(keys).size !== keys.length) throw new Error(`${sheet.key}: an item stands twice`);
  if (sheet.to !== undefined && sheet.to < sheet.from) throw new Error(`${sheet.key}: ends before it begins`);
  return sheet;
}
