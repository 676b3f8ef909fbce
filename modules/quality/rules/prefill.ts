import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Face, faceText } from '../schema.ts';
import type { Prefilled, ScoreSheet, SheetItem, Words } from '../sheets/index.ts';

/** What the records of a case say of what a sheet asks. */
export interface CaseRecord {
  /** Limits that were the handler's to keep: signing, going to court, handing in the file. */
  readonly limits: readonly { readonly step: string; readonly dueOn: LocalDate; readonly kept: boolean }[];
  /** Progress noted that the recipient could read. */
  readonly told: number;
  /** Required pieces of the file, how many of them were there, and how often it was sent back. */
  readonly file: { readonly required: number; readonly present: number; readonly sentBack: number };
  readonly face: Face | null;
}

/** What the system proposes for an item, with what it rests on; `points` null: it does not apply. */
export interface Proposal {
  readonly points: number | null;
  readonly evidence: Words;
}

/** The proposals for a sheet, by item. */
export function prefill(sheet: Pick<ScoreSheet, 'items'>, record: CaseRecord): Readonly<Record<string, Proposal>> {
  return Object.fromEntries(
    sheet.items.flatMap((item) =>
      item.prefilled === null ? [] : [[item.key, proposals[item.prefilled](item, record)] as const],
    ),
  );
}

const shareOfFace: Readonly<Record<Face, number>> = {
  verySatisfied: 1,
  satisfied: 0.8,
  neutral: 0.6,
  dissatisfied: 0.2,
  veryDissatisfied: 0,
};

const proposals: Readonly<Record<Prefilled, (item: SheetItem, record: CaseRecord) => Proposal>> = {
  limits: ({ max }, { limits }) => {
    if (limits.length === 0) return { points: null, evidence: { zh: '没有计时的期限', en: 'No limit was counted' } };
    const kept = limits.filter((limit) => limit.kept).length;
    return {
      points: Math.round((max * kept) / limits.length),
      evidence: {
        zh: `${limits.length} 项期限，按期 ${kept} 项`,
        en: `${kept} of ${limits.length} limits kept`,
      },
    };
  },
  // Told twice or more: all points; once: more than half of them.
  progress: ({ max }, { told }) => ({
    points: told === 0 ? 0 : told === 1 ? Math.ceil(max * 0.6) : max,
    evidence: { zh: `向受援人通报 ${told} 次`, en: `The recipient was told ${told} times` },
  }),
  // Two points for each required piece that is not there, one for each time the file was sent back.
  papers: ({ max }, { file: { required, present, sentBack } }) => ({
    points: Math.max(0, max - 2 * (required - present) - sentBack),
    evidence: {
      zh: `必备材料 ${required} 种，有 ${present} 种；退回补正 ${sentBack} 次`,
      en: `${present} of ${required} required pieces; sent back ${sentBack} times`,
    },
  }),
  satisfaction: ({ max }, { face }) =>
    face === null
      ? { points: null, evidence: { zh: '受援人没有评价', en: 'The recipient gave no answer' } }
      : {
          points: Math.round(max * shareOfFace[face]),
          evidence: { zh: `受援人评价：${faceText[face].zh}`, en: `The recipient: ${faceText[face].en}` },
        },
};
