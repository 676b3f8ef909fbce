/* What the pages of an application and of a case share: persons, clocks, papers, the story. */

import type { ServiceMethod, Signing } from './documents.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a screen may show of a person; protected values are masked. */
export interface PersonView {
  readonly personId: string;
  readonly tenant: string;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly document: { readonly kind: string; readonly masked: string } | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly region: string | null;
  readonly shielded: boolean;
  readonly demonstration: boolean;
  readonly version: number;
}

/** 法定期限, as it stands. */
export interface Deadline {
  readonly id: string;
  readonly step: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly state: 'running' | 'paused' | 'met' | 'lapsed' | 'cancelled';
  readonly citation: string;
  /** True when it is the centre's own promise, not the law's limit. */
  readonly promise: boolean;
}

/** 文书 as listed. */
export interface MatterDocument {
  readonly documentId: string;
  readonly formKey: string;
  /** As printed. */
  readonly title: string;
  readonly titleEn: string;
  readonly number: string | null;
  /** What the paper belongs to. */
  readonly subject: string;
  readonly subjectId: string;
  readonly issuedAt: string;
  readonly services: readonly DocumentService[];
}

/** 送达 of a paper, as listed. */
export interface DocumentService {
  readonly serviceId: string;
  readonly receiptId: string;
  readonly method: ServiceMethod;
  readonly servedOn: string;
  readonly signing: Signing | null;
  /** There is a picture of what was signed on the screen. */
  readonly signed: boolean;
}

export interface StoryEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly actorKind: string;
  readonly actorName: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Reason {
  readonly rule: string;
  readonly citation: string;
  readonly met: boolean;
  readonly text: Bilingual;
}

/** 审查结论: derived by the rules of the day, with its reasons. */
export interface Assessment {
  readonly outcome: string;
  readonly route: string | null;
  readonly ruleSet: string;
  readonly layers: readonly string[];
  readonly standard?: {
    readonly perCapitaAnnual: number;
    readonly threshold: number;
    readonly multiplier: number;
    readonly basis: string;
    readonly verified: boolean;
  };
  readonly assessedPerCapitaIncome?: number;
  readonly provisionalAid: { readonly available: boolean; readonly ground?: 'periodExpiring' | 'preservation' };
  readonly reasons: readonly Reason[];
  readonly missing?: readonly string[];
  readonly deadlines: readonly { readonly step: string; readonly due: string; readonly citation: string }[];
}
