import type { ApplicationPage, ObjectionPage } from '../src/api/applications.ts';
import type { CasePage } from '../src/api/cases.ts';
import type { ListedCommitment } from '../src/api/commitments.ts';
import type { CooperationRequest } from '../src/api/cooperation.ts';
import { applicationPage, event, id, paper, person } from './fixtures.ts';
import { casePage } from './fixtures-cases.ts';

/* What happens beside the plain way of an application: a check by another centre, aid before papers, an objection. */

const request = (number: number, more: Partial<CooperationRequest>): CooperationRequest => ({
  tenant: '530502',
  id: id(7100 + number),
  peerTenant: '530581',
  applicationNumber: '530581 2611 000318 4',
  applicantName: '段有才',
  state: 'ASKED',
  version: 1,
  question:
    '申请人户籍在隆阳区潞江镇，自述家中四口人，两人在外务工。请核查其家庭成员、承包地和上一年度的收入情况，并说明核查的方式。',
  answer: null,
  finding: null,
  askedByName: '尹家福',
  askedAt: '2026-11-20T02:00:00.000Z',
  dueOn: '2026-11-27',
  answeredByName: null,
  allowedActions: ['answer'],
  ...more,
});

/** What other centres ask of this one. */
export const requests: readonly CooperationRequest[] = [
  request(1, {}),
  request(2, {
    peerTenant: '530524',
    applicationNumber: '530524 2611 000207 1',
    applicantName: '穆金莲',
    question: '请核查申请人是否在隆阳区领取失业保险金。',
    dueOn: '2026-11-30',
  }),
  request(3, {
    peerTenant: '530523',
    applicationNumber: '530523 2611 000155 9',
    applicantName: '早么内',
    state: 'ANSWERED',
    version: 2,
    finding: 'notConfirmed',
    answer: '经入户核查，申请人一家三口，上一年度收入 41,200 元，与自述不一致。',
    answeredByName: '张仕琼',
    dueOn: '2026-11-20',
    allowedActions: [],
  }),
];

/** 杨光荣: refused, objected to, before the bureau. */
export const objected = { tenant: '530502', id: id(31) };

export function objectedPage(): ApplicationPage {
  const page = applicationPage(
    {
      narrative: '在区医院做胆囊手术后感染，又住院二十七天，医院不认。想申请医疗损害鉴定，要求赔偿。',
      wanted: '请求赔偿医疗费、误工费共 38,600 元',
      organName: '隆阳区人民法院',
      parties: [
        {
          role: 'recipient',
          detail: {},
          personId: id(311),
          name: '杨光荣',
          person: person(311, '杨光荣', { birthDate: '1957-08-14' }),
        },
      ],
      documents: [
        paper(2, 'refusalDecision', '不予法律援助决定书', '保隆法援不〔2026〕第31号', '2026-11-16T08:30:00.000Z'),
        paper(
          1,
          'materialsReceipt',
          '法律援助申请材料接收凭证',
          '保隆法援收〔2026〕第398号',
          '2026-11-10T06:10:01.000Z',
        ),
      ],
      deadlines: [
        {
          id: id(711),
          step: 'decideObjection',
          startedOn: '2026-11-20',
          dueOn: '2026-11-25',
          state: 'running',
          citation: '《法律援助法》第四十九条第二款',
          promise: false,
        },
      ],
      story: [
        event(5, '2026-11-20T02:31:00.000Z', 'application.objectionRaised', '', { late: false }, 'citizen'),
        event(4, '2026-11-16T08:30:00.000Z', 'application.refused', '杨文斌'),
        event(3, '2026-11-14T08:42:00.000Z', 'application.proposed', '张仕琼', { outcome: 'refuse' }),
        event(2, '2026-11-10T06:10:00.000Z', 'application.acknowledged', '番家慧'),
        event(1, '2026-11-10T02:20:00.000Z', 'application.submitted', '', { door: 'window' }, 'citizen'),
      ],
      allowedActions: ['maintain', 'orderCorrection'],
    },
    {
      id: objected.id,
      matterId: objected.id,
      number: '保法援申〔2026〕02318号',
      recipientName: '杨光荣',
      cause: 'medicalInjury',
      state: 'OBJECTION_UNDER_REVIEW',
      version: 5,
      door: 'window',
      groups: ['olderPerson'],
      outcome: 'ineligible',
      route: 'meansTested',
      receivedOn: '2026-11-10',
      submittedAt: '2026-11-10T02:20:00.000Z',
      acknowledgedAt: '2026-11-10T06:10:00.000Z',
      decidedOn: '2026-11-16',
      refusedOn: '2026-11-16',
      dueOn: '2026-11-25',
      dueStep: 'decideObjection',
      dueCitation: '《法律援助法》第四十九条第二款',
      proposal: {
        outcome: 'refuse',
        grounds: [
          {
            text: '家庭人均年收入 18,900 元，超过城镇经济困难标准 17,520 元。',
            citation: '《法律援助法》第三十四条',
          },
        ],
        note: '',
        proposedBy: id(902),
        proposedByName: '张仕琼',
        proposedAt: '2026-11-14T08:42:00.000Z',
      },
    },
  );
  return {
    ...page,
    application: {
      ...page.application,
      assessment: {
        ...page.application.assessment,
        outcome: 'ineligible',
        route: 'meansTested',
        assessedPerCapitaIncome: 1_890_000,
        reasons: [
          {
            rule: 'scope.medicalInjury',
            citation: '《法律援助法》第三十一条第七项',
            met: true,
            text: {
              zh: '医疗事故人身损害赔偿，属于法律援助事项。',
              en: 'Damages for medical injury are within scope.',
            },
          },
          {
            rule: 'means.test',
            citation: '《法律援助法》第三十四条',
            met: false,
            text: {
              zh: '家庭人均年收入 18,900 元，高于标准 17,520 元。',
              en: 'Income of 18,900 yuan a head is above the standard of 17,520.',
            },
          },
        ],
      },
    },
  };
}

