import { reliefsAsked, reliefText } from '../../forms/court-fee-relief-letter.ts';
import { organReplyPurposes } from '../../forms/organ-reply.ts';
import { transferReasonText } from '../../forms/transfer-letter.ts';
import { chineseDate, cited, ordinal, withoutStop } from '../../forms/wording.ts';
import { handlerKindText, proceedingStageText } from '../../labels.ts';
import { addressed, addressedStart, received, receivedStart } from './decisions.ts';
import { type Letter, mark, may, must, paragraphOf } from './spec.ts';

/* What goes to other offices, organs and units, and what the applicant takes home. */

export const materialsReceipt: Letter<'materialsReceipt'> = {
  fields: {
    申请人姓名: must('申请人姓名', 'The applicant’s name', (b) => b.applicantName),
    收到日期: must('收到材料的日期', 'The day of receipt', (b) => chineseDate(b.receivedOn) ?? ''),
    提交人: may('“您提交的”或者“某某代您提交的”', 'Who handed them in, as a phrase', (b) =>
      b.submittedBy && b.submittedBy !== b.applicantName ? `${b.submittedBy}代您提交的` : '您提交的',
    ),
    案由: may('“某某一案”，没有时为空', 'The cause, as a phrase', (b) => (b.cause ? `${b.cause}一案` : '')),
    项数: must('材料的项数', 'How many pieces', (b) => String(b.materials.length)),
    还需提交: may(
      '“还需提交：……”整句，没有时为空',
      'What is still needed, as a sentence',
      paragraphOf('materialsReceipt', ['还需提交：']),
    ),
    审查期限: may(
      '何时作出决定的整段文字（第四十三条），没有时为空',
      'By when it is decided, as a paragraph (art. 43)',
      paragraphOf('materialsReceipt', ['申请材料齐全的']),
    ),
    查询办法: may(
      '怎样查询进度的整段文字，没有时为空',
      'How to look it up, as a paragraph',
      paragraphOf('materialsReceipt', ['查询进度：']),
    ),
    经办人: may('经办人姓名', 'Who received them', (b) => b.receivedBy ?? ''),
  },
  start: (day) => ({
    applicantName: '{申请人姓名}',
    cause: mark,
    receivedOn: day('{收到日期}'),
    materials: [{ name: mark }],
    stillNeeded: [mark],
    receivedBy: '{经办人}',
    decideBy: day('{审查}'),
    queryCode: mark,
  }),
  words: [
    ['您提交的', '{提交人}'],
    [`${mark}一案`, '{案由}'],
    ['共1项', '共{项数}项'],
  ],
  whole: { 还需提交: ['还需提交：'], 审查期限: ['申请材料齐全的'], 查询办法: ['查询进度：'] },
};

export const transferLetter: Letter<'transferLetter'> = {
  fields: {
    ...addressed,
    接收机构: must('接收申请的机构', 'The office that it goes to', (b) => b.to),
    转交理由: must(
      '转交的理由',
      'Why it is handed over',
      (b) => `${transferReasonText[b.reason]}。${b.reasonNote ?? ''}`,
    ),
    转交依据: must('转交依据的条文', 'The article', (b) => b.citation),
    联系人: may('联系人', 'Whom to ask', (b) => b.contact ?? ''),
  },
  start: (day) => ({
    ...addressedStart(day),
    to: '{接收机构}',
    reason: 'notCompetent',
    citation: '{转交依据}',
    materials: [{ name: mark }],
    contact: '{联系人}',
  }),
  words: [[`${transferReasonText.notCompetent}。`, '{转交理由}']],
};

export const cooperationLetter: Letter<'cooperationLetter'> = {
  fields: {
    ...addressed,
    协助机构: must('请其协助的机构', 'The centre that is asked', (b) => b.to),
    核查事项: must('请其核查的事项', 'What is to be checked', (b) => b.question),
    答复期限: must('请其答复的日期', 'By when', (b) => chineseDate(b.answerBy) ?? ''),
  },
  start: (day) => ({
    ...addressedStart(day),
    to: '{协助机构}',
    question: '{核查事项}',
    answerBy: day('{答复期限}'),
  }),
};

