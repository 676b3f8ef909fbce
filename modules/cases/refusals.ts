import type { RefusalTable } from '../../kernel/errors/index.ts';
import { bars } from './rules/eligibility.ts';

/** The reasons for which somebody may not act, as faults of the field that named them: `case.bar.suspended` … */
const barRefusals: RefusalTable = Object.fromEntries(
  Object.entries(bars).map(([code, { text }]) => [`case.bar.${code}`, { status: 409, ...text }]),
);

export const caseRefusals = {
  ...barRefusals,
  'case.number.centreMissing': {
    status: 409,
    zh: '本地区（{tenant}）没有登记法律援助中心，不能编号立案',
    en: 'No legal aid centre is registered for {tenant}; a case cannot be numbered there',
  },
  'case.handlerUnknown': { status: 404, zh: '没有这位承办人', en: 'No such handler' },
  'case.handlerBarred': {
    status: 409,
    zh: '这位承办人不能承办本案',
    en: 'This handler may not act in this case',
  },
  'case.overrideReason': {
    status: 400,
    zh: '没有按推荐顺序指派，请写明理由',
    en: 'The designation departs from the ranking: give the reason',
  },
  'case.cautionReason': {
    status: 400,
    zh: '这位承办人可能有利益冲突，请核实后写明理由',
    en: 'This handler may have a conflict of interest: check and give the reason',
  },
  'case.notYours': { status: 403, zh: '这件案子不是指派给您的', en: 'This case is not designated to you' },
  'case.reasonMissing': { status: 400, zh: '请写明理由', en: 'Give the reason' },
  'case.dateInFuture': { status: 400, zh: '日期不能晚于今天', en: 'The day may not lie in the future' },
  'case.dateBeforeReceipt': {
    status: 400,
    zh: '日期不能早于收到申请或者通知的日期（{earliest}）',
    en: 'The day may not precede the receipt of the application or notice ({earliest})',
  },
  'case.dateBeforeGrant': {
    status: 400,
    zh: '日期不能早于决定给予援助的日期（{earliest}）',
    en: 'The day may not precede the grant ({earliest})',
  },
  'case.dateBeforeDesignation': {
    status: 400,
    zh: '日期不能早于指派日期（{earliest}）',
    en: 'The day may not precede the designation ({earliest})',
  },
  'duty.plea.missing': {
    status: 400,
    zh: '见证签署认罪认罚具结书的，要填写见证情况',
    en: 'A witnessed plea needs its record',
  },
  'duty.plea.notWitnessed': {
    status: 400,
    zh: '具结书的情况要与“见证签署认罪认罚具结书”一起登记',
    en: 'A plea is recorded together with its witnessing',
  },
  'duty.plea.outcome': {
    status: 400,
    zh: '见证后的结果应当是已签署或者未签署具结书',
    en: 'After a witnessed plea the outcome is signed or not signed',
  },
  'duty.plea.dissentMissing': { status: 400, zh: '有异议的，请写明意见', en: 'Say what the dissent is' },
  'duty.plea.unsignedMissing': { status: 400, zh: '请选未签署的原因', en: 'Say why nothing was signed' },
  'duty.plea.unsignedSigned': {
    status: 400,
    zh: '已签署的，不填未签署的原因',
    en: 'It was signed: there is no reason why not',
  },
  'duty.plea.stage': {
    status: 400,
    zh: '侦查阶段不签署具结书，只记录认罪认罚情况',
    en: 'No agreement is signed at this stage; the plea is only written down',
  },
  'duty.plea.notTold': {
    status: 400,
    zh: '签署前应当告知各项内容，没有告知的不能登记为已签署',
    en: 'Before signing all of it must be told',
  },
  'duty.plea.notVoluntary': {
    status: 400,
    zh: '不是自愿的，不能登记为已签署',
    en: 'A plea that is not voluntary cannot be recorded as signed',
  },
  'duty.plea.lawyerUnsigned': {
    status: 400,
    zh: '具结书要在值班律师在场时签署，请由值班律师签名',
    en: 'It is signed in the lawyer’s presence: the lawyer signs too',
  },
  'case.dateBeforeFiling': {
    status: 400,
    zh: '开庭日期不能早于向法院提交材料的日期（{earliest}）',
    en: 'The hearing may not precede the papers handed to the court ({earliest})',
  },
  'case.dateBeforeRefusal': {
    status: 400,
    zh: '日期不能早于拒绝辩护的日期（{earliest}）',
    en: 'The day may not precede the refusal ({earliest})',
  },
  'case.dateBeforeReturn': {
    status: 400,
    zh: '日期不能早于上次退回卷宗的日期（{earliest}）',
    en: 'The day may not precede the return of the file ({earliest})',
  },
  'case.dateBeforeEarlierStage': {
    status: 400,
    zh: '通知日期不能早于前一阶段案件的日期（{earliest}）',
    en: 'The notice may not precede the earlier stage ({earliest})',
  },
  'case.dateAfterSubmission': {
    status: 400,
    zh: '材料日期不能晚于提交卷宗的日期',
    en: 'A piece may not be later than the handing in',
  },
  'case.dateBeforeClosing': {
    status: 400,
    zh: '日期不能早于结案日期（{earliest}）',
    en: 'The day may not precede the closing ({earliest})',
  },
  'case.dateBeforeTermination': {
    status: 400,
    zh: '日期不能早于终止决定（{earliest}）',
    en: 'The day may not precede the termination ({earliest})',
  },
  'case.agreementOrReason': {
    status: 400,
    zh: '请填签订日期；没有签成的，请写明原因',
    en: 'Give the day of signing, or the reason why there is no agreement',
  },
  'case.closingEventStage': {
    status: 400,
    zh: '这个结案事由不适用于本案的阶段',
    en: 'This closing event does not belong to the stage of this case',
  },
  'case.recoveredCriminal': {
    status: 400,
    zh: '刑事辩护案件不填挽回金额',
    en: 'A criminal defence recovers no amount',
  },
  'case.pieceMissing': {
    status: 400,
    zh: '卷宗还缺：{piece}。交不出的，请写明原因',
    en: 'The file still lacks: {piece}. If it cannot be had, say why',
  },
  'case.pieceUnknown': { status: 400, zh: '目录里没有这一项：{piece}', en: 'The catalogue has no such piece: {piece}' },
  'case.pieceFileUnknown': {
    status: 400,
    zh: '这份文件没有上传到本案',
    en: 'This file was not uploaded to this case',
  },
  'case.sameHand': {
    status: 403,
    zh: '提交卷宗的人不能自己审查验收，请由另一位办理',
    en: 'Whoever handed in the file may not also review it; a second person must',
  },
  'case.resubmitDays': {
    status: 400,
    zh: '补交期限应在 1 到 30 天之间',
    en: 'The time to hand in again must be 1 to 30 days',
  },
  'case.receiptUnknown': {
    status: 400,
    zh: '这张票据没有上传到本案',
    en: 'This receipt was not uploaded to this case',
  },
  'case.affair.noCourtFee': {
    status: 409,
    zh: '只有民事、行政诉讼案件才有诉讼费用',
    en: 'Only a civil or administrative suit has a court fee',
  },
  'case.affair.feeLetterOpen': {
    status: 409,
    zh: '已经发过函，法院还没有答复',
    en: 'A letter is out already, and the court has not answered',
  },
  'case.affair.sameHand': {
    status: 403,
    zh: '报告的人不能自己签收',
    en: 'Whoever reported it may not acknowledge it',
  },
  'case.affair.notAsked': { status: 400, zh: '这一步不填这一项', en: 'This step does not ask for that' },
  'case.affair.amountMissing': { status: 400, zh: '请填金额', en: 'Give the amount' },
  'case.affair.totalMissing': { status: 400, zh: '请填应交的诉讼费用', en: 'Give the whole fee' },
  'case.affair.untilMissing': { status: 400, zh: '请填缓交到哪一天', en: 'Give the day until which it is deferred' },
  'case.affair.wordsMissing': { status: 400, zh: '请写明内容', en: 'Say what it was' },
  'case.affair.dateBefore': {
    status: 400,
    zh: '日期不能早于发出的日期（{earliest}）',
    en: 'The day may not precede the day it went out ({earliest})',
  },
  'case.affair.untilBefore': { status: 400, zh: '缓交的截止日已经过去', en: 'That day has passed already' },
  'case.affair.reducedAll': {
    status: 400,
    zh: '减交的金额要少于应交的费用；全部不交的，登记为免交',
    en: 'A reduction is less than the fee; all of it is a waiver',
  },
  'case.affair.belowLeast': {
    status: 400,
    zh: '减交低于百分之三十（《诉讼费用交纳办法》第四十六条），请写明法院的理由',
    en: 'Less than 30 % (Measures on court fees, art. 46): give the court’s reason',
  },
  'case.affair.paidMore': {
    status: 400,
    zh: '发放的金额不能多于决定的金额',
    en: 'No more can be paid than was granted',
  },
  'case.resumption': {
    status: 409,
    zh: '现在不能这样恢复：原承办人没有接手过，或者现在不能承办，请另行指派',
    en: 'The aid cannot go on this way: the handler had not accepted, or may not act now; designate anew',
  },
  'case.alreadyNotified': { status: 409, zh: '送达和通知已经登记过', en: 'Service and notice are already recorded' },
  'case.replacementNotYours': {
    status: 403,
    zh: '只能由受援人本人或者承办人本人提出，窗口可以代为登记',
    en: 'Only the recipient or the handler may ask; the counter may write it down for them',
  },
  'case.replacementGround': {
    status: 400,
    zh: '这个事由不适用于提出人',
    en: 'This ground is not for whoever asks',
  },
  'case.replacementSameHand': {
    status: 403,
    zh: '登记请求的人不能自己决定，请由另一位办理',
    en: 'Whoever took the request in may not decide it; a second person must',
  },
  'case.noHandoverDue': { status: 409, zh: '没有等待移交的材料', en: 'No papers are waiting to be handed over' },
  'case.dateBeforeReplacement': {
    status: 400,
    zh: '日期不能早于同意更换的日期（{earliest}）',
    en: 'The day may not precede the decision to replace ({earliest})',
  },
  'case.notice.stageOrgan': {
    status: 400,
    zh: '这个机关不办理这个阶段的案件',
    en: 'That organ does not handle cases at this stage',
  },
  'case.notice.groundStage': {
    status: 400,
    zh: '这个通知事由不适用于这个阶段',
    en: 'This ground does not belong to this stage',
  },
  'case.notice.notMinor': {
    status: 400,
    zh: '按出生日期，收到通知时已经满十八周岁',
    en: 'By the birth date this person was eighteen when the notice was received',
  },
  'case.consentMissing': {
    status: 400,
    zh: '和解、调解要有受援人同意的记录，请先记一笔“受援人同意和解、调解”',
    en: 'A settlement or mediation needs the recipient’s consent on record: note it first',
  },
  'case.notTheirTurn': {
    status: 400,
    zh: '现在没有轮到这一位，请选轮到的人，或者改用直接指派并说明理由',
    en: 'It is not their turn: choose whose turn it is, or designate directly with a reason',
  },
  'case.wishMissing': {
    status: 400,
    zh: '请登记受援人是怎样、在哪一天点名的',
    en: 'Write down how and on which day the recipient said so',
  },
  'case.methodKind': {
    status: 400,
    zh: '这种指派方式不能指派给这一类人员',
    en: 'This method does not lead to handlers of this kind',
  },
  'case.notOffered': {
    status: 409,
    zh: '本案可能与您有利益冲突，要由中心核实后直接指派',
    en: 'There may be a conflict of interest: the centre has to look into it and designate directly',
  },
  'case.notOfFirm': { status: 400, zh: '不是本单位的人员', en: 'Not one of the firm’s people' },
  'case.firmHasNobody': {
    status: 400,
    zh: '该单位没有可以承办本案的人员，或者已经退回过本案',
    en: 'The firm has nobody who may act in this case, or has given it back',
  },
  'case.nobodyToOffer': {
    status: 409,
    zh: '没有可以征集的人员，请直接指派',
    en: 'There is nobody to offer it to: designate directly',
  },
  'case.offerGone': {
    status: 409,
    zh: '已经由他人先接受，或者征集已经到期、收回',
    en: 'Somebody was first, or the offer has lapsed or been taken back',
  },
  'case.notice.old': {
    status: 400,
    zh: '收到日期在一年以前，请核对年份',
    en: 'Received more than a year ago: check the year',
  },
  'case.notice.hearingPast': {
    status: 400,
    zh: '开庭日期早于收到通知的日期',
    en: 'The hearing lies before the day of receipt',
  },
  'case.notice.earlierUnknown': {
    status: 400,
    zh: '没有这件较早阶段的刑事案件',
    en: 'No such earlier criminal case',
  },
  'case.noLetterDue': {
    status: 409,
    zh: '现在没有要答复的办案机关',
    en: 'No organ is waiting for an answer now',
  },
  'case.notDefence': {
    status: 409,
    zh: '只有刑事辩护案件才有拒绝辩护',
    en: 'Only somebody accused can refuse a defence',
  },
  'case.notNotified': {
    status: 409,
    zh: '本案不是办案机关通知的，不能再次通知；本人拒绝的，可以终止援助',
    en: 'No organ notified this case, so none notifies again; if the person refuses, terminate the aid',
  },
  'case.dateBeforeNotice': {
    status: 400,
    zh: '日期不能早于前一次通知（{earliest}）',
    en: 'The day may not precede the earlier notice ({earliest})',
  },
  'case.hearingWarned': {
    status: 409,
    zh: '请先看一看提示；核实无误后再登记',
    en: 'Look at the warnings first; write it down once they are checked',
  },
  'case.hearingWarning.clash': {
    status: 409,
    zh: '承办人当天{at}另有开庭：{number}',
    en: 'The handler has another hearing that day {at}: {number}',
  },
  'case.hearingWarning.dayOff': {
    status: 409,
    zh: '这一天是法定节假日或者休息日，请与法院核实',
    en: 'That day is a holiday or a day of rest: check with the court',
  },
  'case.hearingOver': {
    status: 409,
    zh: '这次开庭已经改期、取消或者开过',
    en: 'This hearing was moved, cancelled or held already',
  },
  'duty.placeUnknown': { status: 400, zh: '这里不设值班', en: 'There is no duty at this place' },
  'duty.lawyerUnfit': {
    status: 400,
    zh: '值班的应当是在岗的执业律师，并且那个时间没有别的班',
    en: 'Duty is for a licensed lawyer in service who is free at that time',
  },
  'duty.dayPast': { status: 400, zh: '不能排过去的日子', en: 'That day has passed' },
  'duty.overlap': { status: 400, zh: '{day} 已经在{place}值班', en: 'Already on duty on {day} ({place})' },
  'duty.swapWithSelf': { status: 400, zh: '不能和自己换班', en: 'One cannot swap with oneself' },
  'duty.notYours': { status: 403, zh: '这不是您的班次或者记录', en: 'This shift or record is not yours' },
  'duty.shiftPast': { status: 409, zh: '这一班已经过去', en: 'This shift has passed' },
  'duty.shiftOther': {
    status: 400,
    zh: '班次与律师、地点、日期对不上',
    en: 'The shift does not fit the lawyer, the place or the day',
  },
  'duty.signatureMode': {
    status: 400,
    zh: '现场的要有签名或者指印，电话、视频的记为电话、视频确认',
    en: 'On site: a signature or fingerprint; by telephone or video: confirmed remotely',
  },
  'duty.pleaByPhone': {
    status: 400,
    zh: '见证签署具结书要在现场或者视频进行',
    en: 'A plea agreement is witnessed on site or by video',
  },
  'case.openTwice': {
    status: 409,
    zh: '这份申请已经立案：{number}',
    en: 'This application already has its case: {number}',
  },
} satisfies RefusalTable;
