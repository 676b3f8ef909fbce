import type { RefusalTable } from '../../kernel/errors/index.ts';

export const consultationRefusals = {
  'consultation.alreadyApplied': {
    status: 409,
    zh: '这次咨询已经转为申请',
    en: 'This consultation has already become an application',
  },
} as const satisfies RefusalTable;
