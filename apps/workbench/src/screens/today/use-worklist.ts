import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { affairsQuery } from '../../api/affairs.ts';
import { applicationsQuery } from '../../api/applications.ts';
import { casesQuery, type Desk } from '../../api/cases.ts';
import { type CommitmentState, commitmentsQuery } from '../../api/commitments.ts';
import { complaintsQuery } from '../../api/complaints.ts';
import type { Lifecycle } from '../../api/lifecycles.ts';
import { type SubsidyState, subsidiesQuery } from '../../api/subsidies.ts';
import { mySupervisionsQuery, supervisionsQuery } from '../../api/supervision.ts';
import {
  fromAffair,
  fromApplication,
  fromCase,
  fromCommitment,
  fromComplaint,
  fromSubsidy,
  fromSupervision,
  type WorkItem,
} from '../../api/work-item.ts';
import { mergeByDue } from './merge.ts';
import { statesOf } from './next-step.ts';

export interface Worklist {
  readonly items: readonly WorkItem[];
  /** True when every row of every source is here, so that counts are exact. */
  readonly complete: boolean;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The head of a centre sees all that is open; everybody else the desks they work at. */
const overseers = ['manager'];
const deskWorkers: Readonly<Record<Exclude<Desk, 'done'>, readonly string[]>> = {
  designation: ['designator', ...overseers],
  handling: ['handler', ...overseers],
  replacement: ['approver', 'designator', 'handler', ...overseers],
  notification: ['clerk', ...overseers],
  objection: ['bureauReviewer', 'approver', ...overseers],
  fileReview: ['reviewer', 'approver', ...overseers],
};

/** Who acknowledges what handlers report, and who follows up what went out. */
const affairWorkers = ['handler', 'clerk', 'reviewer', 'approver', 'designator', ...overseers];

/** Everything that waits at the desks of these roles, soonest due first, out of every room. */
export function useWorklist(
  tenant: string | undefined,
  roles: readonly string[],
  lifecycles: readonly Lifecycle[],
): Worklist {
  const known = lifecycles.length > 0;
  const may = (those: readonly string[]): boolean => roles.some((role) => those.includes(role));
  const states = may(overseers) ? undefined : statesOf('application', roles, lifecycles);
  const ownMoney = statesOf('subsidy', roles, lifecycles);
  const money = (state: SubsidyState) => ({ ...subsidiesQuery({ tenant, state }), enabled: ownMoney.includes(state) });

  const applications = useInfiniteQuery({
    ...applicationsQuery({ tenant, state: states }),
    enabled: known && states?.length !== 0,
  });
  // Whoever may give aid at once sees what cannot wait, before it is theirs to decide.
  const urgent = useInfiniteQuery({
    ...applicationsQuery({ tenant, state: ['SUBMITTED', 'UNDER_REVIEW'], urgent: true }),
    enabled: known && may(['approver']) && !may([...overseers, 'reviewer', 'clerk']),
  });
  const designation = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'designation' }),
    enabled: may(deskWorkers.designation),
  });
  const handling = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'handling' }),
    enabled: may(deskWorkers.handling),
  });
  const replacement = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'replacement' }),
    enabled: may(deskWorkers.replacement),
  });
  const notification = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'notification' }),
    enabled: may(deskWorkers.notification),
  });
  const objection = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'objection' }),
    enabled: may(deskWorkers.objection),
  });
  const fileReview = useInfiniteQuery({
    ...casesQuery({ tenant, desk: 'fileReview' }),
    enabled: may(deskWorkers.fileReview),
  });
  const affairs = useQuery({ ...affairsQuery(tenant), enabled: may(affairWorkers) });
  const questions = useQuery({ ...mySupervisionsQuery(), enabled: may(['handler']) });
  const answered = useInfiniteQuery({
    ...supervisionsQuery({ tenant, state: 'ANSWERED' }),
    enabled: may(['quality', ...overseers]),
  });
  const ownPromises = statesOf('commitment', roles, lifecycles);
  const promised = (state: CommitmentState) => ({
    ...commitmentsQuery({ tenant, state }),
    enabled: known && ownPromises.includes(state),
  });
  const promises = [
    useQuery(promised('TO_CHECK')),
    useQuery(promised('DOUBTED')),
    useQuery(promised('FALSE')),
    useQuery(promised('RECOVERY_ORDERED')),
  ];
  const complaints = useInfiniteQuery({ ...complaintsQuery({ tenant }), enabled: may(['bureauReviewer']) });
  const due = useInfiniteQuery(money('DUE'));
  const proposed = useInfiniteQuery(money('PROPOSED'));
  const approved = useInfiniteQuery(money('APPROVED'));

  const sources = [
    sourceOf(applications, fromApplication),
    sourceOf(urgent, fromApplication),
    ...[designation, handling, replacement, notification, objection, fileReview].map((query) =>
      sourceOf(query, fromCase),
    ),
    whole(affairs.data?.rows.map(fromAffair)),
    // What waits for an answer of this very person, and was asked here.
    whole(
      questions.data?.rows
        .filter((row) => row.allowedActions.includes('reply') && (tenant === undefined || row.tenant === tenant))
        .map(fromSupervision),
    ),
    // What a handler answered waits for whoever asked.
    sourceOf(answered, fromSupervision),
    // Whoever checked does not decide: the row tells whose turn it is.
    ...promises.map(({ data }) =>
      whole(data?.rows.filter(({ allowedActions }) => allowedActions.length > 0).map(fromCommitment)),
    ),
    sourceOf(complaints, fromComplaint),
    ...[due, proposed, approved].map((query) => sourceOf(query, fromSubsidy)),
  ];
  const queries = [
    applications,
    urgent,
    designation,
    handling,
    replacement,
    notification,
    objection,
    fileReview,
    answered,
    complaints,
    due,
    proposed,
    approved,
  ];
  const { rows, behind } = mergeByDue(sources);
  const loading =
    !known ||
    affairs.isLoading ||
    questions.isLoading ||
    promises.some((query) => query.isLoading) ||
    queries.some((query) => query.isLoading);
  return {
    items: loading ? [] : rows,
    complete: !loading && sources.every((source) => !source.hasMore),
    loading,
    loadingMore: queries.some((query) => query.isFetchingNextPage),
    error:
      [affairs, questions, ...promises, ...queries].map((query) => query.error).find((error) => error !== null) ?? null,
    loadMore: () => {
      for (const index of behind) sources[index]?.fetchNext();
    },
    reload: () => {
      for (const query of [affairs, questions, ...promises, ...queries]) if (query.isError) void query.refetch();
    },
  };
}

/** A source that comes in one piece. */
const whole = (rows: readonly WorkItem[] | undefined) => ({
  rows: rows ?? [],
  hasMore: false,
  fetchNext: () => undefined,
});

interface Paged<Row> {
  readonly data: { readonly pages: readonly { readonly rows: readonly Row[] }[] } | undefined;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

function sourceOf<Row>(query: Paged<Row>, from: (row: Row) => WorkItem) {
  return {
    rows: query.data?.pages.flatMap((page) => page.rows.map(from)) ?? [],
    hasMore: query.hasNextPage,
    fetchNext: () => void query.fetchNextPage(),
  };
}
