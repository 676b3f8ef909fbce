import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/** 本机构文书样式: proposed by one person, approved by another, then in force until a later one takes its place or it is ended. */
export const templateLifecycle = defineLifecycle({
  name: 'documentTemplate',
  source: '机构内部管理：一人提交、另一人批准',
  initial: 'PROPOSED',
  states: {
    PROPOSED: {
      zh: '待批准',
      en: 'To be approved',
      on: {
        approve: { to: 'APPROVED', by: ['approver', 'manager'], zh: '批准启用', en: 'Approve' },
        reject: { to: 'REJECTED', by: ['approver', 'manager'], zh: '不同意', en: 'Reject' },
        withdraw: { to: 'WITHDRAWN', by: ['reviewer', 'approver', 'manager'], zh: '撤回', en: 'Withdraw' },
      },
    },
    APPROVED: {
      zh: '已批准',
      en: 'Approved',
      on: {
        end: {
          to: 'ENDED',
          by: ['approver', 'manager'],
          zh: '停用，改回系统样式',
          en: 'End: back to the built-in form',
        },
      },
    },
    REJECTED: { zh: '未同意', en: 'Rejected', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
    ENDED: { zh: '已停用', en: 'Ended', on: {} },
  },
});

export type TemplateState = StateOf<typeof templateLifecycle>;
export type TemplateEvent = EventOf<typeof templateLifecycle>;
