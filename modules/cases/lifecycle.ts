import { defineLifecycle, type EventOf, type StateOf } from '../../kernel/use-case/index.ts';

/** Roles for what a handler does; a clerk may enter it from paper for a handler who is not on line (代录). */
const handlerOrDesk = ['handler', 'clerk'] as const;
/** 更换承办人 (art. 55; procedure arts 37, 38): asked on the phone, at the counter or by the handler; decided in five days. */
const requestReplacement = {
  to: 'REPLACEMENT_REVIEW',
  by: ['citizen', 'handler', 'clerk'],
  starts: 'decideReplacement',
  zh: '请求更换承办人',
  en: 'Ask for another handler',
} as const;
/** The papers go from the former handler to the new one; asked for as long as it has not been recorded. */
const recordHandover = {
  by: handlerOrDesk,
  once: true,
  zh: '登记材料移交',
  en: 'Record the hand-over of the papers',
} as const;
/** 答复办案机关 (art. 36): who acts, in three days of the notice; told again when somebody else takes over. */
const replyOrgan = {
  by: ['designator', 'clerk'],
  clock: 'replyOrgan',
  paper: 'organReply',
  zh: '答复办案机关',
  en: 'Answer the organ',
} as const;
const reportRefusal = {
  to: 'REFUSED_BY_ACCUSED',
  by: handlerOrDesk,
  zh: '报告被告人拒绝辩护',
  en: 'Report that the accused refuses',
} as const;
const hearing = {
  fixHearing: { by: handlerOrDesk, zh: '登记开庭', en: 'Write down a hearing' },
  moveHearing: { by: handlerOrDesk, zh: '开庭改期或者取消', en: 'Move or cancel a hearing' },
} as const;
const hearingsIn = <S extends string>(to: S) =>
  ({ fixHearing: { ...hearing.fixHearing, to }, moveHearing: { ...hearing.moveHearing, to } }) as const;
/** 办理中的往来: opened from the case, each with a life of its own (`affair-lifecycles.ts`). */
const affair = {
  reportMajorMatter: {
    by: handlerOrDesk,
    starts: 'acknowledgeMatter',
    zh: '报告重大事项',
    en: 'Report a major matter',
  },
  issueFeeLetter: {
    by: ['clerk', 'reviewer'],
    paper: 'courtFeeReliefLetter',
    zh: '出具诉讼费用缓减免函',
    en: 'Issue the court-fee letter',
  },
  referForRelief: {
    by: ['handler', 'clerk', 'reviewer'],
    starts: 'followRelief',
    paper: 'judicialReliefReferral',
    zh: '转介国家司法救助',
    en: 'Refer for judicial relief',
  },
} as const;
/** 申报直接费用, from the acceptance until the file is accepted. */
const claimCost = { by: handlerOrDesk, zh: '申报直接费用', en: 'Claim a direct cost' } as const;
const affairsIn = <S extends string>(to: S) =>
  ({
    reportMajorMatter: { ...affair.reportMajorMatter, to },
    issueFeeLetter: { ...affair.issueFeeLetter, to },
    referForRelief: { ...affair.referForRelief, to },
    claimCost: { ...claimCost, to },
  }) as const;
const terminate = {
  to: 'TERMINATED',
  by: ['approver'],
  starts: 'notifyTermination',
  paper: 'terminationDecision',
  zh: '终止援助',
  en: 'Terminate the aid',
} as const;

const recordNotification = {
  by: ['clerk', 'reviewer'],
  clock: 'notifyTermination',
  paper: 'serviceReceipt',
  once: true,
  zh: '登记已送达和通知',
  en: 'Record that all were told',
} as const;
/** 撤销终止决定: the centre takes its own decision back; an objection that lies with the bureau is the bureau's to decide. */
const revokeTermination = {
  to: 'RESUMPTION_DUE',
  by: ['approver'],
  starts: 'carryOutCorrection',
  zh: '撤销终止决定',
  en: 'Take the termination back',
} as const;

/**
 * 案件的一生: from the grant to the archive.
 * Source: 法律援助法 arts 43, 46, 48, 49, 50, 55; 办理法律援助案件程序规定 (2023) ch. 4–5.
 */
