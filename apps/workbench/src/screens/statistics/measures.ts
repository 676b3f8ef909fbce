import type { LocaleKey } from '../../locales/zh-CN.ts';

/** What is counted, along which lines, and where the list behind each count stands. */
export interface Measure {
  readonly name: string;
  readonly label: LocaleKey;
  readonly definition: LocaleKey;
  /** Dimensions that its counters have beside month and centre. */
  readonly dimensions: readonly Dimension[];
  readonly list: MeasureList;
  /** Whoever holds one of these may open the list; for everybody else who reads statistics the count stands alone. */
  readonly readers: readonly string[];
  /** What is counted, where it is not records. */
  readonly unit?: 'fen';
}

export type Dimension =
  | 'cause'
  | 'topic'
  | 'group'
  | 'class'
  | 'channel'
  | 'pickedFor'
  | 'ground'
  | 'against'
  | 'outcome'
  | 'handler'
  | 'firm'
  | 'grade'
  | 'kind'
  | 'finding';

/** The screen behind the counts. */
export type MeasureList =
  | { readonly screen: 'consultations' }
  | { readonly screen: 'applications' }
  | { readonly screen: 'cases'; readonly by: 'openedIn' | 'closedIn' | 'archivedIn' }
  | { readonly screen: 'commitments'; readonly by: 'given' | 'picked' | 'false' | 'recovered' }
  | { readonly screen: 'complaints'; readonly by: 'span' | 'decided'; readonly outcome?: 'true' }
  /** Views of the quality screen. */
  | { readonly screen: 'quality'; readonly view: 'graded' | 'supervision' };

const readsConsultations = ['manager', 'quality', 'approver'];
const readsCentre = ['manager', 'quality', 'finance', 'approver'];
const readsCommitments = ['manager', 'quality', 'approver'];
/** Those found false are the bureau's to look at too: what they cost is for it to order (art. 64). */
const readsFalse = [...readsCommitments, 'bureauReviewer'];
const readsQuality = ['manager', 'quality'];
const readsUpheld = ['manager', 'quality', 'approver', 'bureauReviewer'];

export const measures: readonly Measure[] = [
  {
    name: 'consultations',
    label: 'measure.consultations',
    definition: 'measure.consultationsIs',
    dimensions: ['topic', 'group', 'channel'],
    list: { screen: 'consultations' },
    readers: readsConsultations,
  },
  {
    name: 'applications.submitted',
    label: 'measure.applications',
    definition: 'measure.applicationsIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'applications' },
    readers: readsCentre,
  },
  {
    name: 'cases.opened',
    label: 'measure.opened',
    definition: 'measure.openedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'openedIn' },
    readers: readsCentre,
  },
  {
    name: 'cases.closed',
    label: 'measure.closed',
    definition: 'measure.closedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'closedIn' },
    readers: readsCentre,
  },
  {
    name: 'cases.archived',
    label: 'measure.archived',
    definition: 'measure.archivedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'archivedIn' },
    readers: readsCentre,
  },
  {
    name: 'commitments.given',
    label: 'measure.commitments',
    definition: 'measure.commitmentsIs',
    dimensions: [],
    list: { screen: 'commitments', by: 'given' },
    readers: readsCommitments,
  },
  {
    name: 'commitments.picked',
    label: 'measure.picked',
    definition: 'measure.pickedIs',
    dimensions: ['pickedFor'],
    list: { screen: 'commitments', by: 'picked' },
    readers: readsCommitments,
  },
  {
    name: 'commitments.false',
    label: 'measure.false',
    definition: 'measure.falseIs',
    dimensions: [],
    list: { screen: 'commitments', by: 'false' },
    readers: readsFalse,
  },
  {
    name: 'commitments.recovered',
    label: 'measure.recovered',
    definition: 'measure.recoveredIs',
    dimensions: [],
    list: { screen: 'commitments', by: 'recovered' },
    readers: readsFalse,
    unit: 'fen',
  },
  {
    name: 'complaints.received',
    label: 'measure.complaintsReceived',
    definition: 'measure.complaintsReceivedIs',
    dimensions: ['ground', 'against'],
    list: { screen: 'complaints', by: 'span' },
    readers: ['bureauReviewer'],
  },
  {
    name: 'complaints.decided',
    label: 'measure.complaintsDecided',
    definition: 'measure.complaintsDecidedIs',
    dimensions: ['outcome', 'ground', 'against'],
    list: { screen: 'complaints', by: 'decided' },
    readers: ['bureauReviewer'],
  },
  {
    name: 'complaints.upheld',
    label: 'measure.complaintsUpheld',
    definition: 'measure.complaintsUpheldIs',
    dimensions: ['ground', 'against', 'handler', 'firm'],
    list: { screen: 'complaints', by: 'decided', outcome: 'true' },
    readers: readsUpheld,
  },
  {
    name: 'assessment.graded',
    label: 'measure.graded',
    definition: 'measure.gradedIs',
    dimensions: ['grade'],
    list: { screen: 'quality', view: 'graded' },
    readers: readsQuality,
  },
  {
    name: 'supervision.recorded',
    label: 'measure.supervision',
    definition: 'measure.supervisionIs',
    dimensions: ['kind', 'finding'],
    list: { screen: 'quality', view: 'supervision' },
    readers: readsQuality,
  },
];

export interface Cut {
  readonly dimension: Dimension | 'month' | 'tenant';
  readonly value: string;
}

const pathOf = {
  consultations: '/desk/consultations',
  applications: '/desk/review',
  cases: '/desk/handling',
  commitments: '/desk/commitments',
  complaints: '/desk/complaints',
  quality: '/desk/quality',
} as const;

/** How the list calls a value of a dimension, where it has another name for it. */
const filterOf: Readonly<Partial<Record<Dimension, string>>> = {
  against: 'againstKind',
  handler: 'handlerId',
  firm: 'agencyId',
};

/** The address of the list behind one count: its measure, its span, the centre in view, and the one value that was counted. */
export function listBehind(list: MeasureList, span: string, tenant: string | undefined, cut: Cut): string {
  const place = cut.dimension === 'tenant' ? cut.value : tenant;
  const days = list.screen === 'complaints' ? list.by : 'span';
  const query = new URLSearchParams({ [days]: cut.dimension === 'month' ? cut.value : span });
  if (place !== undefined) query.set('tenant', place);
  if (cut.dimension !== 'month' && cut.dimension !== 'tenant')
    query.set(filterOf[cut.dimension] ?? cut.dimension, cut.value);
  if (list.screen === 'applications' || list.screen === 'complaints') query.set('state', 'every');
  if (list.screen === 'complaints' && list.outcome !== undefined) query.set('outcome', list.outcome);
  if (list.screen === 'cases' || list.screen === 'commitments') query.set('by', list.by);
  if (list.screen === 'quality') query.set('view', list.view);
  return `${pathOf[list.screen]}?${query}`;
}
