import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

const officer = ['quality', 'manager'] as const;

/**
 * 督促: what was seen of a case that is being handled or was, by one of the four ways of the Law, and what the handler was asked to put right.
 * Source: 法律援助法第五十九条; the term to answer is the centre's own.
 */
export const supervisionLifecycle = defineLifecycle({
  name: 'supervision',
  source: '《法律援助法》第五十九条（答复期限为中心自定）',
  initial: 'NOTED',
  states: {
    NOTED: {
      zh: '已记录',
      en: 'Noted',
      on: {
        ask: {
          to: 'ASKED',
          by: officer,
          starts: 'answerSupervision',
          zh: '要求承办人说明或者改正',
          en: 'Ask the handler',
        },
      },
    },
    ASKED: {
      zh: '待承办人答复',
      en: 'The handler is asked',
      on: {
        reply: { to: 'ANSWERED', by: ['handler'], clock: 'answerSupervision', zh: '答复', en: 'Answer' },
        drop: { to: 'SETTLED', by: officer, zh: '不再要求答复', en: 'Drop the question' },
      },
    },
    ANSWERED: {
      zh: '已答复',
      en: 'Answered',
      on: {
        accept: { to: 'SETTLED', by: officer, zh: '认可答复', en: 'Accept the answer' },
        sendBack: { to: 'ASKED', by: officer, starts: 'answerSupervision', zh: '退回，继续改正', en: 'Send back' },
      },
    },
    SETTLED: { zh: '已了结', en: 'Settled', on: {} },
  },
});

export type SupervisionState = StateOf<typeof supervisionLifecycle>;
export type SupervisionEvent = EventOf<typeof supervisionLifecycle>;
