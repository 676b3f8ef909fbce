import { defineLifecycle, type StateOf } from '../../kernel/use-case/index.ts';

const recordPayment = { to: 'REPAID', by: ['bureauReviewer'], zh: '登记已支付', en: 'Record the payment' } as const;

/**
 * 诚信承诺的一生, once aid was granted on it: it stands, or is drawn and checked afterwards; whoever is found to have promised
 * what is not so loses the aid, pays for it, and promises no more.
 * Source: 法律援助法 arts 41, 48 (item 1), 64; the share drawn and the days to check are the centre's own.
 */
export const commitmentLifecycle = defineLifecycle({
  name: 'commitment',
  source: '法律援助法第四十一条第二款、第四十八条第一项、第六十四条；抽查比例和期限由中心自定',
  initial: 'STANDING',
  states: {
    STANDING: {
      zh: '承诺有效',
      en: 'Standing',
      on: {
        pick: { to: 'TO_CHECK', by: ['reviewer', 'approver', 'manager'], zh: '列入核查', en: 'Have it checked' },
      },
    },
    TO_CHECK: {
      zh: '待核查',
      en: 'To be checked',
      on: {
        confirm: { to: 'CONFIRMED', by: ['reviewer'], clock: 'checkCommitment', zh: '核查属实', en: 'Found to be so' },
        doubt: {
          to: 'DOUBTED',
          by: ['reviewer'],
          clock: 'checkCommitment',
          zh: '核查不符，报审批人',
          en: 'Not borne out; to the approver',
        },
      },
    },
    DOUBTED: {
      zh: '疑似不实，待认定',
      en: 'Doubted, to be decided',
      on: {
        clear: { to: 'CONFIRMED', by: ['approver'], zh: '认定属实', en: 'Find it true' },
        findFalse: { to: 'FALSE', by: ['approver'], zh: '认定承诺不实', en: 'Find it false' },
      },
    },
    FALSE: {
      zh: '承诺不实',
      en: 'False',
      on: {
        orderRecovery: {
          to: 'RECOVERY_ORDERED',
          by: ['bureauReviewer'],
          zh: '责令支付费用',
          en: 'Order the cost to be paid',
        },
        correct: { to: 'CONFIRMED', by: ['approver'], zh: '纠正认定', en: 'Take the finding back' },
      },
    },
    RECOVERY_ORDERED: { zh: '已责令支付费用', en: 'Recovery ordered', on: { recordPayment } },
    REPAID: { zh: '费用已支付', en: 'Repaid', on: {} },
    CONFIRMED: { zh: '核查属实', en: 'Found true', on: {} },
  },
});

export type CommitmentState = StateOf<typeof commitmentLifecycle>;

/** What the justice bureau sees: what is for it to order (art. 64). */
export const bureauCommitmentStates: readonly CommitmentState[] = ['FALSE', 'RECOVERY_ORDERED', 'REPAID'];