/** Every refusal's objection, on an ordinary day. */
export const objection: ObjectionPage = {
  objection: {
    state: 'RAISED',
    door: 'web',
    servedOn: '2026-11-17',
    receivedOn: '2026-11-20',
    raiseBy: '2026-12-02',
    late: false,
    reasons:
      '收入算错了。大儿子二〇二四年就分家单过，户口在他媳妇家，不是和我们一起生活的家庭成员；把他的工资算进来，人均才超过标准。我们老两口只有养老金和一点玉米钱。',
    lateReason: '',
    reviewedOn: null,
    grounds: null,
    correction: null,
  },
  time: { until: '2026-12-02', citation: '《办理法律援助案件程序规定》第二十二条（条文待核实）', verified: false },
};

/** 赵学兵: the period ends in three days; a lawyer works already, the papers are to follow. */
export const provided = { tenant: '530502', id: id(33) };
const provisionalCaseId = id(1013);

export function providedPage(): ApplicationPage {
  return applicationPage(
    {
      provisional: {
        ground: 'periodExpiring',
        note: '仲裁时效 11月27日 届满。',
        periodExpiresOn: '2026-11-27',
        completeBy: '2026-12-01',
        toComplete: ['身份证复印件', '经济困难状况说明表'],
        completedAt: null,
        outcome: null,
      },
      deadlines: [
        {
          id: id(713),
          step: 'provisionalPapers',
          startedOn: '2026-11-24',
          dueOn: '2026-12-01',
          state: 'running',
          citation: '《法律援助法》第四十四条第二款',
          promise: false,
        },
      ],
      documents: [
        paper(
          3,
          'provisionalAidDecision',
          '先行提供法律援助决定书',
          '保隆法援先〔2026〕第4号',
          '2026-11-24T01:10:00.000Z',
        ),
      ],
      story: [
        event(4, '2026-11-24T01:10:00.000Z', 'case.opened', '杨文斌'),
        event(3, '2026-11-24T01:10:00.000Z', 'application.providedProvisionally', '杨文斌', {
          ground: 'periodExpiring',
        }),
        event(2, '2026-11-24T00:50:00.000Z', 'application.acknowledged', '番家慧'),
        event(1, '2026-11-24T00:40:00.000Z', 'application.submitted', '', { door: 'phone' }, 'citizen'),
      ],
      allowedActions: ['completePapers', 'endProvisional'],
    },
    {
      id: provided.id,
      matterId: provided.id,
      state: 'PROVISIONAL',
      version: 4,
      receivedOn: '2026-11-24',
      submittedAt: '2026-11-24T00:40:00.000Z',
      caseId: provisionalCaseId,
    },
  );
}

export function providedCase(): CasePage {
  return casePage(
    {
      recipient: person(301, '赵学兵', {}),
      parties: [
        { role: 'recipient', personId: id(301), name: '赵学兵' },
        { role: 'opponent', personId: id(302), name: '段某' },
      ],
      designations: [],
      hearings: [],
      replacements: [],
      progress: [],
      documents: [],
      story: [],
      deadlines: [
        {
          id: id(714),
          step: 'designate',
          startedOn: '2026-11-24',
          dueOn: '2026-11-27',
          state: 'running',
          citation: '《法律援助法》第四十三条第一款',
          promise: false,
        },
      ],
      allowedActions: ['designate'],
    },
    {
      id: provisionalCaseId,
      tenant: '530502',
      matterId: provided.id,
      applicationId: provided.id,
      number: '保隆法援民字〔2026〕第519号',
      recipientId: id(301),
      recipientName: '赵学兵',
      cause: 'labourPay',
      urgent: true,
      state: 'AWAITING_DESIGNATION',
      agreementOn: null,
    },
  );
}

const commitment = (number: number, recipientName: string, more: Partial<ListedCommitment>): ListedCommitment => ({
  tenant: '530502',
  applicationId: id(7200 + number),
  matterId: id(7200 + number),
  class: 'civil',
  cause: 'labourPay',
  region: '530502101',
  groups: [],
  demonstration: true,
  applicationNumber: `530502 2610 00020${number} ${number}`,
  recipientName,
  state: 'TO_CHECK',
  version: 1,
  grantedOn: '2026-10-27',
  pickedFor: 'sample',
  dueOn: '2026-11-26',
  checkMethod: null,
  check: null,
  decision: null,
  costFen: null,
  fineFen: null,
  paidOn: null,
  allowedActions: ['confirm', 'doubt'],
  ...more,
});

/** 诚信承诺 at every stage of being checked. */
export const commitments: readonly ListedCommitment[] = [
  commitment(1, '蒋加旺', {}),
  commitment(2, '尹朝阳', { pickedFor: 'nearLine', grantedOn: '2026-11-10', dueOn: '2026-12-10' }),
  commitment(3, '番绍芬', {
    state: 'FALSE',
    version: 3,
    pickedFor: 'report',
    dueOn: null,
    checkMethod: 'sharedData',
    check: '登记信息显示家庭有营运货车一辆，上一年度营运收入 96,000 元，说明表中没有填写。',
    decision: '本人承认没有填写，称以为车不算收入。认定承诺不实。',
    allowedActions: ['orderRecovery'],
  }),
];
