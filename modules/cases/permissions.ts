import type { Permission } from '../../kernel/use-case/index.ts';

/** The centre's desks see every case of their tenant; a handler sees only their own. */
export const mayReadCases: Permission = {
  key: 'case.read',
  roles: ['clerk', 'reviewer', 'approver', 'designator', 'finance', 'quality', 'manager'],
};
/** 终止异议: the bureau reads the cases that an objection has brought before it. */
export const mayReadContestedCases: Permission = { key: 'case.readContested', roles: ['bureauReviewer'] };
export const mayReadOwnCases: Permission = { key: 'case.readOwn', roles: ['handler'] };
export const mayOpenCase: Permission = { key: 'case.open', roles: ['approver', 'designator'] };
/** 登记通知辩护: whoever sits where notices arrive. */
export const mayRegisterNotices: Permission = {
  key: 'case.registerNotice',
  roles: ['clerk', 'reviewer', 'designator'],
};
/** 排班: whoever designates also keeps the rota. */
export const mayPlanDuty: Permission = { key: 'duty.plan', roles: ['designator'] };
export const mayReadDuty: Permission = {
  key: 'duty.read',
  roles: ['handler', 'clerk', 'reviewer', 'designator', 'manager', 'quality', 'finance'],
};
export const mayRecordHelp: Permission = { key: 'duty.recordHelp', roles: ['handler', 'clerk', 'designator'] };
export const mayListCandidates: Permission = { key: 'case.listCandidates', roles: ['designator', 'manager'] };
/** Adding pieces to the file while the case is handled: the handler, or a clerk from paper. */
export const mayKeepPieces: Permission = { key: 'case.keepPieces', roles: ['handler', 'clerk'] };
/** Shares decide who gets work: set by the head, not by the one who designates. */
export const maySetShares: Permission = { key: 'case.setShares', roles: ['manager'] };
/** 待接征集: a handler answers for themselves. */
export const mayAnswerOffers: Permission = { key: 'case.answerOffers', roles: ['handler'] };
/** 单位确定承办人: the head of the firm, bound to it; the counter writes down what a firm says. */
export const mayNameHandlers: Permission = { key: 'case.nameHandlers', roles: ['clerk', 'firmHead'] };
/** 指派公示: every handler of the centre may see where each case went. */
export const mayReadLedger: Permission = {
  key: 'case.readLedger',
  roles: ['handler', 'firmHead', 'designator', 'clerk', 'reviewer', 'approver', 'manager', 'quality', 'finance'],
};
/** 利益冲突检查 when something is written down, before there is a case. */
export const mayCheckConflicts: Permission = { key: 'case.checkConflicts', roles: ['clerk', 'reviewer', 'designator'] };
/** 回避声明: a handler for themselves, the designator for whoever told them. */
export const mayDeclareRelatives: Permission = { key: 'case.declareRelatives', roles: ['handler', 'designator'] };
