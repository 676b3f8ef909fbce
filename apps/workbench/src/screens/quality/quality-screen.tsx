import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Face as FaceCode, faces, isOneOf } from '../../api/codes.ts';
import { type Satisfaction, satisfactionQuery } from '../../api/quality.ts';
import { today } from '../../api/server-clock.ts';
import { statisticsQuery } from '../../api/statistics.ts';
import { countsBy } from '../../format/counts.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Face } from '../../parts/face.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { GradedView } from './graded-view.tsx';
import { PlansView } from './plans-view.tsx';
import css from './quality-screen.module.css';
import { SupervisionsView } from './supervisions-view.tsx';

const route = getRouteApi('/quality');

const views = ['faces', 'plans', 'graded', 'supervision'] as const;
const viewWords = {
  faces: 'quality.view.faces',
  plans: 'qualityPlan.plans',
  graded: 'peer.results',
  supervision: 'supervision.title',
} as const;

/** 质量: what people said, the plans by which closed cases are assessed, their grades, and what was seen of cases. */
export function QualityScreen(): ReactNode {
  const { t } = useWords();
  const { tenant } = useScope();
  const { view: asked, open } = route.useSearch();
  const navigate = route.useNavigate();
  const view = isOneOf(views, asked) ? asked : 'faces';
  const chips = (
    <FilterChips
      label={t('today.filter')}
      chosen={view}
      onChoose={(next) => void navigate({ search: next === 'faces' ? {} : { view: next } })}
      chips={views.map((key) => ({ key, label: t(viewWords[key]) }))}
    />
  );
  if (view === 'faces') return <FacesView chips={chips} />;
  if (view === 'graded') return <GradedView chips={chips} />;
  if (view === 'supervision') return <SupervisionsView chips={chips} />;
  return (
    <>
      <ScreenHead title={t('nav.quality')}>{chips}</ScreenHead>
      <PlansView
        tenant={tenant}
        open={open}
        onOpen={(row) => void navigate({ search: { view: 'plans', ...(row === undefined ? {} : { open: row }) } })}
      />
    </>
  );
}

/** 群众评价: the faces of a year, and what people said. */
function FacesView({ chips }: { chips: ReactNode }): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const { tenant, nameOf } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const face = isOneOf(faces, search.face) ? search.face : undefined;
  const year = today().slice(0, 4);
  const counts = useQuery(statisticsQuery(`${year}-01`, `${year}-12`, tenant));
  const query = useInfiniteQuery(satisfactionQuery({ tenant, face }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const byFace = countsBy(counts.data?.cells ?? [], 'satisfaction', 'face');
  const numberOf = (code: FaceCode): number => byFace.find((count) => count.value === code)?.n ?? 0;
  const all = faces.reduce((sum, code) => sum + numberOf(code), 0);
  const content = numberOf('verySatisfied') + numberOf('satisfied');

  const columns: readonly Column<Satisfaction>[] = [
    {
      key: 'face',
      title: t('quality.face'),
      width: 140,
      narrow: 'first',
      cell: (row) =>
        isOneOf(faces, row.face) ? (
          <span className={css.face}>
            <Face face={row.face} />
            {t(`face.${row.face}`)}
          </span>
        ) : (
          row.face
        ),
      text: (row) => (isOneOf(faces, row.face) ? t(`face.${row.face}`) : row.face),
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 210,
      cell: (row) => row.caseNumber,
      text: (row) => row.caseNumber,
    },
    {
      key: 'words',
      title: t('quality.words'),
      cell: (row) => (row.words === '' ? <span className="soft">{t('quality.noWords')}</span> : row.words),
      text: (row) => row.words,
    },
    {
      key: 'handler',
      title: t('column.handler'),
      width: 90,
      cell: (row) => row.handlerName ?? '',
      text: (row) => row.handlerName ?? '',
    },
    {
      key: 'subject',
      title: t('column.subject'),
      narrow: 'hide',
      cell: (row) => words.subject(row),
      text: (row) => words.subject(row),
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 80,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'on',
      title: t('quality.on'),
      width: 110,
      cell: (row) => <span className="whole">{dayShort(row.answeredOn, language, today())}</span>,
      text: (row) => row.answeredOn,
    },
  ];

  return (
    <>
      <ScreenHead
        title={
          all === 0 ? t('nav.quality') : t('quality.finding', { year, percent: Math.round((100 * content) / all) })
        }
        beside={all === 0 ? undefined : t('quality.of', { count: all })}
      >
        {chips}
      </ScreenHead>
      {counts.isError ? <ProblemNote error={counts.error} onRetry={() => void counts.refetch()} /> : null}
      <fieldset className={css.faces}>
        <legend className="unseen">{t('quality.face')}</legend>
        {faces.map((code) => (
          <button
            key={code}
            type="button"
            className={css.count}
            aria-pressed={face === code}
            onClick={() => void navigate({ search: face === code ? {} : { face: code }, replace: true })}
          >
            <Face face={code} size={36} />
            <span className={css.number}>{numberOf(code)}</span>
            <span>{t(`face.${code}`)}</span>
            <span className={css.share}>{all === 0 ? '' : `${Math.round((100 * numberOf(code)) / all)}%`}</span>
          </button>
        ))}
      </fieldset>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="quality"
        caption={t('nav.quality')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => `/desk/matters/${row.tenant}/${row.matterId}?case=${row.caseId}`}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('quality.empty')} hint={t('quality.emptyHint')} />}
      />
    </>
  );
}
