import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 档案销毁: proposed by one person, appraised by a second, approved by a third; only the last destroys anything.
 * Source: 档案法第二十一条（禁止擅自销毁）.
 */
export const destructionLifecycle = defineLifecycle({
  name: 'archiveDestruction',
  source: '《档案法》第二十一条；销毁须经鉴定和批准，三人分别办理',
  initial: 'PROPOSED',
  states: {
    PROPOSED: {
      zh: '待鉴定',
      en: 'To be appraised',
      on: {
        appraise: {
          to: 'APPRAISED',
          by: ['reviewer', 'approver', 'manager'],
          zh: '鉴定同意销毁',
          en: 'Appraise: may be destroyed',
        },
        reject: { to: 'REJECTED', by: ['reviewer', 'approver', 'manager'], zh: '不同意销毁', en: 'Reject' },
        withdraw: { to: 'WITHDRAWN', by: ['archivist', 'manager'], zh: '撤回', en: 'Withdraw' },
      },
    },
    APPRAISED: {
      zh: '待批准',
      en: 'To be approved',
      on: {
        approve: { to: 'DESTROYED', by: ['manager'], zh: '批准并销毁', en: 'Approve and destroy' },
        reject: { to: 'REJECTED', by: ['manager'], zh: '不同意销毁', en: 'Reject' },
        withdraw: { to: 'WITHDRAWN', by: ['archivist', 'manager'], zh: '撤回', en: 'Withdraw' },
      },
    },
    DESTROYED: { zh: '已销毁', en: 'Destroyed', on: {} },
    REJECTED: { zh: '未同意', en: 'Rejected', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
  },
});

export type DestructionState = StateOf<typeof destructionLifecycle>;
export type DestructionEvent = EventOf<typeof destructionLifecycle>;
