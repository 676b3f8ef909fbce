import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 异议的一生: a person objects to a centre's decision; the justice bureau that set the centre up decides (never the centre).
 * Source: 法律援助法 art. 49; 法律援助条例 art. 19 before 2022; 办理法律援助案件程序规定 (2023) art. 22 for the days to raise it.
 */
export const objectionLifecycle = defineLifecycle({
  name: 'objection',
  source: '法律援助法第四十九条；法律援助条例第十九条；办理法律援助案件程序规定（2023）第二十二条',
  initial: 'RAISED',
  states: {
    RAISED: {
      zh: '司法局审查中',
      en: 'Under review by the justice bureau',
      on: {
        maintain: {
          to: 'MAINTAINED',
          by: ['bureauReviewer'],
          clock: 'decideObjection',
          paper: 'objectionDecision',
          zh: '维持原决定',
          en: 'Maintain the decision',
        },
        orderCorrection: {
          to: 'CORRECTION_ORDERED',
          by: ['bureauReviewer'],
          clock: 'decideObjection',
          paper: 'objectionDecision',
          zh: '责令改正',
          en: 'Order correction',
        },
      },
    },
    MAINTAINED: { zh: '已维持', en: 'Maintained', on: {} },
    CORRECTION_ORDERED: { zh: '已责令改正', en: 'Correction ordered', on: {} },
  },
});

export type ObjectionState = StateOf<typeof objectionLifecycle>;
export type ObjectionEvent = EventOf<typeof objectionLifecycle>;
