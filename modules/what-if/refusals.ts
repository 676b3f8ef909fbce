import type { RefusalTable } from '../../kernel/errors/index.ts';

export const whatIfRefusals = {
  'whatIf.nothingChanged': {
    status: 400,
    zh: '请至少改一个数，或者选一份草案',
    en: 'Change at least one figure, or choose a draft',
  },
  'whatIf.change': { status: 400, zh: '这项改动不能推演：{zh}', en: 'This change cannot be tried: {en}' },
  'whatIf.unknownDraft': { status: 400, zh: '没有这份草案：{draft}', en: 'No such draft: {draft}' },
  'whatIf.periodReversed': {
    status: 400,
    zh: '结束日期早于开始日期',
    en: 'The period ends before it begins',
  },
  'whatIf.periodFuture': {
    status: 400,
    zh: '推演只看已经收到的申请，结束日期不能晚于今天',
    en: 'Only applications already received are looked at: the period may not end after today',
  },
  'whatIf.periodEmpty': {
    status: 400,
    zh: '这段时间没有收到过申请，请换一段时间',
    en: 'No application was received in this period; choose another',
  },
  'whatIf.tenantOutOfReach': {
    status: 403,
    zh: '您不能查看这个地方的全部申请：{tenant}',
    en: 'You may not look at all applications of {tenant}',
  },
  'whatIf.busy': {
    status: 429,
    zh: '正在进行的推演较多，请 {seconds} 秒后再试',
    en: 'Too many trials are running; try again in {seconds} s',
  },
} as const satisfies RefusalTable;