export const designationNotice: Letter<'designationNotice'> = {
  fields: {
    承办单位: must('承办单位', 'The unit', (b) => b.handlingUnit),
    给予决定: may('“作出某号决定书，”，没有时为空', 'The decision that granted aid, as a phrase', (b) =>
      b.grantNumber ? `作出${cited('给予法律援助决定书', b.grantNumber)}，` : '',
    ),
    受援人姓名: must('受援人姓名', 'The recipient’s name', (b) => b.recipient.name),
    案由: must('案由', 'The cause', (b) => b.cause),
    承办人员: must('承办人姓名，由单位安排时为“安排人员”', 'The handler, or that the unit names one', (b) =>
      b.handler === undefined ? '安排人员' : b.handler.name,
    ),
    签约期限: must('“于某日前”或者“自接受指派之日起五日内”', 'By when the agreement is signed, as a phrase', (b) =>
      b.signAgreementBy ? `于${chineseDate(b.signAgreementBy)}前` : '自接受指派之日起五日内',
    ),
    承办要求: may(
      '“承办要求：……”整句，没有时为空',
      'What is asked of the handler, as a sentence',
      paragraphOf('designationNotice', ['承办要求：']),
    ),
    附件: may(
      '“附件：……”整句，没有时为空',
      'What is enclosed, as a sentence',
      paragraphOf('designationNotice', ['附件：']),
    ),
    回执承办人: may('回执上的承办人', 'The handler, on the slip', (b) => b.handler?.name ?? ''),
    执业证号: may('承办人的执业证号', 'Their licence', (b) => b.handler?.licenceNumber ?? ''),
    承办人电话: may('承办人的电话', 'Their telephone', (b) => b.handler?.phone ?? ''),
  },
  start: (day) => ({
    handlingUnit: '{承办单位}',
    handler: { name: '{回执承办人}', unit: mark, licenceNumber: '{执业证号}', phone: '{承办人电话}' },
    recipient: { name: '{受援人姓名}', phone: mark },
    cause: '{案由}',
    aidForms: ['litigationRepresentation'],
    stage: 'firstInstance',
    handlingOrgan: mark,
    organContact: mark,
    grantNumber: mark,
    hearingOn: day('{开庭}'),
    signAgreementBy: day('{签约}'),
    requirements: mark,
    materials: [{ name: mark }],
  }),
  words: [
    [`作出${mark}《给予法律援助决定书》，`, '{给予决定}'],
    ['现指派你单位{回执承办人}承办', '现指派你单位{承办人员}承办'],
    ['于{签约}前', '{签约期限}'],
  ],
  whole: { 承办要求: ['承办要求：'], 附件: ['附件：'] },
};

export const organReply: Letter<'organReply'> = {
  fields: {
    办案机关: must('办案机关', 'The organ', (b) => b.organ),
    收文: may('“你单位某号法律援助通知已于某日收悉。”，没有时为空', 'The notice it answers, as a sentence', (b) =>
      b.noticeReceivedOn
        ? `你单位${b.noticeNumber ?? ''}法律援助通知（申请材料）已于${chineseDate(b.noticeReceivedOn)}收悉。`
        : '',
    ),
    依据: must('所依据的条文', 'The article', (b) => organReplyPurposes[b.purpose].citation),
    受援人姓名: must('受援人姓名', 'The recipient’s name', (b) => b.personName),
    案由: must('案由', 'The cause', (b) => b.cause),
    阶段: may('“（某某阶段）”，没有时为空', 'The stage, in brackets', (b) =>
      b.stage ? `（${proceedingStageText[b.stage]}阶段）` : '',
    ),
    职责: must('担任辩护人、诉讼代理人等', 'What they are to be', (b) => organReplyPurposes[b.purpose].duty),
    承办人员: must('承办人员，每人一行', 'The handlers, one a line', (b) =>
      b.handlers
        .map(
          ({ name, unit, kind, licenceNumber, phone }) =>
            `${name}，${unit}${kind ? handlerKindText[kind] : ''}${licenceNumber ? `，执业证号：${licenceNumber}` : ''}${phone ? `，联系电话：${phone}` : ''}。`,
        )
        .join('\n'),
    ),
    联系人: may('联系人', 'Whom to ask', (b) => b.contact ?? ''),
  },
  start: (day) => ({
    organ: '{办案机关}',
    purpose: 'replacement',
    noticeNumber: mark,
    noticeReceivedOn: day('{收悉}'),
    personName: '{受援人姓名}',
    cause: '{案由}',
    stage: 'firstInstance',
    handlers: [{ name: mark, unit: mark }],
    contact: '{联系人}',
  }),
  words: [
    [`你单位${mark}法律援助通知（申请材料）已于{收悉}收悉。`, '{收文}'],
    [`根据${organReplyPurposes.replacement.citation}的规定`, '根据{依据}的规定'],
    [`（${proceedingStageText.firstInstance}阶段）`, '{阶段}'],
    [organReplyPurposes.replacement.duty, '{职责}'],
    [`${mark}，${mark}。`, '{承办人员}'],
  ],
};

