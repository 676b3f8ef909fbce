import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import css from './circle.module.css';
import type { YearPoint } from './runs.ts';
import { count, percent } from './words.ts';

const size = { width: 520, height: 150, left: 8, right: 44, top: 18, bottom: 22 } as const;

/** Coverage from kept reckonings, by the day they were kept; the axis begins at zero. The table under it says the same. */
export function YearsChart({ points }: { points: readonly YearPoint[] }): ReactNode {
  const { t, language } = useWords();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const minutes = last.run.whole.bands.at(-1)?.minutes ?? 60;
  const title = t('circle.yearsFinding', { minutes, from: percent(first.share), to: percent(last.share) });
  const x = ({ at }: YearPoint): number =>
    last.at === first.at
      ? size.left
      : size.left + ((at - first.at) / (last.at - first.at)) * (size.width - size.left - size.right);
  const y = ({ share }: YearPoint): number =>
    size.height - size.bottom - share * (size.height - size.bottom - size.top);
  const day = ({ run }: YearPoint): string => dayShort(dayOf(run.keptAt), language, today());
  return (
    <section className={css.years} aria-label={t('circle.years')}>
      <h2>{title}</h2>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <line
          className={css.axis}
          x1={0}
          x2={size.width}
          y1={size.height - size.bottom}
          y2={size.height - size.bottom}
        />
        <polyline className={css.yearsLine} points={points.map((point) => `${x(point)},${y(point)}`).join(' ')} />
        {points.map((point, n) => (
          <g key={point.run.id}>
            <circle
              className={point.run.prints.graph === last.run.prints.graph ? css.yearsDot : css.yearsOther}
              cx={x(point)}
              cy={y(point)}
              r={4}
            />
            {n === 0 || n === points.length - 1 ? (
              <>
                <text x={x(point)} y={y(point) - 8} textAnchor={n === 0 ? 'start' : 'middle'}>
                  {percent(point.share)}
                </text>
                <text x={x(point)} y={size.height - 5} textAnchor={n === 0 ? 'start' : 'middle'}>
                  {day(point)}
                </text>
              </>
            ) : null}
          </g>
        ))}
      </svg>
      <DataTable
        name="circle-years"
        caption={t('circle.years')}
        columns={[
          { key: 'day', title: t('circle.keptOn'), rank: 'lead', narrow: 'first', cell: day, text: day },
          {
            key: 'share',
            title: t('circle.within', { minutes }),
            figure: true,
            cell: ({ share }) => percent(share),
            text: ({ share }) => percent(share),
          },
          {
            key: 'people',
            title: t('circle.people'),
            figure: true,
            cell: ({ run }) => count(run.whole.people),
            text: ({ run }) => String(run.whole.people),
          },
          {
            key: 'graph',
            title: t('circle.roadsOf'),
            cell: ({ run }) => run.prints.graph,
            text: ({ run }) => run.prints.graph,
          },
        ]}
        rows={points}
        keyOf={({ run }) => run.id}
        empty={null}
      />
      {points.some(({ run }) => run.prints.graph !== last.run.prints.graph) ? (
        <p className={css.aside}>{t('circle.yearsOtherRoads')}</p>
      ) : null}
    </section>
  );
}
