import { z } from 'zod';
import type { DocumentHead } from '../schema.ts';
import { day, line, prose, reason } from '../schema.ts';
import { type Block, bold, paragraph, salutation, t, unverifiedMark } from './blocks.ts';
import { defineForm } from './form.ts';
import { receiptStub } from './receipt-stub.ts';
import { chineseDate, groundLines, onAuthorityOf, opening, ordinal, sealed, withoutStop } from './wording.ts';

/* The bureau's papers on a complaint (法律援助投诉处理办法). Their wording was found in no published form: it follows the steps. */

const source = { citation: '《法律援助法》第五十六条；《法律援助投诉处理办法》', verified: false };

/** What every paper on a complaint names: who complained, about whom, when it came in. */
const about = {
  /** 投诉人, or 匿名投诉人. */
  complainantName: line(100).min(1),
  complaintNumber: line(40).min(1),
  receivedOn: day,
  /** 被投诉人: an office, a firm, or a handler. */
  against: line(120).min(1),
};

/** A limit as printed: its last day and where it comes from. */
const limit = z.strictObject({ on: day, citation: line(200).min(1) });

interface About {
  readonly complainantName: string;
  readonly complaintNumber: string;
  readonly receivedOn: string;
  readonly against: string;
}

function begin(title: string, head: DocumentHead, b: About): readonly Block[] {
  return [...opening(head, title), salutation(t`${b.complainantName}：`)];
}

const came = (b: About) =>
  `本机关于${chineseDate(b.receivedOn)}收到您对${b.against}的投诉（投诉编号${b.complaintNumber}）`;

/** 不服的途径: which article of the measures says so was not read. */
const remedy = (): Block =>
  paragraph(t`您对本决定不服的，可以依法申请行政复议或者提起行政诉讼${unverifiedMark(false)}。`);

/** 投诉补正通知书: everything missing, once. */
export const complaintSupplementNotice = defineForm({
  title: { zh: '法律援助投诉补正通知书', en: 'Notice to complete a complaint' },
  version: 1,
  layout: 'letter',
  numbering: { step: '投补', word: '' },
  source,
  body: z.strictObject({ ...about, missing: z.array(line(200).min(1)).min(1).max(20), dueOn: day }),
  compose(b, head) {
    return [
      ...begin('法律援助投诉补正通知书', head, b),
      paragraph(t`${came(b)}。为了受理您的投诉，请补充以下内容（一次告知）：`),
      ...b.missing.map((text, i) =>
        paragraph(t`（${ordinal(i)}）${withoutStop(text)}${i < b.missing.length - 1 ? '；' : '。'}`),
      ),
      paragraph(
        t`请在${bold(chineseDate(b.dueOn) ?? '')}前补充。补充所需的时间不计入受理期限。到期没有补充的，本机关按现有内容决定是否受理。`,
      ),
      sealed(head),
      receiptStub('法律援助投诉补正通知书', head),
    ];
  },
});

/** 投诉受理通知书. */
export const complaintAcceptance = defineForm({
  title: { zh: '法律援助投诉受理通知书', en: 'Notice that a complaint is taken up' },
  version: 1,
  layout: 'letter',
  numbering: { step: '投受', word: '' },
  source,
  body: z.strictObject({ ...about, decideBy: limit }),
  compose(b, head) {
    return [
      ...begin('法律援助投诉受理通知书', head, b),
      paragraph(
        t`${came(b)}，决定予以受理。本机关将依法调查处理，于${bold(chineseDate(b.decideBy.on) ?? '')}前办结，并把结果书面答复您。办理期限依据${b.decideBy.citation}。`,
      ),
      paragraph('办理期间，本机关不向被投诉人透露您的姓名、电话和住址。'),
      sealed(head),
      receiptStub('法律援助投诉受理通知书', head),
    ];
  },
});

/** 投诉不予受理通知书: why, and what else can be done. */
export const complaintNonAcceptance = defineForm({
  title: { zh: '法律援助投诉不予受理通知书', en: 'Notice that a complaint is not taken up' },
  version: 1,
  layout: 'letter',
  numbering: { step: '投不', word: '' },
  source,
  body: z.strictObject({ ...about, reason: prose(1000).min(1), citation: line(200).optional() }),
  compose(b, head) {
    return [
      ...begin('法律援助投诉不予受理通知书', head, b),
      paragraph(
        t`${came(b)}。经审查，${withoutStop(b.reason)}${b.citation ? onAuthorityOf(b.citation) : ''}，决定不予受理。`,
      ),
      remedy(),
      sealed(head),
      receiptStub('法律援助投诉不予受理通知书', head),
    ];
  },
});

const outcomeText = {
  upheld: '您反映的情况属实，投诉成立',
  partly: '您反映的情况部分属实，投诉部分成立',
  notUpheld: '您反映的情况不属实，投诉不成立',
  noBreach: '没有发现违反法律援助规定的行为',
} as const;

const measureText = {
  critique: '对被投诉人进行批评教育',
  orderCorrection: '责令被投诉人限期改正',
  replaceHandler: '要求法律援助机构更换法律援助人员',
  recoverMoney: '责令退还收取的财物',
  handToDiscipline: '移送律师协会或者有权机关依规处理',
  qualityReview: '对该案件进行质量评估',
} as const;

/** 投诉处理答复书: what was found, what is done, what else can be done. */
export const complaintReply = defineForm({
  title: { zh: '法律援助投诉处理答复书', en: 'Answer to a complaint' },
  version: 1,
  layout: 'letter',
  numbering: { step: '投复', word: '' },
  source,
  body: z.strictObject({
    ...about,
    decidedOn: day,
    outcome: z.enum(['upheld', 'partly', 'notUpheld', 'noBreach']),
    reasons: z.array(reason).min(1).max(20),
    measures: z.array(
      z.enum(['critique', 'orderCorrection', 'replaceHandler', 'recoverMoney', 'handToDiscipline', 'qualityReview']),
    ),
    measureNote: prose(1000).optional(),
  }),
  compose(b, head) {
    return [
      ...begin('法律援助投诉处理答复书', head, b),
      paragraph(t`${came(b)}。经调查，本机关于${chineseDate(b.decidedOn)}作出处理决定，现答复如下：`),
      ...groundLines(b.reasons).map((content) => paragraph(content)),
      paragraph(t`综上，${outcomeText[b.outcome]}。`),
      ...(b.measures.length === 0
        ? []
        : [paragraph(t`本机关已决定：${b.measures.map((measure) => measureText[measure]).join('；')}。`)]),
      ...(b.measureNote ? [paragraph(b.measureNote)] : []),
      remedy(),
      sealed(head),
      receiptStub('法律援助投诉处理答复书', head),
    ];
  },
});