export const courtFeeReliefLetter: Letter<'courtFeeReliefLetter'> = {
  fields: {
    法院: must('受理案件的人民法院', 'The court', (b) => b.court),
    ...received,
    给予日期: must('给予决定的日期', 'The day aid was granted', (b) => chineseDate(b.grantedOn) ?? ''),
    给予决定: must('给予决定书的编号和名称', 'The decision that granted it', (b) =>
      cited('给予法律援助决定书', b.grantNumber),
    ),
    承办: may('“，由某单位某人承办”，没有时为空', 'Who handles it, as a phrase', (b) =>
      b.handler === undefined ? '' : `，由${b.handler.unit}${b.handler.name}承办`,
    ),
    请求: must('缓交、减交、免交', 'What is asked for', (b) =>
      reliefsAsked(b.grounds)
        .map((relief) => reliefText[relief])
        .join('、'),
    ),
    依据: must('依据的情形和条文，每条一行', 'The grounds with their articles, one a line', (b) =>
      b.grounds
        .map(
          ({ text, citation, relief }, i) =>
            `${b.grounds.length > 1 ? `（${ordinal(i)}）` : ''}${text}（${citation}，${reliefText[relief]}）。`,
        )
        .join('\n'),
    ),
  },
  start: (day) => ({
    court: '{法院}',
    ...receivedStart,
    grantedOn: day('{给予日期}'),
    grantNumber: mark,
    handler: { name: mark, unit: mark },
    grounds: [{ text: mark, relief: 'deferred', citation: mark }],
  }),
  words: [
    [`${mark}《给予法律援助决定书》`, '{给予决定}'],
    [`，由${mark}${mark}承办`, '{承办}'],
    ['准予缓交诉讼费用', '准予{请求}诉讼费用'],
    [`${mark}（${mark}，缓交）。`, '{依据}'],
  ],
};

export const judicialReliefReferral: Letter<'judicialReliefReferral'> = {
  fields: {
    接收机关: must('决定司法救助的机关', 'The organ that decides on the relief', (b) => b.organ),
    ...received,
    给予日期: must('给予决定的日期', 'The day aid was granted', (b) => chineseDate(b.grantedOn) ?? ''),
    给予决定: must('给予决定书的编号和名称', 'The decision that granted it', (b) =>
      cited('给予法律援助决定书', b.grantNumber),
    ),
    情况: must('办理中了解到的情况', 'What was learnt', (b) => withoutStop(b.facts)),
    情形: must('属于哪种救助情形', 'The ground of the relief', (b) => b.ground),
    同意日期: must('受援人同意转介的日期', 'The day the recipient agreed', (b) => chineseDate(b.consentOn) ?? ''),
  },
  start: (day) => ({
    organ: '{接收机关}',
    ...receivedStart,
    grantedOn: day('{给予日期}'),
    grantNumber: mark,
    ground: '{情形}',
    facts: '{情况}',
    consentOn: day('{同意日期}'),
  }),
  words: [[`${mark}《给予法律援助决定书》`, '{给予决定}']],
};

export const replacementNotice: Letter<'replacementNotice'> = {
  fields: {
    承办单位: must('承办单位', 'The unit', (b) => b.handlingUnit),
    ...received,
    原指派: may('“根据某号指派通知书”，没有时为空', 'The designation, as a phrase', (b) =>
      b.designationNumber ? `根据${cited('法律援助指派通知书', b.designationNumber)}` : '',
    ),
    原承办人: must('原承办人', 'Who handled it so far', (b) => b.formerHandler.name),
    更换原因: must('更换的原因', 'Why', (b) => withoutStop(b.reason)),
    改由: may('“本案改由某单位某人承办。”，没有时为空', 'Who handles it now, as a sentence', (b) =>
      b.newHandler ? `本案改由${b.newHandler.unit}${b.newHandler.name}承办。` : '',
    ),
    更换期限: must('完成更换的最后一日', 'The last day for it', (b) => chineseDate(b.replaceBy) ?? ''),
  },
  start: (day) => ({
    handlingUnit: '{承办单位}',
    ...receivedStart,
    designationNumber: mark,
    formerHandler: { name: '{原承办人}', unit: mark },
    newHandler: { name: mark, unit: mark },
    reason: '{更换原因}',
    replaceBy: day('{更换期限}'),
  }),
  words: [
    [`根据${mark}《法律援助指派通知书》`, '{原指派}'],
    [`本案改由${mark}${mark}承办。`, '{改由}'],
  ],
};
