import type { Supervision } from '../src/api/supervision.ts';
import { id } from './fixtures.ts';

const record = (number: number, more: Partial<Supervision>): Supervision => ({
  tenant: '530523',
  caseId: id(1004),
  matterId: id(104),
  caseNumber: '保法援民字〔2026〕第0612号',
  handlerName: '李建国',
  kind: 'hearing',
  happenedOn: '2026-11-18',
  finding: 'ordinary',
  state: 'NOTED',
  version: 1,
  dueOn: null,
  recordedByName: '质量员',
  demonstration: true,
  source: '龙陵县人民法院第一法庭',
  text: '',
  asked: [],
  replies: [],
  supervisionId: id(9300 + number),
  allowedActions: [],
  ...more,
});

/** One that waits for an answer, one that was answered, one that was only noted. */
export const supervisions: readonly Supervision[] = [
  record(1, {
    finding: 'concern',
    state: 'ASKED',
    version: 2,
    dueOn: '2026-11-30',
    text: '开庭前没有与当事人核对证据目录，质证时翻找材料。',
    asked: [{ on: '2026-11-24', text: '请说明原因，并在下次开庭前核对证据。' }],
    allowedActions: ['drop'],
  }),
  record(2, {
    kind: 'organ',
    source: '龙陵县人民法院民一庭',
    finding: 'good',
    text: '法官认为代理意见清楚，庭前准备充分。',
    allowedActions: ['ask'],
  }),
  record(3, {
    kind: 'followUp',
    source: '电话回访',
    finding: 'concern',
    state: 'ANSWERED',
    version: 3,
    text: '受援人说两个月没有接到电话。',
    asked: [{ on: '2026-11-10', text: '请说明通报情况。' }],
    replies: [{ on: '2026-11-14', text: '已经当面说明，今后每月通报一次。' }],
    allowedActions: ['accept', 'sendBack'],
  }),
];
