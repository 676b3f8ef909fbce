import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

const bureau = ['bureauReviewer'] as const;
const withdraw = { to: 'WITHDRAWN', by: ['citizen', 'bureauReviewer'], zh: '撤回投诉', en: 'Withdraw' } as const;
const merge = { to: 'MERGED', by: bureau, zh: '并入先前的投诉', en: 'Merge into an earlier complaint' } as const;
const entrust = {
  to: 'ENTRUSTED',
  by: bureau,
  starts: 'returnComplaint',
  zh: '委托下级调查',
  en: 'Entrust to a lower organ',
} as const;
const tell = (to: string) => ({ to, by: bureau, zh: '告知群团组织', en: 'Tell a federation' }) as const;

/**
 * 投诉的一生: said to the justice bureau about a centre or a handler, looked into and answered by the bureau.
 * Source: 法律援助法 arts 55 and 56; 法律援助投诉处理办法 of 2013 and of 2025 (司法部令第149号) for the steps.
 */
export const complaintLifecycle = defineLifecycle({
  name: 'complaint',
  source: '法律援助法第五十五条、第五十六条；法律援助投诉处理办法（2013年；司法部令第149号，期限天数待核实）',
  initial: 'RECEIVED',
  states: {
    RECEIVED: {
      zh: '已收到',
      en: 'Received',
      on: {
        requestInformation: {
          to: 'AWAITING_INFORMATION',
          by: bureau,
          pauses: 'acceptComplaint',
          paper: 'complaintSupplementNotice',
          once: true,
          zh: '一次告知补正',
          en: 'Ask for what is missing, once',
        },
        accept: {
          to: 'ACCEPTED',
          by: bureau,
          clock: 'acceptComplaint',
          starts: 'decideComplaint',
          paper: 'complaintAcceptance',
          zh: '受理',
          en: 'Take up',
        },
        declineToAccept: {
          to: 'NOT_ACCEPTED',
          by: bureau,
          clock: 'acceptComplaint',
          paper: 'complaintNonAcceptance',
          zh: '不予受理',
          en: 'Do not take up',
        },
        passOn: {
          to: 'PASSED_ON',
          by: bureau,
          clock: 'acceptComplaint',
          zh: '转送有管辖权的司法局',
          en: 'Pass on to the competent bureau',
        },
        merge,
        withdraw,
      },
    },
    AWAITING_INFORMATION: {
      zh: '等待补正',
      en: 'Awaiting information',
      on: {
        supplyInformation: {
          to: 'RECEIVED',
          by: ['citizen', 'bureauReviewer'],
          resumes: 'acceptComplaint',
          zh: '收到补正',
          en: 'Take in what was missing',
        },
        declineToAccept: {
          to: 'NOT_ACCEPTED',
          by: bureau,
          clock: 'acceptComplaint',
          paper: 'complaintNonAcceptance',
          zh: '不予受理',
          en: 'Do not take up',
        },
        merge,
        withdraw,
      },
    },
    ACCEPTED: {
      zh: '已受理',
      en: 'Taken up',
      on: {
        investigate: { to: 'INVESTIGATING', by: bureau, zh: '开始调查', en: 'Begin to look into it' },
        entrust,
        tellFederation: tell('ACCEPTED'),
        merge,
        withdraw,
      },
    },
    ENTRUSTED: {
      zh: '下级调查中',
      en: 'With a lower organ',
      on: {
        takeReturn: {
          to: 'ACCEPTED',
          by: bureau,
          clock: 'returnComplaint',
          zh: '收到下级报告',
          en: 'Take in the report',
        },
        withdraw,
      },
    },
    INVESTIGATING: {
      zh: '调查中',
      en: 'Being looked into',
      on: {
        reportFindings: { to: 'REPORTED', by: bureau, zh: '提交调查报告', en: 'Report what was found' },
        entrust,
        tellFederation: tell('INVESTIGATING'),
        merge,
        withdraw,
      },
    },
    REPORTED: {
      zh: '待作出处理',
      en: 'Waiting for the decision',
      on: {
        decide: {
          to: 'DECIDED',
          by: bureau,
          clock: 'decideComplaint',
          starts: 'replyComplaint',
          zh: '作出处理决定',
          en: 'Decide',
        },
        sendBack: { to: 'INVESTIGATING', by: bureau, zh: '退回补充调查', en: 'Send back to look further' },
        tellFederation: tell('REPORTED'),
        withdraw,
      },
    },
    DECIDED: {
      zh: '待答复',
      en: 'Waiting for the answer',
      on: {
        reply: {
          to: 'REPLIED',
          by: bureau,
          clock: 'replyComplaint',
          paper: 'complaintReply',
          zh: '出具答复书',
          en: 'Answer in writing',
        },
        tellFederation: tell('DECIDED'),
      },
    },
    REPLIED: {
      zh: '待送达',
      en: 'To be served',
      on: {
        recordService: {
          to: 'SERVED',
          by: bureau,
          paper: 'serviceReceipt',
          zh: '登记送达',
          en: 'Record the service',
        },
      },
    },
    SERVED: {
      zh: '已答复',
      en: 'Answered',
      on: { close: { to: 'CLOSED', by: bureau, zh: '办结', en: 'Close' } },
    },
    CLOSED: { zh: '已办结', en: 'Closed', on: {} },
    NOT_ACCEPTED: { zh: '不予受理', en: 'Not taken up', on: {} },
    PASSED_ON: { zh: '已转送', en: 'Passed on', on: {} },
    MERGED: { zh: '已并案', en: 'Merged', on: {} },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', on: {} },
  },
});

export type ComplaintState = StateOf<typeof complaintLifecycle>;
export type ComplaintEvent = EventOf<typeof complaintLifecycle>;

/** States in which something is still to be done. */
export const openComplaintStates: readonly ComplaintState[] = (
  Object.keys(complaintLifecycle.states) as ComplaintState[]
).filter((state) => Object.keys(complaintLifecycle.states[state].on).length > 0);
