import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

const provideProvisionally = {
  to: 'PROVISIONAL',
  by: ['approver'],
  pauses: 'decide',
  starts: 'designate',
  paper: 'provisionalAidDecision',
  zh: '先行提供援助',
  en: 'Provide aid provisionally',
} as const;

/**
 * 申请的一生: from the first word to the decision.
 * Source: 法律援助法 arts 38, 43, 44, 49; 办理法律援助案件程序规定 (2023) ch. 2–3.
 */
export const applicationLifecycle = defineLifecycle({
  name: 'application',
  source: '法律援助法第三十八条至第四十四条、第四十九条；办理法律援助案件程序规定（2023）第二章、第三章',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: {
      zh: '已提交，待中心签收',
      en: 'Submitted, to be acknowledged by the centre',
      on: {
        acknowledge: {
          to: 'UNDER_REVIEW',
          by: ['clerk', 'reviewer'],
          paper: 'materialsReceipt',
          zh: '签收',
          en: 'Acknowledge',
        },
        transfer: {
          to: 'HANDING_OVER',
          by: ['clerk', 'reviewer'],
          starts: 'handOver',
          paper: 'transferLetter',
          zh: '移送有权的中心',
          en: 'Hand over to the competent centre',
        },
        provideProvisionally,
        withdraw: { to: 'WITHDRAWN', by: ['citizen', 'clerk'], zh: '撤回', en: 'Withdraw' },
      },
    },
    UNDER_REVIEW: {
      zh: '审查中',
      en: 'Under review',
      on: {
        requestSupplement: {
          to: 'AWAITING_SUPPLEMENT',
          by: ['reviewer'],
          pauses: 'decide',
          paper: 'supplementNotice',
          once: true,
          zh: '一次性告知补正',
          en: 'Ask once for what is missing',
        },
        requestCooperation: {
          to: 'AWAITING_COOPERATION',
          by: ['reviewer'],
          pauses: 'decide',
          starts: 'cooperation',
          paper: 'cooperationLetter',
          zh: '请外地中心协助核查',
          en: 'Ask another centre to check',
        },
        propose: { to: 'PROPOSED', by: ['reviewer'], zh: '提出审查意见', en: 'Propose a decision' },
        provideProvisionally,
        transfer: {
          to: 'HANDING_OVER',
          by: ['clerk', 'reviewer'],
          starts: 'handOver',
          paper: 'transferLetter',
          zh: '移送有权的中心',
          en: 'Hand over to the competent centre',
        },
        withdraw: { to: 'WITHDRAWN', by: ['citizen', 'clerk'], zh: '撤回', en: 'Withdraw' },
      },
    },
    AWAITING_SUPPLEMENT: {
      zh: '等待补正',
      en: 'Waiting for supplement',
      on: {
        answerSupplement: {
          to: 'UNDER_REVIEW',
          by: ['citizen', 'clerk', 'reviewer'],
          resumes: 'decide',
          zh: '收到补正材料',
          en: 'Record the supplement',
        },
        lapse: {
          to: 'DEEMED_WITHDRAWN',
          by: ['system'],
          paper: 'deemedWithdrawalNotice',
          zh: '逾期未补正，视为撤回',
          en: 'Not supplemented in time: deemed withdrawn',
        },
        withdraw: { to: 'WITHDRAWN', by: ['citizen', 'clerk'], zh: '撤回', en: 'Withdraw' },
      },
    },
    AWAITING_COOPERATION: {
      zh: '等待外地中心协助核查',
      en: 'Waiting for the check of another centre',
      on: {
        receiveCooperation: {
          to: 'UNDER_REVIEW',
          by: ['system'],
          clock: 'cooperation',
          resumes: 'decide',
          zh: '收到协助核查结果',
          en: 'The other centre has answered',
        },
        endCooperation: {
          to: 'UNDER_REVIEW',
          by: ['reviewer'],
          clock: 'cooperation',
          resumes: 'decide',
          zh: '不再等待核查',
          en: 'Wait no longer',
        },
        withdraw: { to: 'WITHDRAWN', by: ['citizen', 'clerk'], zh: '撤回', en: 'Withdraw' },
      },
    },
    PROPOSED: {
      zh: '待审批',
      en: 'Waiting for approval',
      on: {
        grant: {
          to: 'GRANTED',
          by: ['approver'],
          clock: 'decide',
          starts: 'designate',
          paper: 'grantDecision',
          zh: '批准给予',
          en: 'Grant',
        },
        refuse: {
          to: 'REFUSED',
          by: ['approver'],
          clock: 'decide',
          paper: 'refusalDecision',
          zh: '批准不予',
          en: 'Refuse',
        },
        returnProposal: { to: 'UNDER_REVIEW', by: ['approver'], zh: '退回重审', en: 'Return for review' },
        withdraw: { to: 'WITHDRAWN', by: ['citizen', 'clerk'], zh: '撤回', en: 'Withdraw' },
      },
    },
    PROVISIONAL: {
      zh: '先行提供，待补办手续',
      en: 'Aid given provisionally, papers to follow',
      on: {
        completePapers: {
          to: 'PROVISIONAL',
          by: ['citizen', 'clerk', 'reviewer'],
          clock: 'provisionalPapers',
          resumes: 'decide',
          zh: '收到补办材料',
          en: 'Record the papers',
        },
        confirmProvisional: {
          to: 'GRANTED',
          by: ['approver'],
          clock: 'decide',
          paper: 'grantDecision',
          zh: '确认给予',
          en: 'Confirm the aid',
        },
        endProvisional: {
          to: 'TERMINATED',
          by: ['approver'],
          clock: 'decide',
          paper: 'terminationDecision',
          zh: '终止先行提供',
          en: 'End the provisional aid',
        },
      },
    },
    GRANTED: { zh: '给予法律援助', en: 'Granted', on: {} },
    TERMINATED: {
      zh: '先行提供已终止',
      en: 'Provisional aid ended',
      // The termination itself is objected to, and taken back, with the case; what it said here falls with it.
      on: {
        restoreProvisional: {
          to: 'PROVISIONAL',
          by: ['system'],
          starts: 'provisionalPapers',
          zh: '终止撤销，恢复先行提供',
          en: 'Termination undone: provisional again',
        },
        grantRestored: {
          to: 'GRANTED',
          by: ['system'],
          zh: '终止撤销，给予法律援助',
          en: 'Termination undone: aid is granted',
        },
      },
    },
    REFUSED: {
      zh: '不予法律援助',
      en: 'Refused',
      on: {
        raiseObjection: {
          to: 'OBJECTION_UNDER_REVIEW',
          by: ['citizen', 'clerk', 'bureauReviewer'],
          clock: 'raiseObjection',
          starts: 'decideObjection',
          once: true,
          zh: '提出异议',
          en: 'Raise an objection',
        },
      },
    },
    OBJECTION_UNDER_REVIEW: {
      zh: '异议审查中',
      en: 'Objection under review by the bureau',
      on: {
        maintain: {
          to: 'REFUSED_FINAL',
          by: ['bureauReviewer'],
          clock: 'decideObjection',
          paper: 'objectionDecision',
          zh: '维持不予决定',
          en: 'Maintain the refusal',
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
    CORRECTION_ORDERED: {
      zh: '已责令改正，待中心执行',
      en: 'Correction ordered, to be carried out by the centre',
      on: {
        grantCorrected: {
          to: 'GRANTED',
          by: ['approver'],
          starts: 'designate',
          paper: 'grantDecision',
          zh: '按改正决定给予',
          en: 'Grant as ordered',
        },
      },
    },
    REFUSED_FINAL: { zh: '不予法律援助（已维持）', en: 'Refusal maintained', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
    DEEMED_WITHDRAWN: { zh: '视为撤回', en: 'Deemed withdrawn', on: {} },
    HANDING_OVER: {
      zh: '已移送，待对方签收',
      en: 'Handed over, to be acknowledged there',
      on: {
        acknowledgeHandOver: {
          to: 'TRANSFERRED',
          by: ['system'],
          clock: 'handOver',
          zh: '对方中心已签收',
          en: 'Acknowledged by the other centre',
        },
      },
    },
    TRANSFERRED: { zh: '已移送', en: 'Handed over', on: {} },
  },
});

export type ApplicationState = StateOf<typeof applicationLifecycle>;
export type ApplicationEvent = EventOf<typeof applicationLifecycle>;

/** States in which an office still has something to do. */
export const openStates: readonly ApplicationState[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'AWAITING_SUPPLEMENT',
  'AWAITING_COOPERATION',
  'PROPOSED',
  'PROVISIONAL',
  'HANDING_OVER',
  'OBJECTION_UNDER_REVIEW',
  'CORRECTION_ORDERED',
];

/** States that the justice bureau sees: those that an objection leads to (art. 49). It has no business with the others. */
export const contestedStates: readonly ApplicationState[] = [
  'OBJECTION_UNDER_REVIEW',
  'CORRECTION_ORDERED',
  'REFUSED_FINAL',
];

/** True while the person may still take the application back. */
export function mayBeWithdrawn(state: ApplicationState): boolean {
  return 'withdraw' in applicationLifecycle.states[state].on;
}
