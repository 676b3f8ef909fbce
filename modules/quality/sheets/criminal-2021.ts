import { judged, officeFigures, vetoes, workedOut } from './shared.ts';
import { defineSheet } from './sheet.ts';

/** 刑事案件评分表: the number of the standard for criminal cases is not known. */
export const criminal2021 = defineSheet({
  key: 'criminal-2021',
  name: { zh: '刑事法律援助案件评分表', en: 'Score sheet for criminal cases' },
  source: '刑事法律援助案件质量同行评估规则（标准号和分值待核实）',
  from: '2020-12-30',
  classes: ['criminal'],
  items: [
    judged('metClient', 'interview', 10, '及时会见，听取意见', 'Met the client soon and heard them', true),
    judged('toldRights', 'interview', 8, '告知诉讼权利和认罪认罚规定', 'Told rights and the rules on admitting guilt'),
    judged('readFile', 'evidence', 10, '阅卷', 'Read the organ’s file', true),
    judged('inquiries', 'evidence', 6, '调查取证、申请调取证据', 'Made inquiries and asked for evidence', true),
    judged(
      'opinion',
      'submissions',
      16,
      '辩护（代理）意见有事实和法律依据',
      'Defence or representation rests on facts and law',
    ),
    judged('atHearing', 'hearing', 14, '按时出庭，庭审表现', 'Present at the hearing and effective there', true),
    judged('outcome', 'result', 6, '办案结果和意见采纳情况', 'Result, and how far the argument was followed'),
    ...workedOut,
  ],
  vetoes,
  ...officeFigures,
});