export const caseLifecycle = defineLifecycle({
  name: 'case',
  source:
    '法律援助法第四十三条、第四十六条、第四十八条至第五十条、第五十五条；办理法律援助案件程序规定（2023）第四章、第五章',
  initial: 'AWAITING_DESIGNATION',
  states: {
    AWAITING_DESIGNATION: {
      zh: '待指派',
      en: 'Waiting for designation',
      on: {
        designate: {
          to: 'DESIGNATED',
          by: ['designator'],
          clock: 'designate',
          starts: 'signAgreement',
          paper: 'designationNotice',
          zh: '指派承办人',
          en: 'Designate a handler',
        },
        openOffer: { to: 'ON_OFFER', by: ['designator'], zh: '公开征集承办人', en: 'Offer it to the qualified' },
        designateFirm: {
          to: 'AT_FIRM',
          by: ['designator'],
          clock: 'designate',
          starts: 'signAgreement',
          paper: 'designationNotice',
          zh: '指派到单位',
          en: 'Designate a firm',
        },
        terminate,
      },
    },
    // The law's three days go on running while the qualified are asked: an offer is no designation.
    ON_OFFER: {
      zh: '正在征集承办人',
      en: 'On offer to the qualified',
      on: {
        takeOffer: {
          to: 'ACCEPTED',
          by: ['handler'],
          clock: 'designate',
          starts: 'signAgreement',
          paper: 'designationNotice',
          zh: '接受征集',
          en: 'Take the case on offer',
        },
        closeOffer: { to: 'AWAITING_DESIGNATION', by: ['designator'], zh: '收回征集', en: 'Take the offer back' },
        lapseOffer: { to: 'AWAITING_DESIGNATION', by: ['system'], zh: '征集到期', en: 'The offer lapsed' },
        terminate,
      },
    },
    // The unit has the case (arts 16, 43), and its five days for the agreement run; which of its people acts is its to say.
    AT_FIRM: {
      zh: '已指派到单位，待确定承办人',
      en: 'At a firm, which is to name its handler',
      on: {
        nameHandler: { to: 'DESIGNATED', by: ['firmHead', 'clerk'], zh: '确定承办人', en: 'Name the handler' },
        giveBack: {
          to: 'AWAITING_DESIGNATION',
          by: ['firmHead', 'clerk'],
          starts: 'designate',
          zh: '单位不能承办，退回指派',
          en: 'Give the case back, with the reason',
        },
        recallFirm: {
          to: 'AWAITING_DESIGNATION',
          by: ['designator'],
          starts: 'designate',
          zh: '收回对单位的指派',
          en: 'Recall it from the firm',
        },
        terminate,
      },
    },
    DESIGNATED: {
      zh: '已指派，待承办人接受',
      en: 'Designated, to be accepted by the handler',
      on: {
        accept: { to: 'ACCEPTED', by: handlerOrDesk, zh: '接受指派', en: 'Accept the designation' },
        decline: {
          to: 'AWAITING_DESIGNATION',
          by: handlerOrDesk,
          starts: 'designate',
          zh: '不能承办，退回指派',
          en: 'Decline, with the reason',
        },
        recall: {
          to: 'AWAITING_DESIGNATION',
          by: ['designator'],
          starts: 'designate',
          zh: '收回指派',
          en: 'Recall the designation',
        },
        replyOrgan: { ...replyOrgan, to: 'DESIGNATED' },
        terminate,
      },
    },
    ACCEPTED: {
      zh: '已接受，待签委托协议',
      en: 'Accepted, agreement to be signed',
      on: {
        recordAgreement: {
          to: 'HANDLING',
          by: handlerOrDesk,
          clock: 'signAgreement',
          paper: 'retainerAgreement',
          zh: '登记委托协议',
          en: 'Record the agreement',
        },
        noteProgress: { to: 'ACCEPTED', by: handlerOrDesk, zh: '记一笔进展', en: 'Note progress' },
        ...hearingsIn('ACCEPTED'),
        ...affairsIn('ACCEPTED'),
        replyOrgan: { ...replyOrgan, to: 'ACCEPTED' },
        recordHandover: { ...recordHandover, to: 'ACCEPTED' },
        reportRefusal,
        requestReplacement,
        terminate,
      },
    },
    HANDLING: {
      zh: '承办中',
      en: 'Being handled',
      on: {
        noteProgress: { to: 'HANDLING', by: handlerOrDesk, zh: '记一笔进展', en: 'Note progress' },
        reportClosing: {
          to: 'CLOSED_PENDING_FILE',
          by: handlerOrDesk,
          starts: 'submitFile',
          paper: 'closingReport',
          zh: '报告结案',
          en: 'Report the closing',
        },
        ...hearingsIn('HANDLING'),
        ...affairsIn('HANDLING'),
        replyOrgan: { ...replyOrgan, to: 'HANDLING' },
        recordHandover: { ...recordHandover, to: 'HANDLING' },
        reportRefusal,
        requestReplacement,
        terminate,
      },
    },
    REPLACEMENT_REVIEW: {
      zh: '更换承办人审查中',
      en: 'Replacement of the handler under review',
      on: {
        approveReplacement: {
          to: 'AWAITING_DESIGNATION',
          by: ['approver'],
          clock: 'decideReplacement',
          starts: 'designate',
          paper: 'replacementNotice',
          zh: '同意更换，另行指派',
          en: 'Replace the handler',
        },
        // Two ways back, told apart by whether the agreement is in place.
        keepHandler: {
          to: 'HANDLING',
          by: ['approver'],
          clock: 'decideReplacement',
          paper: 'replacementApproval',
          zh: '不予更换，由原承办人继续办理',
          en: 'Keep the handler, who goes on',
        },
        keepHandlerUnsigned: {
          to: 'ACCEPTED',
          by: ['approver'],
          clock: 'decideReplacement',
          paper: 'replacementApproval',
          zh: '不予更换，由原承办人继续签订委托协议',
          en: 'Keep the handler, who signs the agreement',
        },
        // Whoever acts goes on acting until the papers are handed over: a hearing does not wait for a decision.
        noteProgress: { to: 'REPLACEMENT_REVIEW', by: handlerOrDesk, zh: '记一笔进展', en: 'Note progress' },
        ...hearingsIn('REPLACEMENT_REVIEW'),
        ...affairsIn('REPLACEMENT_REVIEW'),
        terminate,
      },
    },
    REFUSED_BY_ACCUSED: {
      zh: '被告人拒绝辩护，待处理',
      en: 'Refused by the accused, to be settled',
      on: {
        takeRenotice: {
          to: 'AWAITING_DESIGNATION',
          by: ['clerk', 'reviewer', 'designator'],
          starts: 'designate',
          zh: '登记再次通知，另行指派',
          en: 'The organ notified again: designate another',
        },
        resumeDefence: {
          to: 'HANDLING',
          by: ['clerk', 'designator'],
          zh: '继续由原承办人辩护',
          en: 'The same lawyer goes on',
        },
        terminate,
      },
    },
    CLOSED_PENDING_FILE: {
      zh: '已结案，待交卷宗',
      en: 'Closed, file to be handed in',
      on: {
        submitFile: {
          to: 'FILE_UNDER_REVIEW',
          by: handlerOrDesk,
          clock: 'submitFile',
          starts: 'reviewFile',
          zh: '提交卷宗',
          en: 'Hand in the file',
        },
        referForRelief: { ...affair.referForRelief, to: 'CLOSED_PENDING_FILE' },
        claimCost: { ...claimCost, to: 'CLOSED_PENDING_FILE' },
      },
    },
    FILE_UNDER_REVIEW: {
      zh: '卷宗审查中',
      en: 'File under review',
      on: {
        returnFile: {
          to: 'CLOSED_PENDING_FILE',
          by: ['reviewer', 'approver'],
          clock: 'reviewFile',
          starts: 'submitFile',
          zh: '退回补充卷宗',
          en: 'Return the file',
        },
        acceptFile: {
          to: 'ARCHIVED',
          by: ['reviewer', 'approver'],
          clock: 'reviewFile',
          paper: 'archiveCatalogue',
          zh: '卷宗合格，归档',
          en: 'Accept the file and archive it',
        },
        claimCost: { ...claimCost, to: 'FILE_UNDER_REVIEW' },
      },
    },
    ARCHIVED: { zh: '已归档', en: 'Archived', on: {} },
    TERMINATED: {
      zh: '已终止',
      en: 'Terminated',
      on: {
        recordNotification: { ...recordNotification, to: 'TERMINATED' },
        raiseObjection: {
          to: 'TERMINATION_CONTESTED',
          by: ['citizen', 'clerk', 'bureauReviewer'],
          clock: 'raiseObjection',
          starts: 'decideObjection',
          zh: '对终止提出异议',
          en: 'Object to the termination',
        },
        revokeTermination,
      },
    },
    TERMINATION_CONTESTED: {
      zh: '终止异议，司法局审查中',
      en: 'Termination under review by the bureau',
      on: {
        maintain: {
          to: 'TERMINATION_UPHELD',
          by: ['bureauReviewer'],
          clock: 'decideObjection',
          paper: 'objectionDecision',
          zh: '维持终止决定',
          en: 'Maintain the termination',
        },
        orderCorrection: {
          to: 'RESUMPTION_DUE',
          by: ['bureauReviewer'],
          clock: 'decideObjection',
          starts: 'carryOutCorrection',
          paper: 'objectionDecision',
          zh: '责令改正',
          en: 'Order correction',
        },
        recordNotification: { ...recordNotification, to: 'TERMINATION_CONTESTED' },
      },
    },
    // Three ways on, told apart by how far the case had come and by whether its handler may still act.
    RESUMPTION_DUE: {
      zh: '终止已撤销，待恢复援助',
      en: 'Termination taken back: aid to be resumed',
      on: {
        resumeHandling: {
          to: 'HANDLING',
          by: ['approver'],
          clock: 'carryOutCorrection',
          paper: 'resumptionDecision',
          zh: '恢复援助，由原承办人继续办理',
          en: 'Resume: the same handler goes on',
        },
        resumeSigning: {
          to: 'ACCEPTED',
          by: ['approver'],
          clock: 'carryOutCorrection',
          starts: 'signAgreement',
          paper: 'resumptionDecision',
          zh: '恢复援助，由原承办人签订委托协议',
          en: 'Resume: the same handler signs the agreement',
        },
        resumeByDesignation: {
          to: 'AWAITING_DESIGNATION',
          by: ['approver'],
          clock: 'carryOutCorrection',
          starts: 'designate',
          paper: 'resumptionDecision',
          zh: '恢复援助，另行指派',
          en: 'Resume: designate anew',
        },
      },
    },
    TERMINATION_UPHELD: {
      zh: '已终止（异议已维持）',
      en: 'Terminated, maintained by the bureau',
      on: { recordNotification: { ...recordNotification, to: 'TERMINATION_UPHELD' }, revokeTermination },
    },
  },
});

