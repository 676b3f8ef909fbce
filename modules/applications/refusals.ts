import type { RefusalTable } from '../../kernel/errors/index.ts';

export const applicationRefusals = {
  'application.sameHand': {
    status: 403,
    zh: '审查人和审批人不能是同一个人，请由另一位审批',
    en: 'The person who proposed may not also approve; a second person must',
  },
  'application.groundsMissing': { status: 400, zh: '不予援助必须写明理由', en: 'A refusal needs its grounds' },
  'application.supplementOnce': {
    status: 409,
    zh: '补正通知只能发一次，需要的材料应当一次说清',
    en: 'A supplement may be asked for only once',
  },
  'application.supplementItems': { status: 400, zh: '请写明还缺哪些材料', en: 'Say which materials are missing' },
  'application.supplementDue': {
    status: 400,
    zh: '补正期限应在 1 到 30 天之间',
    en: 'The time for the supplement must be 1 to 30 days',
  },
  'application.supplementLate': {
    status: 409,
    zh: '补正期限已过（{due}）',
    en: 'The time for the supplement has passed ({due})',
  },
  'application.declaration': { status: 400, zh: '请先阅读并确认声明', en: 'Read and confirm the declaration first' },
  'application.receivedOnFuture': {
    status: 400,
    zh: '收到日期不能晚于今天',
    en: 'The day of receipt may not lie in the future',
  },
  'application.receivedOnStaffOnly': {
    status: 400,
    zh: '只有工作人员补录纸质申请时可以填写收到日期',
    en: 'Only staff entering a paper form may give the day of receipt',
  },
  'application.receivedOnTooOld': {
    status: 400,
    zh: '收到日期超过一年的，请重新了解情况后登记',
    en: 'More than a year ago: ask the person how things stand and enter it anew',
  },
  'application.receivedTwice': {
    status: 400,
    zh: '和收到日期不是同一天',
    en: 'Not on the day of receipt',
  },
  'application.forwardingDoor': {
    status: 400,
    zh: '只有羁押场所或者值班律师转交的申请才填写转交情况',
    en: 'Only an application forwarded from custody or by a duty lawyer carries this',
  },
  'application.forwardedBefore': {
    status: 400,
    zh: '不能晚于中心收到的时间',
    en: 'Not later than the centre received it',
  },
  'application.noGuardian': {
    status: 400,
    zh: '只有为未成年人或者无（限制）民事行为能力人，由其他法定代理人或者近亲属申请时才选',
    en: 'Only where another guardian or a close relative applies for somebody without full capacity',
  },
  'application.agentIsOpponent': {
    status: 400,
    zh: '代为申请的人是对方当事人，应当由其他法定代理人或者近亲属申请（《法律援助法》第四十条）',
    en: 'Whoever applies is the other side; another guardian or a close relative must (art. 40)',
  },
  'application.householdNeeded': { status: 400, zh: '请填写家庭收入情况', en: 'Household and income are needed' },
  'application.incomeOverHousehold': {
    status: 400,
    zh: '本人收入不能大于全家收入',
    en: 'The applicant’s own income cannot exceed the household’s',
  },
  'application.noCentre': {
    status: 400,
    zh: '找不到有权办理的法律援助中心：{region}',
    en: 'No centre on file is competent for {region}',
  },
  'application.sameCentre': { status: 409, zh: '本中心就是有权的中心', en: 'This centre is the competent one' },
  'application.materialUnknown': {
    status: 400,
    zh: '没有收到这个文件，请重新上传',
    en: 'This file was never uploaded; upload it again',
  },
  'application.codeUnknown': {
    status: 404,
    zh: '编号和查询码对不上，请看一看回执',
    en: 'Number and code do not match; look at your receipt',
  },
  'application.assessmentOpen': {
    status: 409,
    zh: '还缺决定结果的情况，不能提出给予或不予的意见：{missing}',
    en: 'Facts that decide the outcome are still missing: {missing}',
  },
  'application.provisionalNotEligible': {
    status: 409,
    zh: '按已知情况不符合条件，不能先行提供',
    en: 'What is known already says no; aid cannot be given provisionally',
  },
  'application.periodNotExpiring': {
    status: 400,
    zh: '期限届满日应在今天起七日以内',
    en: 'The period must end in fewer than seven days, and not before today',
  },
  'application.provisionalRunning': {
    status: 409,
    zh: '补办手续的期限还没有过，或者材料已经补来',
    en: 'The time for the papers has not run out, or they have come',
  },
  'application.resumeFirst': {
    status: 409,
    zh: '上次终止已经撤销，请先恢复援助',
    en: 'The last termination was undone: resume the aid first',
  },
  'application.papersNotCome': {
    status: 409,
    zh: '要补办的材料还没有收到',
    en: 'The papers have not come yet',
  },
  'application.commitmentBarred': {
    status: 400,
    zh: '以前的诚信承诺经核查不实，这次不能再以承诺代替证明，请提供证明材料',
    en: 'An earlier commitment was found false; proof must be shown this time',
  },
  'application.commitmentNotChosen': {
    status: 400,
    zh: '没有选择诚信承诺，不填写签署方式',
    en: 'No commitment was chosen, so none was signed',
  },
  'application.dayFuture': { status: 400, zh: '不能晚于今天', en: 'May not lie in the future' },
  'application.paidBeforeOrder': {
    status: 400,
    zh: '不能早于责令支付的日期',
    en: 'May not be before the order',
  },
  'application.reasonMissing': { status: 400, zh: '请写明理由', en: 'Give the reason' },
  'draft.codeUnknown': { status: 404, zh: '没有找到这份草稿，请核对续填码', en: 'No draft with this code' },
  'draft.submitted': {
    status: 409,
    zh: '这份内容已经提交，不能再改',
    en: 'This has been submitted and cannot be changed',
  },
  'application.regionUnknown': {
    status: 400,
    zh: '没有这个地区，或者不在本市；请从列表中选',
    en: 'No such region here; choose one from the list',
  },
} as const satisfies RefusalTable;
