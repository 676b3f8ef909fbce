import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { FormKey } from '../../documents/index.ts';
import type { CriminalStage } from '../../policy/index.ts';
import type { CaseAidForm, FilePiece, Words } from '../schema.ts';

/** One line of a catalogue (卷宗目录): what the file of such a case holds. */
export interface CataloguePiece {
  readonly key: string;
  readonly name: Words;
  readonly required: boolean;
  /** The paper that this system issues itself: then nobody has to hand it in. */
  readonly form?: FormKey;
}

export interface Catalogue {
  readonly key: string;
  readonly name: Words;
  readonly source: string;
  /** False: the standard's own list has not been read; the office adjusts it. */
  readonly verified: false;
  readonly pieces: readonly CataloguePiece[];
}

const piece = (key: string, zh: string, en: string, required: boolean, form?: FormKey): CataloguePiece => ({
  key,
  name: { zh, en },
  required,
  ...(form === undefined ? {} : { form }),
});

const p = {
  applicationForm: piece('applicationForm', '法律援助申请表', 'Application for legal aid', false, 'applicationForm'),
  hardshipStatement: piece(
    'hardshipStatement',
    '经济困难状况说明表',
    'Statement of economic hardship',
    false,
    'hardshipStatement',
  ),
  designationNotice: piece('designationNotice', '指派通知书', 'Designation notice', true, 'designationNotice'),
  grantDecision: piece(
    'grantDecision',
    '给予法律援助决定书或者办案机关通知',
    'Grant decision or the organ’s notice',
    true,
    'grantDecision',
  ),
  retainerAgreement: piece('retainerAgreement', '委托协议', 'Retainer agreement', true),
  powerOfAttorney: piece('powerOfAttorney', '授权委托书', 'Power of attorney', true),
  officialLetter: piece('officialLetter', '律师事务所公函', 'Letter of the firm to the organ', false),
  meetingRecord: piece('meetingRecord', '会见笔录', 'Record of the meeting with the accused', true),
  interviewRecord: piece('interviewRecord', '约见（谈话）笔录', 'Record of the interview', true),
  complaint: piece('complaint', '起诉状、上诉状或者答辩状', 'Complaint, appeal or answer', true),
  arbitrationRequest: piece('arbitrationRequest', '仲裁申请书或者答辩书', 'Request for arbitration or answer', true),
  fileReviewNotes: piece('fileReviewNotes', '阅卷笔录', 'Notes from the file', true),
  evidence: piece('evidence', '证据材料', 'Evidence', false),
  inquiry: piece('inquiry', '调查取证材料', 'Inquiries made', false),
  legalOpinion: piece('legalOpinion', '律师意见书', 'Written opinion of the lawyer', true),
  defenceStatement: piece('defenceStatement', '辩护词', 'Defence statement', true),
  representationStatement: piece('representationStatement', '代理词', 'Representation statement', true),
  hearingNotice: piece('hearingNotice', '出庭通知书', 'Summons to the hearing', false),
  hearingNotes: piece('hearingNotes', '庭审笔录或者记录', 'Notes of the hearing', false),
  prosecutionOpinion: piece(
    'prosecutionOpinion',
    '起诉意见书或者撤销案件决定书',
    'Opinion recommending prosecution, or decision dropping the case',
    true,
  ),
  indictment: piece('indictment', '起诉书或者不起诉决定书', 'Indictment or decision not to prosecute', true),
  judgment: piece('judgment', '判决书、裁定书或者调解书', 'Judgment, ruling or mediation agreement', true),
  award: piece(
    'award',
    '仲裁裁决书、调解书或者和解协议、履行凭证',
    'Award, mediation agreement, or settlement or proof of performance',
    true,
  ),
  settlement: piece(
    'settlement',
    '和解协议、履行凭证、调解书、裁决书或者处理决定书',
    'Settlement, proof of performance, mediation agreement, award or decision',
    true,
  ),
  /** A suit may also end by an award or a settlement (`closingEventsFor`); one of these papers shows the closing date. */
  judgmentOrSettlement: piece(
    'judgment',
    '判决书、裁定书、调解书、裁决书或者和解协议、履行凭证',
    'Judgment, ruling, mediation agreement, award, or settlement or proof of performance',
    true,
  ),
  pleaRecord: piece('pleaRecord', '认罪认罚具结书', 'Plea-leniency statement', false),
  closingReport: piece('closingReport', '结案报告表', 'Closing report', true, 'closingReport'),
  recipientOpinion: piece('recipientOpinion', '受援人意见', 'The recipient’s opinion', false),
  other: piece('other', '其他材料', 'Other', false),
} as const;

const criminalSource = 'SF/T 0032-2023 附录A';
const civilSource = 'SF/T 0058-2019；《办理法律援助案件程序规定》第四十条';
const catalogue = (
  key: string,
  zh: string,
  en: string,
  source: string,
  pieces: readonly CataloguePiece[],
): Catalogue => ({
  key,
  name: { zh, en },
  source,
  verified: false,
  pieces: [
    p.applicationForm,
    p.hardshipStatement,
    p.designationNotice,
    p.grantDecision,
    ...pieces,
    p.closingReport,
    p.recipientOpinion,
    p.other,
  ],
});