export type CaseState = StateOf<typeof caseLifecycle>;
export type CaseEvent = EventOf<typeof caseLifecycle>;

/** Whose desk a case lies on: the worklists' first key. */
export type Desk = 'designation' | 'handling' | 'replacement' | 'fileReview' | 'notification' | 'objection' | 'done';

const desks: Readonly<Record<CaseState, Desk>> = {
  AWAITING_DESIGNATION: 'designation',
  ON_OFFER: 'designation',
  AT_FIRM: 'designation',
  DESIGNATED: 'handling',
  ACCEPTED: 'handling',
  HANDLING: 'handling',
  REPLACEMENT_REVIEW: 'replacement',
  REFUSED_BY_ACCUSED: 'replacement',
  CLOSED_PENDING_FILE: 'handling',
  FILE_UNDER_REVIEW: 'fileReview',
  ARCHIVED: 'done',
  TERMINATED: 'notification',
  TERMINATION_CONTESTED: 'objection',
  RESUMPTION_DUE: 'objection',
  TERMINATION_UPHELD: 'notification',
};

/** Desks on which the case has a handler who acts in it: what counts as their load, and lets them reach the recipient. */
export const desksInHand: readonly Desk[] = ['handling', 'replacement'];

/** The desk of a state; a terminated case is done when everybody has been told. */
export function deskOf(state: CaseState, everybodyTold = false): Desk {
  const desk = desks[state];
  return desk === 'notification' && everybodyTold ? 'done' : desk;
}
