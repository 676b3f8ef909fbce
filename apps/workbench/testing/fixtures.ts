import type { ApplicationPage, ApplicationRow } from '../src/api/applications.ts';
import type { ConsultationItem } from '../src/api/consultations.ts';
import type { Assessment, Deadline, MatterDocument, PersonView, StoryEvent } from '../src/api/matter.ts';
import type { SessionView } from '../src/api/session.ts';

/*
 * A day at an invented desk, for pictures and tests of the screens. Dates are told from `today`, so that chips keep their meaning.
 */

export const today = '2026-11-24';

export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const counties = [
  { code: '530502', name: '隆阳区' },
  { code: '530521', name: '施甸县' },
  { code: '530523', name: '龙陵县' },
  { code: '530524', name: '昌宁县' },
  { code: '530581', name: '腾冲市' },
] as const;

export const city = {
  code: '530500',
  name: '保山市',
  level: 'city',
  fullName: '保山市',
  children: counties.map((county) => ({ ...county, level: 'county', fullName: `保山市${county.name}` })),
};

/** Somebody with these roles at the city's centre, who sees every county. */
export function sessionOf(...roles: readonly string[]): SessionView {
  return {
    accountId: id(901),
    tenant: '530500',
    userName: 'zhangsq',
    displayName: roles.includes('reviewer') ? '张仕琼' : '杨文斌',
    grants: roles.map((role) => ({ role, tenant: '530500', subtree: true })),
    tenants: ['530500', ...counties.map((county) => county.code)],
    totp: false,
    due: null,
    csrfToken: 'csrf',
    idleUntil: '2026-11-24T12:00:00.000Z',
    expiresAt: '2026-11-24T22:00:00.000Z',
    warningDays: 2,
    demonstration: true,
  };
}

interface Line {
  readonly name: string;
  readonly cause: string | null;
  readonly class?: string;
  readonly state: string;
  readonly due: string | null;
  readonly tenant: string;
  readonly groups?: readonly string[];
  readonly urgent?: boolean;
  readonly proposedBy?: string;
}

const lines: readonly Line[] = [
  {
    name: '李国珍',
    cause: 'labourPay',
    state: 'PROPOSED',
    due: '2026-11-23',
    tenant: '530521',
    groups: ['migrantWorker', 'woman'],
  },
  {
    name: '阿依古丽·买买提',
    cause: 'trafficInjury',
    state: 'UNDER_REVIEW',
    due: '2026-11-24',
    tenant: '530502',
    groups: ['ethnicMinority', 'woman'],
  },
  {
    name: '赵学兵',
    cause: 'workInjury',
    state: 'UNDER_REVIEW',
    due: '2026-11-25',
    tenant: '530502',
    groups: ['migrantWorker'],
    urgent: true,
  },
  {
    name: '段有才',
    cause: 'labourPay',
    state: 'PROPOSED',
    due: '2026-11-26',
    tenant: '530581',
    groups: ['migrantWorker'],
    proposedBy: id(901),
  },
  {
    name: '张某（未成年）',
    cause: null,
    class: 'criminal',
    state: 'SUBMITTED',
    due: '2026-11-26',
    tenant: '530524',
    groups: ['minor'],
  },
  {
    name: '杨菊仙',
    cause: 'domesticViolence',
    state: 'UNDER_REVIEW',
    due: '2026-11-27',
    tenant: '530523',
    groups: ['woman', 'farmer'],
  },
  {
    name: '蒋加旺',
    cause: 'maintenance',
    state: 'SUBMITTED',
    due: '2026-11-28',
    tenant: '530521',
    groups: ['olderPerson', 'farmer'],
  },
  {
    name: '早么内',
    cause: 'landContract',
    state: 'UNDER_REVIEW',
    due: '2026-11-30',
    tenant: '530523',
    groups: ['ethnicMinority', 'farmer'],
  },
  {
    name: '尹朝阳',
    cause: 'socialInsurance',
    state: 'SUBMITTED',
    due: '2026-11-30',
    tenant: '530581',
    groups: ['personWithDisability'],
  },
  {
    name: '番绍芬',
    cause: 'labourPay',
    state: 'UNDER_REVIEW',
    due: '2026-12-01',
    tenant: '530502',
    groups: ['migrantWorker', 'woman'],
  },
  {
    name: '罗正荣',
    cause: 'medicalInjury',
    state: 'AWAITING_SUPPLEMENT',
    due: '2026-12-02',
    tenant: '530502',
    groups: ['olderPerson'],
  },
  {
    name: '穆金莲',
    cause: 'labourRelation',
    state: 'AWAITING_SUPPLEMENT',
    due: '2026-12-03',
    tenant: '530524',
    groups: ['woman'],
  },
  {
    name: '王绍先',
    cause: 'propertyLossFromAccident',
    state: 'AWAITING_SUPPLEMENT',
    due: '2026-12-05',
    tenant: '530581',
    groups: ['farmer'],
  },
];

