import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { applicationsQuery } from '../../api/applications.ts';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { addressOf, fromApplication } from '../../api/work-item.ts';
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

const route = getRouteApi('/review');

const views = {
  open: undefined,
  SUBMITTED: 'SUBMITTED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  AWAITING_SUPPLEMENT: 'AWAITING_SUPPLEMENT',
  PROPOSED: 'PROPOSED',
  every: undefined,
} as const;
type View = keyof typeof views;
const isView = (text: string | undefined): text is View => text !== undefined && Object.hasOwn(views, text);

/** 审查: applications stage by stage. A count of the statistics opens here too, as the list behind it. */
export function ReviewScreen(): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const session = useSession();
  const scope = useScope();
  const search = route.useSearch();
  const tenant = search.tenant ?? scope.tenant;
  const navigate = route.useNavigate();
  const view: View = isView(search.state) ? search.state : 'open';
  const { class: matterClass, cause, group, span } = search;
  const query = useInfiniteQuery(
    applicationsQuery({
      tenant,
      state: views[view],
      all: view === 'every' ? true : undefined,
      class: matterClass,
      cause,
      group,
      span,
    }),
  );
  const lifecycles = useQuery(lifecyclesQuery).data ?? [];
  const items = query.data?.pages.flatMap((page) => page.rows.map(fromApplication)) ?? [];
  const steps = new Map(items.map((item) => [item.id, nextStep(item, session.roles, session.account.id, lifecycles)]));
  const columns = useWorkColumns({ steps, manyPlaces: scope.tenants.length > 1 && tenant === undefined });
  const narrowed = [
    search.tenant === undefined ? undefined : scope.nameOf(search.tenant),
    span,
    matterClass === undefined ? undefined : words.matterClass(matterClass),
    cause === undefined ? undefined : words.cause(cause),
    group === undefined ? undefined : words.group(group),
  ].filter((part) => part !== undefined);

  return (
    <>
      <ScreenHead
        title={t('nav.review')}
        beside={
          narrowed.length === 0 ? undefined : (
            <>
              {narrowed.join(t('word.dot'))}{' '}
              <Link to="/review" search={search.state === undefined ? {} : { state: search.state }}>
                {t('review.showAll')}
              </Link>
            </>
          )
        }
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="review"
        caption={t('nav.review')}
        tools={
          <FilterChips
            label={t('today.filter')}
            chosen={view}
            onChoose={(key) =>
              void navigate({
                search: ({ state: _state, ...rest }) => (key === 'open' ? rest : { ...rest, state: key }),
                replace: true,
              })
            }
            chips={[
              { key: 'open', label: t('review.open') },
              { key: 'SUBMITTED', label: t('review.submitted') },
              { key: 'UNDER_REVIEW', label: t('review.underReview') },
              { key: 'AWAITING_SUPPLEMENT', label: t('today.awaiting') },
              { key: 'PROPOSED', label: t('review.proposed') },
              { key: 'every', label: t('review.every') },
            ]}
          />
        }
        columns={columns}
        rows={items}
        keyOf={(item) => item.id}
        hrefOf={addressOf}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('review.empty')} hint={t('review.emptyHint')} />}
      />
    </>
  );
}
