import { defineLifecycle } from '../../kernel/use-case/index.ts';

/**
 * 承办人状态. A suspended handler keeps running cases visible but gets no new designation
 * (Legal Aid Law arts 61–63 name the misconduct; the reason is recorded with each change).
 */
export const handlerLifecycle = defineLifecycle({
  name: 'handler',
  source: '《法律援助法》第十二条、第六十二条、第六十三条',
  initial: 'active',
  states: {
    active: {
      zh: '在岗',
      en: 'Active',
      on: {
        suspend: { to: 'suspended', by: ['manager'], zh: '暂停指派', en: 'Suspend' },
        leave: { to: 'left', by: ['manager'], zh: '登记离职', en: 'Record leaving' },
      },
    },
    suspended: {
      zh: '暂停',
      en: 'Suspended',
      on: {
        reinstate: { to: 'active', by: ['manager'], zh: '恢复指派', en: 'Reinstate' },
        leave: { to: 'left', by: ['manager'], zh: '登记离职', en: 'Record leaving' },
      },
    },
    left: {
      zh: '离职',
      en: 'Left',
      on: { reinstate: { to: 'active', by: ['manager'], zh: '重新入册', en: 'Return to the roster' } },
    },
  },
});

/** 机构状态. A closed agency stays on file for the matters it took in. */
export const agencyLifecycle = defineLifecycle({
  name: 'agency',
  source: '《法律援助法》第十二条、第十三条',
  initial: 'open',
  states: {
    open: {
      zh: '开放',
      en: 'Open',
      on: {
        suspend: { to: 'suspended', by: ['manager'], zh: '暂停开放', en: 'Suspend' },
        close: { to: 'closed', by: ['manager'], zh: '撤销', en: 'Close for good' },
      },
    },
    suspended: {
      zh: '暂停开放',
      en: 'Suspended',
      on: {
        reopen: { to: 'open', by: ['manager'], zh: '恢复开放', en: 'Reopen' },
        close: { to: 'closed', by: ['manager'], zh: '撤销', en: 'Close for good' },
      },
    },
    closed: { zh: '已撤销', en: 'Closed', on: {} },
  },
});
