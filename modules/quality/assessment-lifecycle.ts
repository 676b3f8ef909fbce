import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 评估计划: made, drawn once, or called off. There is no second draw: whoever dislikes a sample calls the plan off in writing, and
 * that stays on record. Source: 法律援助法第五十七条; SF/T 0085-2020.
 */
export const assessmentPlanLifecycle = defineLifecycle({
  name: 'assessmentPlan',
  source: '《法律援助法》第五十七条、第五十九条；SF/T 0085-2020 民事行政法律援助案件质量同行评估规则',
  initial: 'PLANNED',
  states: {
    PLANNED: {
      zh: '待抽取',
      en: 'To be drawn',
      on: {
        draw: { to: 'DRAWN', by: ['quality', 'manager'], once: true, zh: '抽取案件', en: 'Draw the cases' },
        cancel: { to: 'CANCELLED', by: ['quality', 'manager'], zh: '取消计划', en: 'Call off' },
      },
    },
    DRAWN: {
      zh: '已抽取',
      en: 'Drawn',
      on: { cancel: { to: 'CANCELLED', by: ['manager'], zh: '取消计划', en: 'Call off' } },
    },
    CANCELLED: { zh: '已取消', en: 'Called off', on: {} },
  },
});

export type PlanState = StateOf<typeof assessmentPlanLifecycle>;
export type PlanEvent = EventOf<typeof assessmentPlanLifecycle>;
