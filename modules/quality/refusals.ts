import type { RefusalTable } from '../../kernel/errors/index.ts';

export const qualityRefusals = {
  'quality.notYet': {
    status: 409,
    zh: '事情办完后才能评价',
    en: 'You can give your opinion once the work is finished',
  },
  'quality.alreadyAnswered': {
    status: 409,
    zh: '您已经评价过了，谢谢您',
    en: 'You have already given your opinion; thank you',
  },
  'quality.periodOpen': {
    status: 422,
    zh: '归档期间还没有过完：截止日 {day} 要在今天以前',
    en: 'The period is not over: its last day ({day}) must be before today',
  },
  'quality.daysReversed': {
    status: 422,
    zh: '截止日早于起始日',
    en: 'The last day is before the first',
  },
  'quality.planOverlaps': {
    status: 409,
    zh: '同一期间、同类案件已有评估计划{title}',
    en: 'There is a plan for the same days and kinds already: {title}',
  },
  'quality.nothingToDraw': {
    status: 409,
    zh: '这个期间没有可以抽取的归档案件',
    en: 'No case was archived in this period',
  },
  'quality.notDrawn': {
    status: 409,
    zh: '这个计划还没有抽取案件',
    en: 'No cases have been drawn for this plan yet',
  },
  'quality.calledOff': {
    status: 409,
    zh: '评估计划已经取消',
    en: 'The plan was called off',
  },
  'quality.ownCase': {
    status: 403,
    zh: '这是您自己承办的案件，请其他人办理',
    en: 'This is your own case; somebody else has to do it',
  },
  'quality.supervisionAsked': {
    status: 409,
    zh: '这件案件已有一项要求等承办人答复',
    en: 'The handler has been asked something about this case already and has not answered',
  },
  'quality.nobodyToAsk': {
    status: 409,
    zh: '这件案件现在没有承办人',
    en: 'Nobody handles this case now',
  },
  'quality.dayInFuture': { status: 400, zh: '日期不能晚于今天', en: 'The day may not lie in the future' },
  'quality.dayBeforeDesignation': {
    status: 400,
    zh: '日期不能早于指派承办人（{earliest}）',
    en: 'The day may not precede the designation ({earliest})',
  },
  'quality.notYourCase': {
    status: 403,
    zh: '这不是您承办的案件，或者结果还没有告知',
    en: 'Not a case of yours, or its result has not been told',
  },
  'quality.notYourReview': {
    status: 403,
    zh: '这份评审没有分给您',
    en: 'This review was not given to you',
  },
  'quality.reviewEnded': {
    status: 409,
    zh: '这份评审已经提交或者已经换人',
    en: 'This review was handed in or has gone to somebody else',
  },
  'quality.nothingToAssign': {
    status: 409,
    zh: '没有等待分配的案件',
    en: 'No case waits for reviewers',
  },
  'quality.noSheet': {
    status: 409,
    zh: '这类案件在抽取那天没有评分表',
    en: 'There was no score sheet for this kind of case on the day of the draw',
  },
  'quality.nobodyMayReview': {
    status: 409,
    zh: '没有其他人可以评审本案',
    en: 'There is nobody else who may review this case',
  },
  'quality.lineMissing': {
    status: 422,
    zh: '这一项还没有评分',
    en: 'This line has no points yet',
  },
  'quality.lineUnknown': {
    status: 422,
    zh: '评分表没有这一项',
    en: 'The sheet has no such line',
  },
  'quality.lineTwice': {
    status: 422,
    zh: '有一项填了两次',
    en: 'A line was filled twice',
  },
  'quality.pointsBeyond': {
    status: 422,
    zh: '分数应在 0 到 {max} 之间',
    en: 'Points are from 0 to {max}',
  },
  'quality.mustApply': {
    status: 422,
    zh: '这一项不能填“不适用”',
    en: 'This line always applies',
  },
  'quality.reasonMissing': {
    status: 422,
    zh: '不适用、或者与系统建议的分数不同，要写明理由',
    en: 'Say why it does not apply, or why you differ from what the system proposes',
  },
  'quality.opinionMissing': {
    status: 422,
    zh: '请写评审意见',
    en: 'Write your opinion',
  },
  'quality.askedOnce': {
    status: 409,
    zh: '复评只能申请一次',
    en: 'Another assessment can be asked for once only',
  },
  'quality.termOver': {
    status: 409,
    zh: '申请复评的期限（{day}）已过',
    en: 'The term for asking ({day}) is over',
  },
  'quality.termRuns': {
    status: 409,
    zh: '承办人在 {day} 前还可以申请复评',
    en: 'The handler may still ask for another assessment until {day}',
  },
  'quality.notFailed': {
    status: 409,
    zh: '结果不是不合格，不需要整改',
    en: 'The result does not call for rectification',
  },
  'quality.mustRectify': {
    status: 409,
    zh: '结果不合格，应当先要求整改',
    en: 'The result calls for rectification first',
  },
  'quality.itemsOpen': {
    status: 409,
    zh: '还有 {count} 件没有办结',
    en: '{count} cases are still open',
  },
  'quality.resultsTold': {
    status: 409,
    zh: '已有结果告知承办人，计划不能取消',
    en: 'Results have been told to handlers; the plan cannot be called off',
  },
} as const satisfies RefusalTable;
