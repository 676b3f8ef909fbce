import type { Effect, Pack } from './law/pack-schema.ts';
import type { SubsidyKind } from './law/tariff-schema.ts';
import type {
  Bilingual,
  CriminalRole,
  CriminalStage,
  Group,
  Impairment,
  LimitUnit,
  MatterClass,
  NotifyingOrgan,
  Outcome,
  Residence,
  Route,
  StandardBasis,
  Step,
} from './schema.ts';

/** Words for the codes of this module, the same on every screen and paper (glossary). */

export const matterClassLabels: Readonly<Record<MatterClass, Bilingual>> = {
  civil: { zh: '民事', en: 'Civil' },
  administrative: { zh: '行政', en: 'Administrative' },
  stateCompensation: { zh: '国家赔偿', en: 'State compensation' },
  criminal: { zh: '刑事', en: 'Criminal' },
};

export const groupLabels: Readonly<Record<Group, Bilingual>> = {
  minor: { zh: '未成年人', en: 'Minor' },
  olderPerson: { zh: '老年人', en: 'Older person' },
  personWithDisability: { zh: '残疾人', en: 'Person with a disability' },
  woman: { zh: '妇女', en: 'Woman' },
  migrantWorker: { zh: '进城务工人员（农民工）', en: 'Migrant worker' },
  farmer: { zh: '农民', en: 'Farmer' },
  student: { zh: '学生', en: 'Student' },
  military: { zh: '军人', en: 'Member of the armed forces' },
  militaryFamily: { zh: '军属', en: 'Family of a member of the armed forces' },
  martyrSurvivor: { zh: '烈士遗属', en: 'Survivor of a martyr' },
  preferentialTreatment: { zh: '优抚对象', en: 'Recipient of preferential treatment' },
  socialAssistance: { zh: '社会救助对象（低保、特困等）', en: 'Recipient of social assistance' },
  judicialAssistance: { zh: '司法救助对象', en: 'Recipient of judicial assistance' },
  relocatedMigrant: { zh: '搬迁移民', en: 'Person resettled by a public project' },
  ethnicMinority: { zh: '少数民族', en: 'Ethnic minority' },
  foreigner: { zh: '外国人或者无国籍人', en: 'Foreigner or stateless person' },
};

export const outcomeLabels: Readonly<Record<Outcome, Bilingual>> = {
  eligible: { zh: '符合法律援助条件', en: 'Eligible for legal aid' },
  ineligible: { zh: '不符合法律援助条件', en: 'Not eligible for legal aid' },
  outOfScope: { zh: '不属于法律援助范围', en: 'Outside the scope of legal aid' },
  mustDesignate: { zh: '应当指派', en: 'A lawyer must be designated' },
  mayDesignate: { zh: '可以指派', en: 'A lawyer may be designated' },
  needsInformation: { zh: '还需要补充信息', en: 'More information is needed' },
};

export const routeLabels: Readonly<Record<Route, Bilingual>> = {
  meansTested: { zh: '审查经济困难状况', en: 'Means tested' },
  meansExempt: { zh: '不受经济困难条件限制', en: 'No means test' },
  verificationWaived: { zh: '免予核查经济困难状况', en: 'Verification of means waived' },
  mandatoryDefence: { zh: '应当通知辩护', en: 'Mandatory notified defence' },
  discretionaryDefence: { zh: '可以通知辩护', en: 'Discretionary notified defence' },
  notifiedRepresentation: { zh: '通知代理', en: 'Notified representation' },
};

export const criminalStageLabels: Readonly<Record<CriminalStage, Bilingual>> = {
  investigation: { zh: '侦查', en: 'Investigation' },
  prosecutionReview: { zh: '审查起诉', en: 'Review for prosecution' },
  firstInstance: { zh: '一审', en: 'First instance' },
  secondInstance: { zh: '二审', en: 'Second instance' },
  deathPenaltyReview: { zh: '死刑复核', en: 'Review of a death sentence' },
  retrial: { zh: '再审', en: 'Retrial' },
  compulsoryMedical: { zh: '强制医疗', en: 'Compulsory medical treatment' },
};

export const criminalRoleLabels: Readonly<Record<CriminalRole, Bilingual>> = {
  suspectOrDefendant: { zh: '犯罪嫌疑人、被告人', en: 'Suspect or defendant' },
  victim: { zh: '被害人', en: 'Victim' },
  privateProsecutor: { zh: '自诉人', en: 'Private prosecutor' },
  incidentalCivilPlaintiff: { zh: '附带民事诉讼原告人', en: 'Plaintiff in an incidental civil action' },
};

