import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/**
 * 评估计划: made, drawn once, finished when every case is, or called off. There is no second draw: whoever dislikes a sample calls the plan off in writing, and
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
      on: {
        finish: { to: 'FINISHED', by: ['quality', 'manager'], zh: '完成计划', en: 'Finish the plan' },
        cancel: { to: 'CANCELLED', by: ['manager'], zh: '取消计划', en: 'Call off' },
      },
    },
    FINISHED: { zh: '已完成', en: 'Finished', on: {} },
    CANCELLED: { zh: '已取消', en: 'Called off', on: {} },
  },
});

export type PlanState = StateOf<typeof assessmentPlanLifecycle>;
export type PlanEvent = EventOf<typeof assessmentPlanLifecycle>;

const officer = ['quality', 'manager'] as const;
const decline = { by: ['handler'], zh: '说明理由，不评本案', en: 'Decline to review' } as const;
const replace = { by: officer, starts: 'handInReview', zh: '更换评审员', en: 'Replace a reviewer' } as const;
const handIn = { by: ['handler'], clock: 'handInReview', zh: '提交评分表', en: 'Hand in the sheet' } as const;
const inReview = <S extends string>(to: S) =>
  ({ declineReview: { ...decline, to }, replaceReviewer: { ...replace, to } }) as const;
const assign = {
  to: 'UNDER_REVIEW',
  by: officer,
  starts: 'handInReview',
  zh: '分配评审员',
  en: 'Ask reviewers',
} as const;

/**
 * 抽中案件的一生: given to two reviewers who do not know of each other, to a third where they are too far apart; the result is told, the
 * handler may ask once for another assessment, and what is not up to standard is put right. Source: 法律援助法第五十七条至第五十九条;
 * SF/T 0085-2020; the terms are the centre's own.
 */
export const assessmentLifecycle = defineLifecycle({
  name: 'assessment',
  source: '《法律援助法》第五十七条至第五十九条；SF/T 0085-2020（期限、等次分数待核实）',
  initial: 'SAMPLED',
  states: {
    SAMPLED: { zh: '待分配', en: 'Waits for reviewers', on: { assign } },
    UNDER_REVIEW: {
      zh: '评审中',
      en: 'Under review',
      on: { handIn: { ...handIn, to: 'ONE_IN' }, ...inReview('UNDER_REVIEW') },
    },
    ONE_IN: {
      zh: '一人已评',
      en: 'One sheet is in',
      on: { handIn: { ...handIn, to: 'BOTH_IN' }, ...inReview('ONE_IN') },
    },
    BOTH_IN: {
      zh: '两人已评',
      en: 'Both sheets are in',
      on: {
        settle: { to: 'ASSESSED', by: ['system'], zh: '得出结果', en: 'Work out the result' },
        callThird: {
          to: 'THIRD_REVIEW',
          by: ['system', ...officer],
          starts: 'handInReview',
          zh: '请第三人复核',
          en: 'Ask a third reviewer',
        },
      },
    },
    THIRD_REVIEW: {
      zh: '第三人复核中',
      en: 'With a third reviewer',
      on: { handIn: { ...handIn, to: 'ASSESSED' }, ...inReview('THIRD_REVIEW') },
    },
    ASSESSED: {
      zh: '待告知',
      en: 'Result to be told',
      on: {
        tell: {
          to: 'TOLD',
          by: officer,
          starts: 'askReassessment',
          paper: 'assessmentResult',
          zh: '告知结果',
          en: 'Tell the result',
        },
      },
    },
    TOLD: {
      zh: '已告知',
      en: 'Told',
      on: {
        askReassessment: {
          to: 'REASSESSMENT',
          by: ['handler'],
          clock: 'askReassessment',
          once: true,
          zh: '申请复评',
          en: 'Ask for another assessment',
        },
        requireRectification: {
          to: 'RECTIFYING',
          by: officer,
          starts: 'replyRectification',
          zh: '要求整改',
          en: 'Require rectification',
        },
        close: { to: 'CLOSED', by: officer, zh: '办结', en: 'Close' },
      },
    },
    REASSESSMENT: { zh: '待复评', en: 'Waits for another assessment', on: { assign } },
    RECTIFYING: {
      zh: '整改中',
      en: 'Being put right',
      on: {
        replyRectification: {
          to: 'RECTIFIED',
          by: ['handler'],
          clock: 'replyRectification',
          zh: '回复整改情况',
          en: 'Reply on the rectification',
        },
      },
    },
    RECTIFIED: {
      zh: '整改待确认',
      en: 'Rectification to be confirmed',
      on: {
        acceptRectification: { to: 'CLOSED', by: officer, zh: '确认整改', en: 'Accept the rectification' },
        returnRectification: {
          to: 'RECTIFYING',
          by: officer,
          starts: 'replyRectification',
          zh: '退回继续整改',
          en: 'Send the rectification back',
        },
      },
    },
    CLOSED: { zh: '已办结', en: 'Closed', on: {} },
  },
});

export type AssessmentState = StateOf<typeof assessmentLifecycle>;
export type AssessmentEvent = EventOf<typeof assessmentLifecycle>;

/** While one reviewer may still be told nothing of the other. */
export const blindStates: readonly AssessmentState[] = ['SAMPLED', 'REASSESSMENT', 'UNDER_REVIEW', 'ONE_IN'];
/** While reviewers read the file. */
export const reviewStates: readonly AssessmentState[] = ['UNDER_REVIEW', 'ONE_IN', 'BOTH_IN', 'THIRD_REVIEW'];
/** A grade counts from the telling on, unless another assessment is under way. */
export const toldStates: readonly AssessmentState[] = ['TOLD', 'RECTIFYING', 'RECTIFIED', 'CLOSED'];
