import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { caseDates, casesQuery, type Desk, deskCountsQuery } from '../../api/cases.ts';
import { isOneOf } from '../../api/codes.ts';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { addressOf, fromCase } from '../../api/work-item.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { nextStep } from '../today/next-step.ts';
import { useWorkColumns } from '../today/use-work-columns.tsx';

const route = getRouteApi('/handling');

const views = [
  'handling',
  'replacement',
  'notification',
  'objection',
  'fileReview',
  'designation',
  'done',
] as const satisfies readonly Desk[];
const isView = (text: string | undefined): text is Desk => views.some((view) => view === text);

/** 承办: cases desk by desk; a handler sees their own. A count of the statistics opens here as the list behind it. */
export function HandlingScreen(): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const session = useSession();
  const scope = useScope();
  const search = route.useSearch();
  const tenant = search.tenant ?? scope.tenant;
  const navigate = route.useNavigate();
  const { span, class: matterClass, cause, group } = search;
  const by = isOneOf(caseDates, search.by) ? search.by : undefined;
  // A span is asked of the past: it runs over every desk unless one is named.
  const past = by !== undefined && span !== undefined;
  const desk = isView(search.desk) ? search.desk : past ? undefined : 'handling';
  const query = useInfiniteQuery(casesQuery({ tenant, desk, by, span, class: matterClass, cause, group }));
  const counts = useQuery(deskCountsQuery(tenant)).data?.desks ?? [];
  const lifecycles = useQuery(lifecyclesQuery).data ?? [];
  const items = query.data?.pages.flatMap((page) => page.rows.map(fromCase)) ?? [];
  const steps = new Map(items.map((item) => [item.id, nextStep(item, session.roles, session.account.id, lifecycles)]));
  const columns = useWorkColumns({
    steps,
    manyPlaces: scope.tenants.length > 1 && tenant === undefined,
    handler: !onlyHandler(session.roles),
  });
  const narrowed = [
    search.tenant === undefined ? undefined : scope.nameOf(search.tenant),
    past ? t(`handling.${by}`, { span }) : undefined,
    matterClass === undefined ? undefined : words.matterClass(matterClass),
    cause === undefined ? undefined : words.cause(cause),
    group === undefined ? undefined : words.group(group),
  ].filter((part) => part !== undefined);

  return (
    <>
      <ScreenHead
        title={t('nav.handling')}
        beside={
          narrowed.length === 0 ? undefined : (
            <>
              {narrowed.join(t('word.dot'))} <Link to="/handling">{t('review.showAll')}</Link>
            </>
          )
        }
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="handling"
        caption={t('nav.handling')}
        tools={
          <FilterChips
            label={t('today.filter')}
            chosen={desk ?? 'every'}
            onChoose={(key) =>
              void navigate({
                search: ({ desk: _desk, ...rest }) => (key === 'every' ? rest : { ...rest, desk: key }),
                replace: true,
              })
            }
            chips={[
              ...(!past ? [] : [{ key: 'every' as const, label: t('today.all') }]),
              ...views.map((key) => ({
                key,
                label: t(`desk.${key}`),
                count: key === 'done' ? undefined : (counts.find((one) => one.desk === key)?.cases ?? 0),
              })),
            ]}
          />
        }
        columns={columns}
        rows={items}
        keyOf={(item) => item.id}
        hrefOf={addressOf}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('handling.empty')} hint={t('handling.emptyHint')} />}
      />
    </>
  );
}

const onlyHandler = (roles: readonly string[]): boolean => roles.length === 1 && roles[0] === 'handler';
