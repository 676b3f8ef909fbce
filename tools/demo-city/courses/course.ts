import type { CaseOutcome, ClosingEvent, ProgressKind } from '../case-words.ts';

/** One thing that happens while a case is handled. */
export interface CourseNote {
  readonly kind: ProgressKind;
  readonly text: readonly string[];
  /** Seen by the recipient on the progress page. */
  readonly open: boolean;
}

export interface CourseEnd {
  readonly event: ClosingEvent;
  readonly outcome: CaseOutcome;
  readonly weight: number;
  readonly result: readonly string[];
  /** Share of the amount claimed that was recovered, percent; absent: no money in it. */
  readonly recovered?: readonly [number, number];
}

export interface Course {
  readonly notes: readonly CourseNote[];
  readonly ends: readonly CourseEnd[];
  readonly hearings: readonly [number, number];
  readonly meetings: readonly [number, number];
}

export const talk: CourseNote = {
  kind: 'interview',
  open: true,
  text: [
    '约见受援人，告知承办人职责、诉讼风险和权利义务，核对证据原件。',
    '在司法所与受援人见面，听取事情经过，列出还要补的证据清单。',
    '上门约见（受援人行动不便），制作谈话笔录，已签字捺印。',
  ],
};
export const prison: CourseNote = {
  kind: 'meeting',
  open: true,
  text: ['到看守所会见，征得本人同意由法律援助律师辩护，了解案情。', '第二次会见，核实口供，告知认罪认罚的后果。'],
};
export const court: CourseNote = {
  kind: 'hearing',
  open: true,
  text: [
    '开庭审理，法庭调查和辩论结束，等待判决。',
    '第一次开庭，对方申请延期举证，另定开庭日期。',
    '开庭，双方同意庭后调解。',
  ],
};
export const opinion: CourseNote = {
  kind: 'writtenOpinion',
  open: true,
  text: ['提交书面代理意见。', '提交书面代理意见，附类案检索报告。'],
};
export const filed: CourseNote = {
  kind: 'filedWithCourt',
  open: true,
  text: ['起诉状、证据目录和授权手续已交法院立案窗口。', '网上立案通过，同时申请缓交诉讼费。'],
};
