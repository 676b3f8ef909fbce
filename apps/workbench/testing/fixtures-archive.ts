import type { ArchiveFile, ArchiveLine, Destruction } from '../src/api/archives.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const line = (n: number, recipientName: string, more: Partial<ArchiveLine> = {}): ArchiveLine => ({
  tenant: '530502',
  id: id(8000 + n),
  matterId: id(8100 + n),
  caseId: id(8200 + n),
  number: `（2016）保隆法援档字第${String(n).padStart(6, '0')}号`,
  caseNumber: `（2016）保隆法援民字第${String(40 + n).padStart(6, '0')}号`,
  recipientName,
  causeText: '追索劳动报酬',
  handlerName: '杨立新',
  handlerUnit: '云南示例律师事务所',
  closedOn: '2015-11-20',
  archivedOn: '2015-12-04',
  term: 'tenYears',
  citation: '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）',
  verified: false,
  dueOn: '2026-01-01',
  due: true,
  holds: 0,
  destructionId: null,
  state: 'kept',
  destroyedOn: null,
  version: 1,
  binding: 'none',
  pdfHash: null,
  pdfSm3: null,
  pdfBytes: null,
  pdfPages: null,
  pieceCount: null,
  unreadable: null,
  ...more,
});

/** 档案: due, held, proposed, destroyed, and one that is kept for ever. */
export const archiveLines: readonly ArchiveLine[] = [
  line(1, '段绍兰', {
    binding: 'bound',
    pdfHash: '9f2c4e1ab37d5086'.repeat(4),
    pdfSm3: '77aa04c2d19b3e58'.repeat(4),
    pdfPages: 46,
    pieceCount: 6,
    unreadable: 1,
  }),
  line(2, '李发旺'),
  line(3, '阿卜杜热合曼·麦麦提', { holds: 1, due: false }),
  line(4, '赵国祥', { destructionId: id(8401) }),
  line(5, '杨小花', { term: 'permanent', dueOn: null, due: false, causeText: '涉嫌故意杀人' }),
  line(6, '蒋正明', { state: 'destroyed', destroyedOn: '2026-03-12', due: false }),
];

export const archiveFile = (key: string): ArchiveFile => {
  const found = archiveLines.find((row) => key.includes(row.id)) ?? (archiveLines[0] as ArchiveLine);
  return {
    ...found,
    pieces:
      found.binding === 'bound'
        ? [
            { part: 'intake', name: '法律援助申请表', firstPage: 1, lastPage: 2, sha256: 'a'.repeat(64) },
            { part: 'intake', name: '身份证.jpg', firstPage: 3, lastPage: 3, sha256: 'b'.repeat(64) },
            { part: 'handling', name: '委托协议', firstPage: 4, lastPage: 5, sha256: 'c'.repeat(64) },
            {
              part: 'handling',
              name: '证据材料.pdf',
              firstPage: 6,
              lastPage: 6,
              fault: 'damaged',
              sha256: 'd'.repeat(64),
            },
            { part: 'handling', name: '民事判决书', firstPage: 7, lastPage: 46, sha256: 'e'.repeat(64) },
            { part: 'handling', name: '授权委托书', fault: 'paperOnly' },
          ]
        : [],
    holdList:
      found.holds > 0
        ? [
            {
              holdId: id(8301),
              reason: '受援人申请再审，法院调卷',
              setByName: '尹秀英',
              setAt: '2026-02-03T02:00:00.000Z',
              liftedByName: null,
              liftedAt: null,
              liftReason: null,
            },
          ]
        : [],
    mayKeep: true,
  };
};

export const destructions: readonly Destruction[] = [
  {
    tenant: '530502',
    id: id(8401),
    state: 'APPRAISED',
    version: 2,
    reason: '2015年度归档案卷保管期满',
    files: 1,
    proposedByName: '尹秀英',
    proposedAt: '2026-11-03T02:00:00.000Z',
    appraisedByName: '段正刚',
    appraisedAt: '2026-11-10T02:00:00.000Z',
    settledByName: null,
    settledAt: null,
    note: null,
    allowedActions: ['approve', 'reject'],
  },
  {
    tenant: '530502',
    id: id(8402),
    state: 'DESTROYED',
    version: 3,
    reason: '2014年度归档案卷保管期满',
    files: 12,
    proposedByName: '尹秀英',
    proposedAt: '2026-02-03T02:00:00.000Z',
    appraisedByName: '段正刚',
    appraisedAt: '2026-02-20T02:00:00.000Z',
    settledByName: '左明',
    settledAt: '2026-03-12T02:00:00.000Z',
    note: null,
    allowedActions: [],
  },
];