export const applicationRows: readonly ApplicationRow[] = lines.map((line, index) => ({
  tenant: line.tenant,
  id: id(index + 1),
  matterId: id(index + 1),
  number: `保法援申〔2026〕${String(2291 + index).padStart(5, '0')}号`,
  state: line.state,
  version: 3,
  door: ['window', 'web', 'phone', 'liaison', 'station'][index % 5] ?? 'window',
  class: line.class ?? 'civil',
  cause: line.cause,
  region: line.tenant,
  groups: line.groups ?? [],
  recipientName: line.name,
  urgent: line.urgent === true,
  outcome: 'eligible',
  route: 'verificationWaived',
  receivedOn: '2026-11-18',
  submittedAt: '2026-11-18T02:20:00.000Z',
  dueOn: line.due,
  dueStep: line.state === 'AWAITING_SUPPLEMENT' ? 'supplement' : 'decide',
  dueCitation:
    line.state === 'AWAITING_SUPPLEMENT' ? '《法律援助法》第四十三条第二款' : '《法律援助法》第四十三条第一款',
  proposedBy: line.proposedBy ?? (line.state === 'PROPOSED' ? id(902) : null),
  intakeAgency: null,
  intakeTenant: null,
  caseId: null,
  demonstration: true,
}));

export const assessment: Assessment = {
  outcome: 'eligible',
  route: 'verificationWaived',
  ruleSet: 'law-2021',
  layers: ['yn-2026'],
  standard: {
    perCapitaAnnual: 876_000,
    threshold: 1_752_000,
    multiplier: 2,
    basis: 'subsistenceAllowance',
    verified: false,
  },
  provisionalAid: { available: false },
  reasons: [
    {
      rule: 'scope.labourPay',
      citation: '《法律援助法》第三十一条第五项',
      met: true,
      text: { zh: '请求支付劳动报酬，属于法律援助事项。', en: 'A claim for pay is within the scope of legal aid.' },
    },
    {
      rule: 'means.waived.migrantWorker',
      citation: '《法律援助法》第四十二条第三项',
      met: true,
      text: {
        zh: '进城务工人员申请支付劳动报酬，凭身份免予核查经济困难状况。',
        en: 'A migrant worker claiming pay is not asked for proof of means.',
      },
    },
  ],
  deadlines: [{ step: 'decide', due: '2026-11-25', citation: '《法律援助法》第四十三条第一款' }],
};

export const person = (number: number, name: string, more: Partial<PersonView>): PersonView => ({
  personId: id(number),
  tenant: '530502',
  name,
  sex: 'male',
  birthDate: '1981-05-02',
  ethnicity: '彝族',
  document: { kind: 'residentCard', masked: '000***********3317' },
  phone: '100****2846',
  address: '云南省保山市隆阳区***',
  region: '530502',
  shielded: false,
  demonstration: true,
  version: 1,
  ...more,
});

export const event = (
  seq: number,
  at: string,
  kind: string,
  actorName: string,
  payload: StoryEvent['payload'] = {},
  actorKind = 'staff',
): StoryEvent => ({
  seq,
  at,
  kind,
  subject: 'application',
  subjectId: id(3),
  actorKind,
  actorName,
  payload,
});

export const paper = (
  number: number,
  formKey: string,
  zh: string,
  numbered: string | null,
  issuedAt: string,
): MatterDocument => ({
  documentId: id(600 + number),
  formKey,
  title: zh,
  titleEn: formKey,
  number: numbered,
  subject: 'application',
  subjectId: id(3),
  issuedAt,
  services: [],
});

const decideClock: Deadline = {
  id: id(701),
  step: 'decide',
  startedOn: '2026-11-18',
  dueOn: '2026-11-25',
  state: 'running',
  citation: '《法律援助法》第四十三条第一款',
  promise: false,
};

