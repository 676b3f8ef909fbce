import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { statisticsQuery } from '../../api/statistics.ts';
import { countsBy, monthsBetween, totalOf } from '../../format/counts.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { CountPanel } from './count-panel.tsx';
import { type Measure, measures } from './measures.ts';
import css from './statistics-screen.module.css';

const route = getRouteApi('/statistics');

/** Fen are shown as money. */
const totalText = ({ unit }: Measure, n: number): string => (unit === 'fen' ? money(n) : n.toLocaleString('en-US'));

/** How many years back can be chosen. */
const yearsBack = 5;

/** 统计: one measure at a time along months, causes, groups and counties; each count opens the list behind it. */
export function StatisticsScreen(): ReactNode {
  const { t } = useWords();
  const { tenant, tenants } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = today();
  const span = search.span ?? now.slice(0, 4);
  const [from, to] = span.length === 4 ? [`${span}-01`, `${span}-12`] : [span, span];
  const measure = measures.find((one) => one.name === search.measure) ?? measures[1];
  if (measure === undefined) throw new Error('no measure');
  const { data, error, refetch } = useQuery(statisticsQuery(from, to, tenant));
  const cells = data?.cells ?? [];
  const names = data?.names ?? {};
  const thisYear = Number(now.slice(0, 4));
  const choose = (change: { readonly span?: string; readonly measure?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const months = countsBy(cells, measure.name, 'month');
  const byMonth =
    span.length === 4
      ? monthsBetween(from, [now.slice(0, 7), to].toSorted()[0] ?? to).map(
          (month) => months.find((count) => count.value === month) ?? { value: month, n: 0 },
        )
      : months;

  return (
    <>
      <ScreenHead
        title={t('nav.statistics')}
        actions={
          <>
            <Select
              aria-label={t('statistics.year')}
              value={span.slice(0, 4)}
              onChange={(year) => choose({ span: year })}
              options={Array.from({ length: yearsBack + 1 }, (_, back) => String(thisYear - back)).map((year) => ({
                value: year,
                label: t('statistics.yearOf', { year }),
              }))}
            />
            <Select
              aria-label={t('statistics.month')}
              value={span.length === 4 ? '' : span.slice(5)}
              onChange={(month) => choose({ span: month === '' ? span.slice(0, 4) : `${span.slice(0, 4)}-${month}` })}
              options={[
                { value: '', label: t('statistics.wholeYear') },
                ...Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).map((month) => ({
                  value: month,
                  label: t('statistics.monthOf', { month: Number(month) }),
                })),
              ]}
            />
          </>
        }
      />
      {error === null ? null : <ProblemNote error={error} onRetry={() => void refetch()} />}
      <fieldset className={css.measures}>
        <legend className="unseen">{t('statistics.measure')}</legend>
        {measures.map((one) => (
          <Tooltip key={one.name} title={t(one.definition)}>
            <button
              type="button"
              className={css.measure}
              aria-pressed={one.name === measure.name}
              onClick={() => choose({ measure: one.name })}
            >
              <span>{t(one.label)}</span>
              <span className={css.total}>{data === undefined ? '' : totalText(one, totalOf(cells, one.name))}</span>
            </button>
          </Tooltip>
        ))}
      </fieldset>
      <div className={css.panels}>
        {span.length === 4 ? (
          <CountPanel measure={measure} span={span} tenant={tenant} dimension="month" counts={byMonth} names={names} />
        ) : null}
        {tenants.length > 1 && tenant === undefined ? (
          <CountPanel
            measure={measure}
            span={span}
            tenant={tenant}
            dimension="tenant"
            counts={countsBy(cells, measure.name, 'tenant')}
            names={names}
          />
        ) : null}
        {measure.dimensions.map((dimension) => (
          <CountPanel
            key={dimension}
            measure={measure}
            span={span}
            tenant={tenant}
            dimension={dimension}
            counts={countsBy(cells, measure.name, dimension)}
            names={names}
          />
        ))}
      </div>
    </>
  );
}
