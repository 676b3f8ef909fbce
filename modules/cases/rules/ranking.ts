import { type Language, languageText, type Speciality } from '../../network/index.ts';
import type { Words } from '../schema.ts';
import { type AssessedGrade, gradeText, qualityShare } from './assessed-grades.ts';
import type { Share } from './fair-share.ts';

/** What the ranking knows of a candidate who may act. */
export interface CandidateFacts {
  readonly id: string;
  readonly sex: 'male' | 'female';
  readonly specialities: readonly Speciality[];
  readonly languages: readonly Language[];
  /** Cases designated to the handler and not yet handed in. */
  readonly openCases: number;
  /** Estimated minutes by vehicle to the place of the matter; null when a place is not on the map. */
  readonly minutes: number | null;
  /** True when the estimate is drawn, not measured. */
  readonly schematic: boolean;
  /** Served the same recipient in an earlier stage or case. */
  readonly servedBefore: boolean;
  /** Grades of the last cases of theirs that peers assessed, the latest first. */
  readonly grades: readonly AssessedGrade[];
  readonly share: Share;
}

export interface MatterFacts {
  readonly specialities: readonly Speciality[];
  /** What the recipient asked to be spoken to in; null where nothing was said. */
  readonly language: Language | null;
  /** A girl is, where possible, given a woman. */
  readonly girl: boolean;
}

export type ScorePart =
  | 'fairShare'
  | 'load'
  | 'speciality'
  | 'distance'
  | 'language'
  | 'womanForGirl'
  | 'servedBefore'
  | 'quality';

export interface ScoreLine {
  readonly part: ScorePart;
  readonly points: number;
  /** The most that this part can give. */
  readonly of: number;
  readonly text: Words;
}

export interface RankedCandidate {
  readonly id: string;
  readonly total: number;
  /** Place in the turn. */
  readonly turn: number;
  readonly lines: readonly ScoreLine[];
}

/** What each part can give: an office's choice, kept with every designation so that it can be explained later. */
export const rankingWeights: Readonly<Record<ScorePart, number>> = {
  fairShare: 35,
  load: 25,
  speciality: 20,
  distance: 20,
  language: 30,
  womanForGirl: 30,
  servedBefore: 25,
  quality: 10,
};
export const rankingVersion = 3;

/** With this many open cases the load gives no points any more. */
const fullLoad = 12;

/** This many cases behind the ideal share give all of its points, as many ahead none. */
const fullDeficit = 3;

/** Points by minutes of travel, half-open bands. */
const distanceBands: readonly (readonly [below: number, share: number])[] = [
  [15, 1],
  [30, 0.8],
  [60, 0.5],
  [120, 0.2],
];

/** Candidates best first; equal totals stand in the order of the turn, so that among equals the turn decides alone. */
export function rank(candidates: readonly CandidateFacts[], matter: MatterFacts): readonly RankedCandidate[] {
  return candidates
    .map((candidate): RankedCandidate => {
      const lines = parts.flatMap((part) => part(candidate, matter) ?? []);
      return {
        id: candidate.id,
        lines,
        total: lines.reduce((sum, l) => sum + l.points, 0),
        turn: candidate.share.turn,
      };
    })
    .sort((a, b) => b.total - a.total || a.turn - b.turn);
}

type Part = (candidate: CandidateFacts, matter: MatterFacts) => ScoreLine | undefined;

const parts: readonly Part[] = [
  ({ share }) => {
    const ideal = share.ideal.toFixed(1);
    return line('fairShare', 0.5 + share.behind / (2 * fullDeficit), {
      zh: `轮到第 ${share.turn + 1} 位：按比例应办 ${ideal} 件，已指派 ${share.count} 件`,
      en: `No. ${share.turn + 1} in turn: ideal share ${ideal}, designated ${share.count}`,
    });
  },
  ({ openCases }) =>
    line('load', 1 - openCases / fullLoad, { zh: `在办 ${openCases} 件`, en: `${openCases} open cases` }),
  (candidate, { specialities }) => {
    if (specialities.length === 0) return undefined;
    const fits = specialities.filter((s) => candidate.specialities.includes(s)).length;
    return line('speciality', fits / specialities.length, {
      zh: fits === 0 ? '不是专长领域' : fits === specialities.length ? '专长相符' : '部分专长相符',
      en: fits === 0 ? 'Not their field' : fits === specialities.length ? 'Their field' : 'Partly their field',
    });
  },
  ({ minutes, schematic }) => {
    if (minutes === null) return line('distance', 0, { zh: '路程未知', en: 'Travel time unknown' });
    const mark = schematic ? { zh: '（示意，非实测）', en: ' (schematic, not measured)' } : { zh: '', en: '' };
    const share = distanceBands.find(([below]) => minutes < below)?.[1] ?? 0;
    return line('distance', share, {
      zh: `路程约 ${minutes} 分钟${mark.zh}`,
      en: `About ${minutes} min away${mark.en}`,
    });
  },
  ({ languages }, { language }) => {
    if (language === null) return undefined;
    const { zh, en } = languageText[language];
    const speaks = languages.includes(language);
    return line('language', speaks ? 1 : 0, {
      zh: speaks ? `会${zh}，受援人需要` : `受援人需要${zh}，登记的语言里没有，要另请翻译`,
      en: speaks
        ? `Speaks ${en}, which the recipient needs`
        : `The recipient needs ${en}: an interpreter would be needed`,
    });
  },
  ({ sex }, { girl }) => {
    if (!girl) return undefined;
    return line('womanForGirl', sex === 'female' ? 1 : 0, {
      zh: sex === 'female' ? '女性承办人，受援人是未成年女性' : '受援人是未成年女性，优先女性承办人',
      en: sex === 'female' ? 'A woman, for a girl' : 'For a girl a woman is preferred',
    });
  },
  ({ servedBefore }) =>
    servedBefore
      ? line('servedBefore', 1, { zh: '办过这位受援人的案件，熟悉情况', en: 'Has acted for this recipient before' })
      : undefined,
  ({ grades }) => line('quality', qualityShare(grades), gradeText(grades)),
];

/** Points to one decimal, never below zero nor above the part's most. */
function line(part: ScorePart, share: number, text: Words): ScoreLine {
  const of = rankingWeights[part];
  return { part, points: Math.round(Math.min(1, Math.max(0, share)) * of * 10) / 10, of, text };
}
