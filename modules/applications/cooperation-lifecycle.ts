import { defineLifecycle, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 协助核查的一生: one centre asks another to check what lies there; the days to decide stand still meanwhile.
 * Source: 法律援助法 art. 41 (others must help in checking); 办理法律援助案件程序规定 (2023) art. 17 for the pause.
 */
export const cooperationLifecycle = defineLifecycle({
  name: 'cooperation',
  source: '法律援助法第四十一条第三款；办理法律援助案件程序规定（2023）第十七条（条文待核实）',
  initial: 'ASKED',
  states: {
    ASKED: {
      zh: '待答复',
      en: 'To be answered',
      on: {
        answer: { to: 'ANSWERED', by: ['clerk', 'reviewer'], clock: 'cooperation', zh: '答复', en: 'Answer' },
        recall: { to: 'RECALLED', by: ['reviewer'], zh: '收回请求', en: 'Recall the request' },
      },
    },
    ANSWERED: { zh: '已答复', en: 'Answered', on: {} },
    RECALLED: { zh: '已收回', en: 'Recalled', on: {} },
  },
});

export type CooperationState = StateOf<typeof cooperationLifecycle>;
