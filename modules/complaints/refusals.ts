import type { RefusalTable } from '../../kernel/errors/index.ts';

export const complaintRefusals = {
  'complaint.ownHand': {
    status: 403,
    zh: '被投诉的人不能办理这件投诉',
    en: 'Nobody handles a complaint about themselves',
  },
  'complaint.sameHand': {
    status: 403,
    zh: '调查的人不能作出处理决定，请由另一人决定',
    en: 'Whoever looked into it may not decide it; another person decides',
  },
  'complaint.notInvestigator': {
    status: 403,
    zh: '这件投诉由另一人调查',
    en: 'Somebody else is looking into this complaint',
  },
  'complaint.noBureau': {
    status: 409,
    zh: '该地没有登记司法行政部门，不能办理投诉',
    en: 'No justice bureau is on file there; the complaint cannot be handled',
  },
  'complaint.sameBureau': {
    status: 400,
    zh: '投诉已经在这个司法局',
    en: 'The complaint already lies with this bureau',
  },
  'complaint.whereTo': { status: 400, zh: '请写明转送到哪里', en: 'Say where it is passed on to' },
  'complaint.askedOnce': {
    status: 409,
    zh: '补正只能一次告知，已经告知过',
    en: 'What is missing is asked for once, and it was asked already',
  },
  'complaint.otherPerson': {
    status: 409,
    zh: '不是同一人就同一件事的投诉，不能并案',
    en: 'Not the same person about the same matter: it cannot be merged',
  },
  'complaint.intoEnded': {
    status: 409,
    zh: '要并入的投诉已经结束',
    en: 'The complaint to merge into has ended',
  },
  'complaint.againstMissing': { status: 400, zh: '请写明投诉的是谁', en: 'Say whom the complaint is about' },
  'complaint.measuresMissing': {
    status: 400,
    zh: '投诉成立的，要写明采取什么措施',
    en: 'A complaint found true says what is done about it',
  },
  'complaint.measuresNotMeant': {
    status: 400,
    zh: '投诉不成立的，没有处理措施',
    en: 'A complaint not found true leads to no measures',
  },
  'complaint.future': { status: 400, zh: '不能晚于今天', en: 'The day may not lie in the future' },
  'complaint.past': { status: 400, zh: '要晚于今天', en: 'The day must lie in the future' },
  'complaint.before': { status: 400, zh: '不能早于 {day}', en: 'Not before {day}' },
  'complaint.staffOnly': { status: 400, zh: '只有工作人员可以填写', en: 'Only staff may give this' },
  'complaint.matterUnknown': {
    status: 400,
    zh: '本地没有这个编号的案件；不清楚的可以不填',
    en: 'No case here has this number; leave it empty if you do not know it',
  },
  'complaint.matterMissing': {
    status: 400,
    zh: '投诉人是受援人本人的，请写明案件编号',
    en: 'Give the number of the matter whose recipient complains',
  },
  'complaint.codeUnknown': {
    status: 404,
    zh: '编号或者查询码不对，请对照回执再填',
    en: 'Number or code is wrong; look at the receipt and try again',
  },
  'complaint.reason': { status: 400, zh: '请写明为什么要看', en: 'Say why it must be seen' },
} as const satisfies RefusalTable;
