import type { Bilingual, CriminalRole, CriminalStage, Group, MatterClass, Outcome, Route, Step } from './schema.ts';

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
};
