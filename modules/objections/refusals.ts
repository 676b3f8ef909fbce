import type { RefusalTable } from '../../kernel/errors/index.ts';

export const objectionRefusals = {
  'objection.late': {
    status: 409,
    zh: '提出异议的期限到 {due} 为止；有正当理由耽误的，请写明理由，仍可提出',
    en: 'The time for an objection ended on {due}; with a good reason for the delay it may still be raised: say it',
  },
  'objection.ownHand': {
    status: 403,
    zh: '参与过原决定或者在该中心任职的人，不能审查对它的异议',
    en: 'Nobody who had a hand in the decision, or works at that centre, may review the objection to it',
  },
  'objection.noBureau': {
    status: 409,
    zh: '本地没有登记司法行政部门，不能作出异议决定',
    en: 'No justice bureau is on file here; the objection cannot be decided',
  },
  'objection.correctionMissing': {
    status: 400,
    zh: '责令改正要写明改正什么',
    en: 'An order to correct says what is to be corrected',
  },
  'objection.beforeDecision': {
    status: 400,
    zh: '不能早于原决定的日期（{decided}）',
    en: 'Not before the day of the decision ({decided})',
  },
  'objection.beforeServed': {
    status: 400,
    zh: '不能早于收到决定书的日期',
    en: 'Not before the day on which the decision was received',
  },
  'objection.future': { status: 400, zh: '不能晚于今天', en: 'The day may not lie in the future' },
  'objection.staffOnly': {
    status: 400,
    zh: '只有工作人员可以填写这一日期',
    en: 'Only staff may give this day',
  },
} as const satisfies RefusalTable;
