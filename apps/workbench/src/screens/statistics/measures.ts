import type { LocaleKey } from '../../locales/zh-CN.ts';

/** What is counted, along which lines, and where the list behind each count stands. */
export interface Measure {
  readonly name: string;
  readonly label: LocaleKey;
  readonly definition: LocaleKey;
  /** Dimensions that its counters have beside month and centre. */
  readonly dimensions: readonly Dimension[];
  /** Null where no list of the desk goes by months. */
  readonly list: MeasureList | null;
  /** What is counted, where it is not records. */
  readonly unit?: 'fen';
}

export type Dimension = 'cause' | 'topic' | 'group' | 'class' | 'channel' | 'pickedFor';

/** The screen behind the counts. */
export type MeasureList =
  | { readonly screen: 'consultations' }
  | { readonly screen: 'applications' }
  | { readonly screen: 'cases'; readonly by: 'openedIn' | 'closedIn' | 'archivedIn' };

export const measures: readonly Measure[] = [
  {
    name: 'consultations',
    label: 'measure.consultations',
    definition: 'measure.consultationsIs',
    dimensions: ['topic', 'group', 'channel'],
    list: { screen: 'consultations' },
  },
  {
    name: 'applications.submitted',
    label: 'measure.applications',
    definition: 'measure.applicationsIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'applications' },
  },
  {
    name: 'cases.opened',
    label: 'measure.opened',
    definition: 'measure.openedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'openedIn' },
  },
  {
    name: 'cases.closed',
    label: 'measure.closed',
    definition: 'measure.closedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'closedIn' },
  },
  {
    name: 'cases.archived',
    label: 'measure.archived',
    definition: 'measure.archivedIs',
    dimensions: ['cause', 'group', 'class'],
    list: { screen: 'cases', by: 'archivedIn' },
  },
  {
    name: 'commitments.given',
    label: 'measure.commitments',
    definition: 'measure.commitmentsIs',
    dimensions: [],
    list: null,
  },
  {
    name: 'commitments.picked',
    label: 'measure.picked',
    definition: 'measure.pickedIs',
    dimensions: ['pickedFor'],
    list: null,
  },
  {
    name: 'commitments.false',
    label: 'measure.false',
    definition: 'measure.falseIs',
    dimensions: [],
    list: null,
  },
  {
    name: 'commitments.recovered',
    label: 'measure.recovered',
    definition: 'measure.recoveredIs',
    dimensions: [],
    list: null,
    unit: 'fen',
  },
];

export interface Cut {
  readonly dimension: Dimension | 'month' | 'tenant';
  readonly value: string;
}

/** The address of the list behind one count: its measure, its span, the centre in view, and the one value that was counted. */
export function listBehind(list: MeasureList, span: string, tenant: string | undefined, cut: Cut): string {
  const place = cut.dimension === 'tenant' ? cut.value : tenant;
  const query = new URLSearchParams({ span: cut.dimension === 'month' ? cut.value : span });
  if (place !== undefined) query.set('tenant', place);
  if (cut.dimension !== 'month' && cut.dimension !== 'tenant') query.set(cut.dimension, cut.value);
  if (list.screen === 'applications') query.set('state', 'every');
  if (list.screen === 'cases') query.set('by', list.by);
  const path = { consultations: '/desk/consultations', applications: '/desk/review', cases: '/desk/handling' }[
    list.screen
  ];
  return `${path}?${query}`;
}