export const stepLabels: Readonly<Record<Step, Bilingual>> = {
  decide: { zh: '审查并作出决定', en: 'Examine and decide' },
  designate: { zh: '指派法律援助人员', en: 'Designate legal aid personnel' },
  organNotify: { zh: '办案机关通知指派', en: 'Organ notifies the centre' },
  replyOrgan: { zh: '函告办案机关', en: 'Reply to the organ' },
  forwardApplication: { zh: '转交申请', en: 'Forward the application' },
  signAgreement: { zh: '签订委托协议', en: 'Sign the retainer agreement' },
  fileWithCourt: { zh: '向法院提交手续', en: 'File papers with the court' },
  decideReplacement: { zh: '决定是否更换', en: 'Decide on replacement' },
  raiseObjection: { zh: '提出异议', en: 'Raise an objection' },
  decideObjection: { zh: '审查异议', en: 'Decide on the objection' },
  notifyTermination: { zh: '告知终止', en: 'Give notice of termination' },
  submitFile: { zh: '提交结案材料', en: 'Submit the closing file' },
  reviewFile: { zh: '审查结案材料', en: 'Review the closing file' },
  acceptComplaint: { zh: '决定是否受理投诉', en: 'Decide whether to take up a complaint' },
  decideComplaint: { zh: '调查处理投诉', en: 'Settle a complaint' },
  replyComplaint: { zh: '答复投诉人', en: 'Answer the complainant' },
};

export const organLabels: Readonly<Record<NotifyingOrgan, Bilingual>> = {
  police: { zh: '公安机关', en: 'police' },
  procuratorate: { zh: '人民检察院', en: 'procuratorate' },
  court: { zh: '人民法院', en: 'court' },
};

export const residenceLabels: Readonly<Record<Residence, Bilingual>> = {
  urban: { zh: '城镇居民', en: 'Urban resident' },
  rural: { zh: '农村居民', en: 'Rural resident' },
};

export const impairmentLabels: Readonly<Record<Impairment, Bilingual>> = {
  sight: { zh: '视力残疾', en: 'Sight impairment' },
  hearing: { zh: '听力残疾', en: 'Hearing impairment' },
  speech: { zh: '言语残疾', en: 'Speech impairment' },
  cannotFullyRecogniseActs: { zh: '不能完全辨认自己行为', en: 'Cannot fully recognise their acts' },
};

export const basisLabels: Readonly<Record<StandardBasis, Bilingual>> = {
  subsistenceAllowance: { zh: '最低生活保障标准', en: 'Subsistence allowance' },
  ruralIncome: { zh: '上年度农村居民人均收入', en: "Last year's rural income per head" },
};

export const unitLabels: Readonly<Record<LimitUnit, Bilingual>> = {
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '日', en: 'days' },
  workday: { zh: '个工作日', en: 'working days' },
};

export const effectLabels: Readonly<Record<Effect, Bilingual>> = {
  derivesGroup: { zh: '人群的认定', en: 'Who belongs to a group' },
  notifiedRepresentation: { zh: '通知代理', en: 'Notified representation' },
  mandatoryDefence: { zh: '应当通知辩护', en: 'Mandatory defence' },
  discretionaryDefence: { zh: '可以通知辩护', en: 'Discretionary defence' },
  scope: { zh: '援助范围', en: 'Scope of aid' },
  bar: { zh: '不予援助的情形', en: 'Bars to aid' },
  meansExempt: { zh: '不受经济困难条件限制', en: 'No means test' },
  verificationWaived: { zh: '免予核查经济困难状况', en: 'Verification of means waived' },
  ownIncomeOnly: { zh: '只计算申请人收入', en: "Only the applicant's income counts" },
  meansTest: { zh: '经济困难审查', en: 'Means test' },
  multiplier: { zh: '经济困难标准的倍数', en: 'Fractions of the hardship standard' },
  provisionalAid: { zh: '先行提供法律援助', en: 'Provisional aid' },
  note: { zh: '办理提示', en: 'Notes for handling' },
};

export const layerLabels: Readonly<Record<Pack['layer'], Bilingual>> = {
  national: { zh: '国家主干法', en: 'National instrument' },
  nationalSupplement: { zh: '国家配套规定', en: 'National supplement' },
  provincial: { zh: '省级规定', en: 'Provincial' },
  local: { zh: '地方规定', en: 'Local' },
  figures: { zh: '数字标准', en: 'Figures' },
};

export const subsidyKindLabels: Readonly<Record<SubsidyKind, Bilingual>> = {
  criminalDefence: { zh: '刑事辩护', en: 'Criminal defence' },
  criminalRepresentation: { zh: '刑事代理', en: 'Criminal representation' },
  civil: { zh: '民事代理', en: 'Civil' },
  administrative: { zh: '行政代理', en: 'Administrative' },
  nonLitigation: { zh: '非诉讼代理', en: 'Out of court' },
  labourArbitration: { zh: '劳动仲裁代理', en: 'Labour arbitration' },
  dutyLawyer: { zh: '值班律师', en: 'Duty lawyer' },
  consultation: { zh: '法律咨询', en: 'Consultation' },
  drafting: { zh: '代拟法律文书', en: 'Drafting' },
};
