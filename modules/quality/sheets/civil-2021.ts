import { judged, officeFigures, vetoes, workedOut } from './shared.ts';
import { defineSheet } from './sheet.ts';

/** 民事、行政案件评分表. */
export const civil2021 = defineSheet({
  key: 'civil-2021',
  name: { zh: '民事、行政法律援助案件评分表', en: 'Score sheet for civil and administrative cases' },
  source: 'SF/T 0085-2020 民事行政法律援助案件质量同行评估规则（分值待核实）',
  from: '2020-12-30',
  classes: ['civil', 'administrative'],
  items: [
    judged('metRecipient', 'interview', 6, '及时约见受援人，了解案情', 'Met the recipient soon and learnt the facts'),
    judged(
      'toldRisks',
      'interview',
      6,
      '告知权利义务和诉讼风险',
      'Told rights, duties and the risks of the proceeding',
    ),
    judged('gatheredEvidence', 'evidence', 12, '调查收集证据', 'Gathered evidence'),
    judged('preparedEvidence', 'evidence', 6, '整理证据、准备质证', 'Prepared the evidence and the answer to it'),
    judged('claimsSound', 'submissions', 6, '请求（答辩）恰当，文书规范', 'Claims or answer sound, papers well made'),
    judged('argument', 'submissions', 12, '代理意见有事实和法律依据', 'Argument rests on facts and law'),
    judged('atHearing', 'hearing', 12, '按时出庭，庭审表现', 'Present at the hearing and effective there', true),
    judged('outcome', 'result', 10, '办案结果和意见采纳情况', 'Result, and how far the argument was followed'),
    ...workedOut,
  ],
  vetoes,
  ...officeFigures,
});
