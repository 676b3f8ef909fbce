import type { AidForm, Group, MatterClass, ProceedingStage } from './schema.ts';

/* The printed words of codes on official papers. Papers are in Chinese only: they are the legal text. */

export const matterClassText = {
  civil: '民事',
  administrative: '行政',
  criminal: '刑事',
  stateCompensation: '国家赔偿',
  nonLitigation: '非诉讼',
} as const satisfies Record<MatterClass, string>;

/** Legal Aid Law art. 22, in the order of the article. */
export const aidFormText = {
  consultation: '法律咨询',
  documentDrafting: '代拟法律文书',
  criminalDefence: '刑事辩护',
  criminalRepresentation: '刑事代理',
  litigationRepresentation: '诉讼代理',
  nonLitigationRepresentation: '非诉讼代理',
  legalAssistance: '值班律师法律帮助',
  labourArbitration: '劳动争议调解与仲裁代理',
  other: '其他',
} as const satisfies Record<AidForm, string>;

export const groupText = {
  minor: '未成年人',
  olderPerson: '老年人',
  personWithDisability: '残疾人',
  woman: '妇女',
  migrantWorker: '农民工',
  farmer: '农民',
  student: '学生',
  military: '军人',
  militaryFamily: '军属',
  martyrSurvivor: '烈士遗属',
  preferentialTreatment: '优抚对象',
  socialAssistance: '社会救助对象',
  judicialAssistance: '司法救助对象',
  relocatedMigrant: '移民',
  ethnicMinority: '少数民族',
  foreigner: '外国人或无国籍人',
} as const satisfies Record<Group, string>;

export const proceedingStageText = {
  notStarted: '未进入程序',
  investigation: '侦查',
  prosecutionReview: '审查起诉',
  firstInstance: '一审',
  secondInstance: '二审',
  deathPenaltyReview: '死刑复核',
  retrial: '再审',
  compulsoryMedical: '强制医疗',
  enforcement: '执行',
  labourArbitration: '仲裁',
  mediation: '调解',
  administrativeReconsideration: '行政复议',
} as const satisfies Record<ProceedingStage, string>;

export const sexText = { male: '男', female: '女' } as const;

export const handlerKindText = {
  lawyer: '律师',
  basicLegalServiceWorker: '基层法律服务工作者',
  centreStaff: '法律援助机构工作人员',
  volunteer: '法律援助志愿者',
} as const;

export const materialKindText = { original: '原件', copy: '复印件', electronic: '电子件' } as const;
