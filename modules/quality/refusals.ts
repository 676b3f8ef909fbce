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
} as const satisfies RefusalTable;