/** 赵学兵, waiting for the reviewer's proposal. */
export function applicationPage(
  change: Partial<ApplicationPage> = {},
  row: Partial<ApplicationPage['application']> = {},
): ApplicationPage {
  const base = applicationRows[2];
  if (base === undefined) throw new Error('fixture');
  return {
    application: {
      ...base,
      cause: 'labourPay',
      applyingAs: 'self',
      proof: 'commitment',
      acknowledgedAt: '2026-11-18T06:10:00.000Z',
      assessment,
      proposal: null,
      decidedOn: null,
      refusedOn: null,
      lateEntry: null,
      forwarded: null,
      standing: null,
      consultationId: null,
      transferredTo: null,
      transferredFrom: null,
      ...row,
    },
    narrative:
      '2026年3月至9月，本人在隆阳区青华片区某小区二期工地做钢筋工，口头约定每天 260 元。干了 141 天，只领到 12,000 元生活费，还差 24,660 元没有付。包工头段某多次说等甲方结账，9月以后电话不接。本人有考勤本、工友证言和段某写的一张欠条。',
    wanted: '请求支付拖欠的劳动报酬 24,660 元',
    organName: '隆阳区劳动人事争议仲裁委员会',
    language: 'lisu',
    household: { members: 4, opponentInHousehold: false, mark: 'household-1' },
    parties: [
      { role: 'recipient', detail: {}, personId: id(301), name: '赵学兵', person: person(301, '赵学兵', {}) },
      {
        role: 'opponent',
        detail: { unit: '云南某建筑劳务有限公司' },
        personId: id(302),
        name: '段某',
        person: person(302, '段某', {
          birthDate: null,
          ethnicity: null,
          document: null,
          address: null,
          phone: '100****7712',
        }),
      },
    ],
    materials: [
      {
        id: id(501),
        kind: 'identity',
        fileHash: 'a'.repeat(64),
        fileName: '身份证正反面.jpg',
        mediaType: 'image/jpeg',
        bytes: 824_120,
        receivedAt: '2026-11-18T02:20:00.000Z',
      },
      {
        id: id(502),
        kind: 'facts',
        fileHash: 'b'.repeat(64),
        fileName: '考勤本（3月至9月）.pdf',
        mediaType: 'application/pdf',
        bytes: 3_214_900,
        receivedAt: '2026-11-18T02:21:00.000Z',
      },
      {
        id: id(503),
        kind: 'facts',
        fileHash: 'c'.repeat(64),
        fileName: '欠条.jpg',
        mediaType: 'image/jpeg',
        bytes: 412_000,
        receivedAt: '2026-11-18T02:21:30.000Z',
      },
    ],
    supplement: null,
    provisional: null,
    cooperation: [],
    stillNeeded: [],
    deadlines: [decideClock],
    documents: [
      paper(1, 'materialsReceipt', '法律援助申请材料接收凭证', '保隆法援收〔2026〕第412号', '2026-11-18T06:10:01.000Z'),
    ],
    story: [
      event(4, '2026-11-20T03:05:00.000Z', 'application.proposalReturned', '杨文斌', {
        reason: '欠条金额与自述不一致，请核对后再提。',
      }),
      event(3, '2026-11-19T08:42:00.000Z', 'application.proposed', '张仕琼', { outcome: 'grant' }),
      event(2, '2026-11-18T06:10:00.000Z', 'application.acknowledged', '番家慧'),
      event(1, '2026-11-18T02:20:00.000Z', 'application.submitted', '', { door: 'phone' }, 'citizen'),
    ],
    allowedActions: ['requestSupplement', 'propose', 'transfer', 'withdraw'],
    suggestedGrounds: [],
    ...change,
  };
}

export const consultations: readonly ConsultationItem[] = [
  {
    name: '番绍芬',
    topic: 'labourPay',
    at: '2026-11-24T06:32:00.000Z',
    question: '在板桥一家包装厂做了五个月，老板一直说资金周转不开，工资只发了两个月。没有签合同，有微信转账记录。',
    answer:
      '可以先向隆阳区劳动监察大队投诉，同时申请劳动仲裁；务工人员讨薪可以申请法律援助，不看经济条件。需要身份证、转账记录和工友联系方式。',
  },
  {
    name: null,
    topic: 'marriageAndFamily',
    at: '2026-11-24T05:58:00.000Z',
    question: '离婚时孩子不满两岁，能不能判给母亲？',
    answer: '不满两周岁的子女，以由母亲直接抚养为原则。',
  },
  {
    name: '早么内',
    topic: 'landContract',
    at: '2026-11-24T03:17:00.000Z',
    question: '村里把承包地流转给公司，没有让我签字。',
    answer: '',
    callBack: true,
  },
  {
    name: '蒋加旺',
    topic: 'maintenance',
    at: '2026-11-24T02:05:00.000Z',
    question: '三个儿子都不给生活费，去年住院也没有人管。',
    answer: '可以申请法律援助，要求给付赡养费。',
    applied: '保法援申〔2026〕02297号',
  },
  {
    name: '罗正荣',
    topic: 'medicalInjury',
    at: '2026-11-23T08:44:00.000Z',
    question: '手术后感染，医院不认。',
    answer: '先封存病历，可以申请医疗损害鉴定。',
  },
].map((item, index) => ({
  tenant: '530502',
  id: id(800 + index),
  version: 1,
  channel: 'window',
  personName: item.name,
  groups: [],
  topic: item.topic,
  class: 'civil',
  region: '530502',
  answered: item.answer !== '',
  callBack: item.callBack === true,
  registeredAt: item.at,
  applicationId: item.applied === undefined ? null : id(7),
  applicationNumber: item.applied ?? null,
  question: item.question,
  answer: item.answer,
  demonstration: true,
}));
