import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { againstKinds, complaintOutcomes, isOneOf } from '../../api/codes.ts';
import { type ComplaintItem, complaintsQuery } from '../../api/complaints.ts';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ListTools, Pick } from '../../parts/list-tools.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { UpheldView } from './upheld-view.tsx';

const route = getRouteApi('/complaints');

/** 投诉: the bureau's own list; whoever else looks after cases sees what was found true. A count of the statistics opens here too. */
export function ComplaintsScreen(): ReactNode {
  const session = useSession();
  const search = route.useSearch();
  const scope = useScope();
  return session.roles.includes('bureauReviewer') ? (
    <BureauView />
  ) : (
    <UpheldView filter={{ ...search, tenant: search.tenant ?? scope.tenant }} />
  );
}

function BureauView(): ReactNode {
  const { t, language, side } = useWords();
  const lifecycle = useLifecycleWords();
  const words = useComplaintWords();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tenant = search.tenant ?? scope.tenant;
  const states = useQuery(lifecyclesQuery).data?.find(({ name }) => name === 'complaint')?.states ?? {};
  const { state, ground, span, decided, outcome, againstKind, handlerId, agencyId } = search;
  const stage = state !== undefined && state !== 'every' && Object.hasOwn(states, state) ? state : undefined;
  const query = useInfiniteQuery(
    complaintsQuery({
      tenant,
      state: stage,
      all: state === 'every' ? true : undefined,
      ground,
      span,
      decided,
      outcome,
      againstKind,
      handlerId,
      agencyId,
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const day = (on: string): string => dayShort(on, language, today());
  const narrowed = [
    search.tenant === undefined ? undefined : scope.nameOf(search.tenant),
    span === undefined ? undefined : t('complaint.receivedIn', { span }),
    decided === undefined ? undefined : t('complaint.decidedIn', { span: decided }),
    outcome === 'true'
      ? t('complaint.foundTrue')
      : isOneOf(complaintOutcomes, outcome)
        ? t(`complaint.outcome.${outcome}`)
        : undefined,
    isOneOf(againstKinds, againstKind) ? t(`complaint.against.${againstKind}`) : undefined,
    handlerId === undefined ? undefined : t('complaint.oneHandler'),
    agencyId === undefined ? undefined : t('complaint.oneFirm'),
  ].filter((part) => part !== undefined);
  const choose = (change: { readonly state?: string; readonly ground?: string }): void =>
    void navigate({
      search: ({ state: _state, ground: _ground, ...rest }) => {
        const next = { state, ground, ...change };
        return {
          ...rest,
          ...(next.state === undefined || next.state === 'open' ? {} : { state: next.state }),
          ...(next.ground === undefined || next.ground === '' ? {} : { ground: next.ground }),
        };
      },
      replace: true,
    });

  const columns: readonly Column<ComplaintItem>[] = [
    {
      key: 'clock',
      title: t('column.clock'),
      width: 120,
      cell: (row) => <ClockChip dueOn={row.dueOn} citation={row.dueCitation} short />,
      text: (row) => (row.dueOn === null ? '' : dayInWords(row.dueOn, language, today())),
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 190,
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'grounds',
      title: t('complaint.grounds'),
      narrow: 'first',
      cell: words.groundsOf,
      text: words.groundsOf,
    },
    { key: 'against', title: t('complaint.against'), width: 150, cell: words.against, text: words.against },
    {
      key: 'state',
      title: t('column.state'),
      width: 130,
      cell: (row) => lifecycle.state('complaint', row.state),
      text: (row) => lifecycle.state('complaint', row.state),
    },
    {
      key: 'outcome',
      title: t('complaint.outcome'),
      rank: 'extra',
      narrow: 'hide',
      cell: (row) => (row.outcome === null ? '' : t(`complaint.outcome.${row.outcome}`)),
      text: (row) => (row.outcome === null ? '' : t(`complaint.outcome.${row.outcome}`)),
    },
    {
      key: 'investigator',
      title: t('complaint.investigator'),
      width: 100,
      narrow: 'hide',
      cell: (row) => row.investigatorName ?? '',
      text: (row) => row.investigatorName ?? '',
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 88,
      cell: (row) => scope.nameOf(row.tenant),
      text: (row) => scope.nameOf(row.tenant),
    },
    {
      key: 'received',
      title: t('complaint.receivedOn'),
      width: 110,
      narrow: 'hide',
      cell: (row) => <span className="whole">{day(row.receivedOn)}</span>,
      text: (row) => row.receivedOn,
    },
  ];
  return (
    <>
      <ScreenHead
        title={t('nav.complaints')}
        beside={
          narrowed.length === 0 ? undefined : (
            <>
              {narrowed.join(t('word.dot'))}{' '}
              <Link to="/complaints" search={state === undefined ? {} : { state }}>
                {t('review.showAll')}
              </Link>
            </>
          )
        }
        actions={
          <Button type="primary" onClick={() => void navigate({ to: '/complaints/new', search: { door: 'bureau' } })}>
            {t('complaint.register')}
          </Button>
        }
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="complaints"
        caption={t('nav.complaints')}
        tools={
          <ListTools>
            <FilterChips
              label={t('today.filter')}
              chosen={stage !== undefined ? 'stage' : state === 'every' ? state : 'open'}
              onChoose={(key: 'open' | 'every' | 'stage') => choose({ state: key })}
              chips={[
                { key: 'open', label: t('review.open') },
                { key: 'every', label: t('review.every') },
              ]}
            />
            <Pick
              label={t('column.state')}
              every={t('complaint.everyState')}
              chosen={stage}
              options={Object.entries(states).map(([key, text]) => ({ value: key, label: side(text) }))}
              onChoose={(key) => choose({ state: key ?? 'open' })}
            />
            <Pick
              label={t('complaint.grounds')}
              every={t('complaint.everyGround')}
              chosen={ground}
              options={words.grounds.map(([key]) => ({ value: key, label: words.ground(key) }))}
              onChoose={(key) => choose({ ground: key ?? '' })}
            />
          </ListTools>
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        hrefOf={(row) => `/desk/complaints/${row.tenant}/${row.id}`}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('complaint.none')} hint={t('complaint.noneHint')} />}
      />
    </>
  );
}
