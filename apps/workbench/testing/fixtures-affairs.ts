import { feeGrounds, majorMatterKinds, reliefGrounds } from '../../../modules/cases/affair-schema.ts';
import type { Affair, AffairGrounds, AffairRow } from '../src/api/affairs.ts';
import type { Cost } from '../src/api/costs.ts';

/* What goes out from a case and is answered, and what its handler spent. Invented. */

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const affairGrounds: AffairGrounds = { majorMatterKinds, feeGrounds, reliefGrounds };

export const affairs: readonly Affair[] = [
  {
    id: id(7101),
    kind: 'majorMatter',
    state: 'REPORTED',
    version: 1,
    addressee: '',
    grounds: ['groupIncident'],
    openedOn: '2026-11-23',
    words: '十二名工友打算周五到项目部集体讨薪，余某电话已经关机。建议请劳动监察到场。',
    consentOn: null,
    answeredOn: null,
    answer: null,
    amount: null,
    total: null,
    untilOn: null,
    dueOn: '2026-11-25',
    dueCitation: '中心自定期限',
    allowedActions: ['acknowledge'],
  },
  {
    id: id(7102),
    kind: 'feeRelief',
    state: 'DEFERRED',
    version: 2,
    addressee: '昌宁县人民法院',
    grounds: ['maintenance', 'legalAid'],
    openedOn: '2026-11-23',
    words: null,
    consentOn: null,
    answeredOn: '2026-11-24',
    answer: null,
    amount: null,
    total: 30_000,
    untilOn: '2027-03-31',
    dueOn: null,
    dueCitation: null,
    allowedActions: ['reduceFee', 'waiveFee', 'settleFee'],
  },
];

export const affairRows: readonly AffairRow[] = [
  {
    tenant: '530523',
    id: id(7101),
    kind: 'majorMatter',
    state: 'REPORTED',
    dueOn: '2026-11-25',
    dueCitation: '中心自定期限',
    caseId: id(1004),
    matterId: id(104),
    number: '保法援民字〔2026〕第0615号',
    recipientName: '杨菊仙',
    class: 'civil',
    cause: 'maintenance',
    groups: ['woman'],
    region: '530523',
    urgent: false,
    handlerName: '王丽萍',
    demonstration: true,
  },
];

export const costs: readonly Cost[] = [
  {
    tenant: '530523',
    id: id(7201),
    matterId: id(104),
    caseId: id(1004),
    caseNumber: '保法援民字〔2026〕第0615号',
    handlerName: '王丽萍',
    kind: 'translation',
    spentOn: '2026-11-23',
    units: null,
    claimed: 60_000,
    purpose: '傈僳语翻译一次',
    claimedOn: '2026-11-24',
    state: 'CLAIMED',
    version: 1,
    allowed: null,
    citation: null,
    note: null,
    paidOn: null,
    receipts: [{ attachmentId: id(7301), fileName: '翻译费发票.pdf' }],
    allowedActions: ['check', 'refuse'],
  },
];
