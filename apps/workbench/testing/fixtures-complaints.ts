import type { ComplaintItem, ComplaintPage, UpheldComplaint } from '../src/api/complaints.ts';
import { event, id, paper } from './fixtures.ts';

/* Complaints at the invented bureau: one repeated, one being looked into by somebody else, one found true. */

const item = (number: number, change: Partial<ComplaintItem>): ComplaintItem => ({
  tenant: '530502',
  id: id(9500 + number),
  number: `TS530502-2026-0000${number}`,
  state: 'RECEIVED',
  door: 'window',
  standing: 'recipient',
  anonymous: false,
  grounds: ['noReport'],
  againstKind: 'handler',
  againstName: '王丽华',
  matterNumber: '保法援民字〔2026〕第 0188 号',
  receivedOn: '2026-11-20',
  dueOn: '2026-11-27',
  dueStep: 'acceptComplaint',
  dueCitation: '《法律援助投诉处理办法》（司法部令第149号，天数待核实）',
  investigatorName: null,
  outcome: null,
  decidedOn: null,
  demonstration: true,
  allowedActions: ['requestInformation', 'accept', 'declineToAccept', 'passOn', 'merge', 'withdraw'],
  ...change,
});

const investigated = {
  state: 'REPORTED',
  investigatorName: '李国庆',
  dueOn: '2027-01-04',
  dueStep: 'decideComplaint',
  allowedActions: ['decide', 'sendBack', 'tellFederation', 'withdraw'],
} as const;

export const complaints: readonly ComplaintItem[] = [
  item(1, {}),
  item(2, { ...investigated, grounds: ['tookMoney', 'neglected'], receivedOn: '2026-11-10' }),
  item(3, {
    state: 'INVESTIGATING',
    tenant: '530521',
    againstKind: 'centre',
    againstName: '施甸县法律援助中心',
    anonymous: true,
    grounds: ['wrongDecision'],
    matterNumber: null,
    investigatorName: '李国庆',
    dueOn: '2026-12-28',
    allowedActions: ['entrust', 'tellFederation', 'merge', 'withdraw'],
  }),
  item(4, {
    state: 'CLOSED',
    dueOn: null,
    dueStep: null,
    dueCitation: null,
    outcome: 'partly',
    decidedOn: '2026-10-15',
    allowedActions: [],
  }),
];

/** One complaint whole, as the bureau reads it. */
export function complaintPage(number: number, change: Partial<ComplaintPage> = {}): ComplaintPage {
  const row = complaints.find((one) => one.id === id(9500 + number)) ?? item(1, {});
  const { allowedActions, dueStep: _step, ...rest } = row;
  const looked = row.investigatorName !== null;
  return {
    complaint: {
      ...rest,
      version: 2,
      oral: true,
      ruleSet: 'complaint-2025',
      askedOn: null,
      answerBy: null,
      acceptedOn: looked ? '2026-11-13' : null,
      refusedGround: null,
      passedTo: null,
      passedFrom: null,
      mergedInto: null,
      entrustedTo: looked ? '板桥司法所' : null,
      entrustedUntil: looked ? '2026-11-20' : null,
      investigatorId: looked ? id(977) : null,
      toldFederations: [],
      measures: [],
      repliedOn: null,
      servedOn: null,
    },
    complainant: row.anonymous ? null : { name: '阿*·沙*', phone: '100****7731', address: '石瓢村****' },
    words: {
      statement: '去年八月给我指派了律师，到现在三个月没有打过一次电话，也不知道开庭没有。去律所找，说人不在。',
      wish: '换一个律师，把办到哪一步告诉我。',
      recordedBy: '杨文斌',
      missing: [],
      supplied: [],
      withdrawal: '',
    },
    findings: {
      findings: looked ? '查阅案卷，八月至十一月没有通报记录；询问承办人，承认没有联系受援人。' : '',
      refusal: '',
      refusalCitation: '',
      passing: '',
      merging: '',
      entrusting: looked ? '请向受援人核实三个月里承办人是否联系过。' : '',
      returned: looked ? [{ on: '2026-11-18', report: '已入户核实，没有联系过。' }] : [],
      sentBack: [],
      told: [],
      reasons: [],
      measureNote: '',
      followUp: '',
    },
    suggestedFederations: ['tradeUnion'],
    documents: looked
      ? [
          paper(
            51,
            'complaintAcceptance',
            '法律援助投诉受理通知书',
            '隆司投受字〔2026〕3号',
            '2026-11-13T03:00:00.000Z',
          ),
        ]
      : [],
    attachments: [
      {
        id: id(9590),
        fileName: '微信聊天截图.png',
        mediaType: 'image/png',
        bytes: 182_400,
        receivedAt: '2026-11-20T02:31:00.000Z',
      },
    ],
    deadlines: [
      {
        id: id(9580),
        step: looked ? 'decideComplaint' : 'acceptComplaint',
        startedOn: row.receivedOn,
        dueOn: row.dueOn ?? '2026-11-27',
        state: 'running',
        citation: row.dueCitation ?? '',
        promise: false,
      },
    ],
    beside: number === 1 ? [{ ...item(5, { state: 'ACCEPTED', receivedOn: '2026-11-03' }), samePerson: true }] : [],
    story: [
      event(3, '2026-11-20T02:40:00.000Z', 'complaint.fileOpened', '杨文斌'),
      event(2, '2026-11-20T02:35:00.000Z', 'complaint.revealed', '杨文斌', { reason: '核对是不是同一人' }),
      event(1, '2026-11-20T02:30:00.000Z', 'complaint.received', '', { grounds: row.grounds }, 'citizen'),
    ],
    allowedActions,
    ...change,
  };
}

export const upheld: readonly UpheldComplaint[] = [
  {
    tenant: '530502',
    id: id(9504),
    number: 'TS530502-2026-00004',
    outcome: 'partly',
    grounds: ['noReport'],
    againstKind: 'handler',
    againstName: '王丽华',
    measures: ['critique', 'qualityReview'],
    decidedOn: '2026-10-15',
    caseId: id(1004),
    matterId: id(104),
    matterNumber: '保法援民字〔2026〕第 0188 号',
  },
];
