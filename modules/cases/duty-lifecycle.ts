import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/** 一个班次的一生. Source: 法律援助法 art. 14; 法律援助值班律师工作办法 ch. 3. */
export const dutyShiftLifecycle = defineLifecycle({
  name: 'dutyShift',
  source: '法律援助法第十四条、第三十条；法律援助值班律师工作办法（司规〔2020〕6号）',
  initial: 'PLANNED',
  states: {
    PLANNED: {
      zh: '已排班',
      en: 'Planned',
      on: {
        offerSwap: { to: 'SWAP_OFFERED', by: ['handler', 'designator'], zh: '请人换班', en: 'Offer to a colleague' },
        cancel: { to: 'CANCELLED', by: ['designator'], zh: '取消这一班', en: 'Cancel the shift' },
      },
    },
    SWAP_OFFERED: {
      zh: '等对方答应换班',
      en: 'Offered to a colleague',
      on: {
        takeSwap: { to: 'PLANNED', by: ['handler', 'designator'], zh: '答应换班', en: 'Take the shift' },
        leaveSwap: { to: 'PLANNED', by: ['handler', 'designator'], zh: '不换了', en: 'Leave it as it was' },
        cancel: { to: 'CANCELLED', by: ['designator'], zh: '取消这一班', en: 'Cancel the shift' },
      },
    },
    CANCELLED: { zh: '已取消', en: 'Cancelled', on: {} },
  },
});

export type ShiftState = StateOf<typeof dutyShiftLifecycle>;
export type ShiftEvent = EventOf<typeof dutyShiftLifecycle>;
