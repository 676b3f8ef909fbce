import { queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';

/** 法规与标准: rule packs in words, changes of figures, two days side by side. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface PackHead {
  readonly key: string;
  readonly layer: 'national' | 'nationalSupplement' | 'provincial' | 'local' | 'figures';
  readonly layerLabel: Bilingual;
  readonly title: Bilingual;
  readonly jurisdiction: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly verified: boolean;
  readonly draft: boolean;
  readonly source: string;
}

export interface PackRow extends PackHead {
  readonly ruleCount: number;
  readonly figureCount: number;
  readonly unverifiedCount: number;
}

export interface PackList {
  readonly revision: number;
  readonly mayPropose: boolean;
  readonly packs: readonly PackRow[];
}

export interface ToldRule {
  readonly key: string;
  readonly citation: Bilingual;
  readonly text: Bilingual;
  readonly conditions: readonly Bilingual[];
  readonly from: string;
  readonly to?: string;
  readonly verified: boolean;
}

/** The first fields of a change: which figure. */
export interface FigureTarget {
  readonly figure: 'multiplier' | 'standard' | 'clock' | 'promise' | 'band' | 'addition' | 'deduction';
  readonly key?: string;
  readonly tariff?: string;
  readonly region?: string;
  readonly residence?: string;
}

export type FigureValue = Readonly<Record<string, unknown>>;

export interface ToldFigure {
  readonly target: FigureTarget;
  readonly label: Bilingual;
  readonly value: FigureValue;
  readonly words: Bilingual;
  readonly citation: Bilingual;
  readonly from: string;
  readonly to?: string;
  readonly verified: boolean;
  readonly changed: boolean;
}

export const figureLists = [
  'multipliers',
  'standards',
  'clocks',
  'promises',
  'bands',
  'additions',
  'deductions',
] as const;

export type ToldPack = PackHead & {
  readonly rules: readonly {
    readonly effect: string;
    readonly label: Bilingual;
    readonly rules: readonly ToldRule[];
  }[];
} & { readonly [L in (typeof figureLists)[number]]: readonly ToldFigure[] };

export interface StandingFigure {
  readonly value: FigureValue;
  readonly verified: boolean;
  readonly source: string;
  readonly from: string;
  readonly to?: string;
  readonly region?: string;
}

export interface ChangePreview {
  readonly office: string;
  readonly before?: StandingFigure;
  readonly after?: StandingFigure;
  readonly takesEffectOn: string;
}

export interface ChangeAsked extends FigureTarget {
  readonly value: FigureValue;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly verified: boolean;
  readonly source: string;
  readonly note?: string;
}

export interface ListedChange {
  readonly id: string;
  readonly office: string;
  readonly figure: string;
  readonly change: ChangeAsked;
  readonly label: Bilingual;
  readonly pack: string;
  readonly title: Bilingual;
  readonly before: StandingFigure | null;
  readonly effectiveFrom: string;
  readonly correction: boolean;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly state: 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
  readonly version: number;
  readonly settledByName: string | null;
  readonly settledAt: string | null;
  readonly settledNote: string | null;
  readonly revision: number | null;
  readonly mine: boolean;
  readonly allowedActions: readonly string[];
}

export interface Said {
  readonly text: Bilingual;
  readonly citation: string;
  readonly verified: boolean;
}

export interface Difference {
  readonly subject: Bilingual;
  readonly kind: 'began' | 'ended' | 'changed' | 'moved' | 'same';
  readonly before: readonly Said[];
  readonly after: readonly Said[];
}

export interface Instrument {
  readonly key: string;
  readonly title: Bilingual;
  readonly verified: boolean;
}

export interface ComparedSide {
  readonly on: string;
  readonly national: Instrument;
  readonly layers: readonly Instrument[];
  readonly specimen?: {
    readonly outcome: string;
    readonly route: string | null;
    readonly reasons: readonly {
      readonly rule: string;
      readonly citation: string;
      readonly met: boolean;
      readonly text: Bilingual;
    }[];
    readonly missing?: readonly string[];
  };
}

export interface LawComparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly parts: readonly {
    readonly part: string;
    readonly label: Bilingual;
    readonly differences: readonly Difference[];
  }[];
}

export const packsQuery = queryOptions({
  queryKey: ['law', 'packs'],
  queryFn: ({ signal }) => get<PackList>('/api/law/packs', undefined, signal),
});

export const packQuery = (key: string) =>
  queryOptions({
    queryKey: ['law', 'pack', key],
    queryFn: ({ signal }) => get<ToldPack>(`/api/law/packs/${key}`, undefined, signal),
  });

export const changesQuery = queryOptions({
  queryKey: ['law', 'changes'],
  queryFn: ({ signal }) => get<{ readonly changes: readonly ListedChange[] }>('/api/law/changes', undefined, signal),
});

export interface CompareAsked {
  readonly from: string;
  readonly to: string;
  readonly region: string;
  readonly group?: string | undefined;
  readonly cause?: string | undefined;
  readonly residence?: string | undefined;
}

export const compareQuery = (asked: CompareAsked) =>
  queryOptions({
    queryKey: ['law', 'compare', asked],
    queryFn: ({ signal }) => get<LawComparison>('/api/law/compare', { ...asked }, signal),
  });

export const previewChange = (change: ChangeAsked, correction: boolean): Promise<ChangePreview> =>
  post('/api/law/changes/preview', { change, correction });

export const proposeChange = (
  change: ChangeAsked,
  correction: boolean,
  key: string,
): Promise<{ readonly id: string }> => post('/api/law/changes', { change, correction }, key);

export const settleChange = (
  id: string,
  event: string,
  version: number,
  note: string | undefined,
  key: string,
): Promise<unknown> =>
  post(`/api/law/changes/${id}/${event}`, { version, ...(note === undefined ? {} : { note }) }, key);
