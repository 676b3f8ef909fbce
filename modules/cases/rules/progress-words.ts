import type { ProgressKind } from '../schema.ts';

/** 办理事项 as printed. */
export const progressKindText: Readonly<Record<ProgressKind, string>> = {
  interview: '约见受援人',
  meeting: '会见',
  fileReview: '阅卷',
  inquiry: '调查取证',
  filedWithCourt: '向法院递交材料',
  mediation: '调解',
  hearing: '开庭',
  writtenOpinion: '提交书面意见',
  pleaWitness: '认罪认罚见证',
  settlementConsent: '受援人同意和解',
  other: '其他',
};
