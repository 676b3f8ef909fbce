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
} as const satisfies RefusalTable;
