import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/** 数字变更的一生: one person proposes, another approves. An approved change is never taken back: a later one takes its place. */
export const changeLifecycle = defineLifecycle({
  name: 'policyChange',
  source: '数字变更须经第二人批准',
  initial: 'PROPOSED',
  states: {
    PROPOSED: {
      zh: '待批准',
      en: 'Waiting for approval',
      on: {
        approve: { to: 'APPROVED', by: ['manager'], zh: '批准', en: 'Approve' },
        reject: { to: 'REJECTED', by: ['manager'], zh: '不予批准', en: 'Reject' },
        withdraw: { to: 'WITHDRAWN', by: ['policyAdmin', 'manager'], zh: '撤回', en: 'Withdraw' },
      },
    },
    APPROVED: { zh: '已批准', en: 'Approved', on: {} },
    REJECTED: { zh: '未批准', en: 'Rejected', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
  },
});

export type ChangeState = StateOf<typeof changeLifecycle>;
export type ChangeEvent = EventOf<typeof changeLifecycle>;
