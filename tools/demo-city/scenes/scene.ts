import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Cause, CriminalRole, CriminalStage, Group } from '../../../modules/policy/index.ts';
import type { DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';

/** What a narrative may speak of. Amounts and days are drawn as they are told. */
export interface Telling {
  readonly r: Random;
  readonly self: DemoPerson;
  readonly age: number;
  readonly county: string;
  readonly town: string;
  readonly village: string;
  /** The other side, as the person calls it. */
  readonly other: string;
  /** 18600元: between the two, in hundreds of yuan. */
  readonly money: (from: number, to: number) => string;
  /** 今年3月, 去年11月: so many months back. */
  readonly month: (back: number) => string;
  /** 10月12日: so many days back; with the year when it was another one. */
  readonly day: (back: number) => string;
}

/** Who stands on the other side, and so where a name is drawn from. */
export type OtherSide =
  | 'employer'
  | 'foreman'
  | 'driver'
  | 'spouse'
  | 'child'
  | 'parentOfChild'
  | 'relative'
  | 'neighbour'
  | 'company'
  | 'hospital'
  | 'village'
  | 'bureau'
  | 'nobody';

/** One way of telling it; a tale that only somebody of a certain kind can tell says so, and the story is cast accordingly. */
export interface Tale {
  readonly words: (t: Telling) => string;
  readonly sex?: 'male' | 'female';
  readonly age?: readonly [number, number];
  /** How the one who applies is related to the person it is about. */
  readonly kin?: readonly string[];
  readonly otherSex?: 'male' | 'female';
  /** In what trade the company on the other side is, or which public organ it is. */
  readonly trade?: readonly string[];
  readonly wanted?: string;
}

/** One kind of trouble that people bring, and how they tell it. */
export interface Scene {
  readonly key: string;
  /** Absent: a criminal matter. */
  readonly cause?: Cause;
  readonly class: 'civil' | 'administrative' | 'stateCompensation' | 'criminal';
  readonly weight: number;
  readonly sex?: 'male' | 'female';
  readonly age: readonly [number, number];
  readonly groups: readonly Group[];
  readonly otherSide: OtherSide;
  readonly proceeding: 'litigation' | 'nonLitigation';
  /** How the means are dealt with: tested, waived on proof of status, or not asked at all. */
  readonly means: 'tested' | 'waived' | 'exempt';
  readonly noFixedLivelihood?: boolean;
  readonly wanted: readonly string[];
  readonly tell: readonly (Tale | Tale['words'])[];
  readonly way: HandlingWay;
  readonly criminal?: {
    readonly stages: readonly CriminalStage[];
    readonly role: CriminalRole;
    /** A notice of the organ, with its ground, instead of an application. */
    readonly notified?: boolean;
    readonly lifeOrDeathPossible?: boolean;
    readonly impairments?: readonly ('sight' | 'hearing' | 'speech' | 'cannotFullyRecogniseActs')[];
  };
}

/** Which course the handling takes: what is noted on the way and how it ends. */
export type HandlingWay =
  | 'arbitration'
  | 'suit'
  | 'supportSuit'
  | 'divorceSuit'
  | 'injurySuit'
  | 'harmSuit'
  | 'negotiation'
  | 'administrative'
  | 'defenceInvestigation'
  | 'defenceProsecution'
  | 'defenceTrial'
  | 'victim'
  | 'capacity';

/** A tale with nothing asked of who tells it may be written as its words alone. */
export function taleOf(tale: Tale | Tale['words']): Tale {
  return typeof tale === 'function' ? { words: tale } : tale;
}

/** 今年3月 or 去年11月, seen from `on`. */
export function monthWords(on: LocalDate, back: number): string {
  const months = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - back;
  const year = Math.floor(months / 12);
  const ago = Number(on.slice(0, 4)) - year;
  const when = ago === 0 ? '今年' : ago === 1 ? '去年' : ago === 2 ? '前年' : `${year}年`;
  return `${when}${(months % 12) + 1}月`;
}