const investigation = catalogue(
  'defenceInvestigation',
  '侦查阶段辩护',
  'Defence in the investigation',
  criminalSource,
  [p.powerOfAttorney, p.officialLetter, p.meetingRecord, p.inquiry, p.legalOpinion, p.prosecutionOpinion],
);
const prosecution = catalogue(
  'defenceProsecution',
  '审查起诉阶段辩护',
  'Defence in the review for prosecution',
  criminalSource,
  [
    p.powerOfAttorney,
    p.officialLetter,
    p.meetingRecord,
    p.fileReviewNotes,
    p.inquiry,
    p.legalOpinion,
    p.pleaRecord,
    p.indictment,
  ],
);
const trialDefence = catalogue('defenceTrial', '审判阶段辩护', 'Defence at trial', criminalSource, [
  p.powerOfAttorney,
  p.officialLetter,
  p.meetingRecord,
  p.fileReviewNotes,
  p.inquiry,
  p.evidence,
  p.hearingNotice,
  p.hearingNotes,
  p.defenceStatement,
  p.pleaRecord,
  p.judgment,
]);
const prosecutionRepresentation = catalogue(
  'representationProsecution',
  '审查起诉阶段代理',
  'Representation in the review for prosecution',
  criminalSource,
  [
    p.retainerAgreement,
    p.powerOfAttorney,
    p.officialLetter,
    p.interviewRecord,
    p.fileReviewNotes,
    p.evidence,
    p.legalOpinion,
    p.indictment,
  ],
);
const trialRepresentation = catalogue(
  'representationTrial',
  '审判阶段代理',
  'Representation at trial',
  criminalSource,
  [
    p.retainerAgreement,
    p.powerOfAttorney,
    p.officialLetter,
    p.interviewRecord,
    p.fileReviewNotes,
    p.evidence,
    p.hearingNotice,
    p.hearingNotes,
    p.representationStatement,
    p.judgment,
  ],
);
const litigation = catalogue('litigation', '诉讼代理', 'Litigation', civilSource, [
  p.retainerAgreement,
  p.powerOfAttorney,
  p.officialLetter,
  p.interviewRecord,
  p.complaint,
  p.evidence,
  p.inquiry,
  p.hearingNotice,
  p.hearingNotes,
  p.representationStatement,
  p.judgmentOrSettlement,
]);
const nonLitigation = catalogue('nonLitigation', '非诉讼代理', 'Matters out of court', civilSource, [
  p.retainerAgreement,
  p.powerOfAttorney,
  p.interviewRecord,
  p.evidence,
  p.inquiry,
  p.settlement,
]);
const arbitration = catalogue('arbitration', '劳动仲裁代理', 'Labour arbitration', civilSource, [
  p.retainerAgreement,
  p.powerOfAttorney,
  p.interviewRecord,
  p.arbitrationRequest,
  p.evidence,
  p.hearingNotes,
  p.representationStatement,
  p.award,
]);

const defences: Readonly<Record<CriminalStage, Catalogue>> = {
  investigation,
  prosecutionReview: prosecution,
  firstInstance: trialDefence,
  secondInstance: trialDefence,
  deathPenaltyReview: trialDefence,
  retrial: trialDefence,
  // The court notifies for representation, not defence (Legal Aid Law art. 28; Criminal Procedure Law art. 304).
  compulsoryMedical: trialRepresentation,
};

const byForm: Readonly<Record<CaseAidForm, (stage: CriminalStage | null) => Catalogue>> = {
  criminalDefence: (stage) => (stage === null ? trialDefence : defences[stage]),
  criminalRepresentation: (stage) =>
    stage === 'investigation' || stage === 'prosecutionReview' ? prosecutionRepresentation : trialRepresentation,
  litigationRepresentation: () => litigation,
  nonLitigationRepresentation: () => nonLitigation,
  labourArbitration: () => arbitration,
};

/** Every catalogue, for the office to read. */
export const catalogues: readonly Catalogue[] = [
  investigation,
  prosecution,
  trialDefence,
  prosecutionRepresentation,
  trialRepresentation,
  litigation,
  nonLitigation,
  arbitration,
];

export function catalogueFor(matter: {
  readonly aidForm: CaseAidForm;
  readonly stage: CriminalStage | null;
}): Catalogue {
  return byForm[matter.aidForm](matter.stage);
}

/** What a file as handed in still lacks, and what it holds that no catalogue knows; empty when it can be taken. */
export function fileFaults(
  list: Catalogue,
  file: { readonly pieces: readonly FilePiece[]; readonly without: readonly { readonly key: string }[] },
  issued: readonly FormKey[],
): readonly FieldFault[] {
  const known = new Set(list.pieces.map((x) => x.key));
  const unknown = (keys: readonly { readonly key: string }[], field: string): FieldFault[] =>
    keys.flatMap(({ key }, i) =>
      known.has(key) ? [] : [{ pointer: `/${field}/${i}/key`, code: 'case.pieceUnknown', details: { piece: key } }],
    );
  const there = new Set([...file.pieces, ...file.without].map((x) => x.key));
  const missing = list.pieces.filter(
    (x) => x.required && !there.has(x.key) && !(x.form !== undefined && issued.includes(x.form)),
  );
  return [
    ...unknown(file.pieces, 'pieces'),
    ...unknown(file.without, 'without'),
    ...missing.map((x) => ({
      pointer: `/pieces/${x.key}`,
      code: 'case.pieceMissing',
      details: { piece: `${x.name.zh} ${x.name.en}` },
    })),
  ];
}
