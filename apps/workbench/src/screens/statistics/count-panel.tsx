import { useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { againstKinds, complaintOutcomes, isOneOf } from '../../api/codes.ts';
import { pickedFor } from '../../api/commitments.ts';
import { consultationChannels } from '../../api/consultations.ts';
import { grades } from '../../api/reviews.ts';
import { supervisionFindings, supervisionKinds } from '../../api/supervision.ts';
import { type Count, shareReaching } from '../../format/counts.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { type Cut, listBehind, type Measure } from './measures.ts';
import css from './statistics-screen.module.css';

/** The charts are large and load only here. */
const BarChart = lazy(() => import('./bar-chart.tsx').then((module) => ({ default: module.BarChart })));

interface CountPanelProps {
  readonly measure: Measure;
  readonly span: string;
  readonly tenant: string | undefined;
  readonly dimension: Cut['dimension'];
  readonly counts: readonly Count[];
  /** Of handlers and firms, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** Of one record several values may hold along these: they do not add up. */
const sideBySide: readonly Cut['dimension'][] = ['group', 'ground'];

/** How many rows of a long table are in sight before more are asked for. */
const firstSight = 8;

/** One idea: a title that says the finding, the bars, and the figures under them, each leading to its list. */
export function CountPanel({ measure, span, tenant, dimension, counts, names }: CountPanelProps): ReactNode {
  const { t } = useWords();
  const router = useRouter();
  const label = useValueWords(dimension, names);
  const { roles } = useSession();
  const [all, setAll] = useState(false);
  const total = counts.reduce((sum, count) => sum + count.n, 0);
  const largest = counts.reduce<Count | undefined>(
    (best, count) => (best === undefined || count.n > best.n ? count : best),
    undefined,
  );
  const summed = !sideBySide.includes(dimension);
  const shown = dimension === 'month' || all ? counts : counts.slice(0, firstSight);
  const list = measure.readers.some((role) => roles.includes(role)) ? measure.list : null;
  const open = (value: string): void => {
    if (list !== null) router.history.push(listBehind(list, span, tenant, { dimension, value }));
  };
  const figure = (n: number): string => (measure.unit === 'fen' ? money(n) : n.toLocaleString('en-US'));

  return (
    <section className={css.panel}>
      <h2>
        {largest === undefined || largest.n === 0
          ? t('statistics.none', { dimension: t(`dimension.${dimension}`) })
          : dimension === 'month'
            ? t('statistics.findingMonth', { month: label(largest.value), count: figure(largest.n) })
            : summed
              ? t('statistics.finding', { what: label(largest.value), percent: Math.round((100 * largest.n) / total) })
              : t('statistics.findingGroup', { what: label(largest.value), count: largest.n.toLocaleString('en-US') })}
      </h2>
      {total === 0 ? null : (
        <>
          <Suspense fallback={null}>
            <BarChart
              bars={shown.map((count) => ({ value: count.value, label: label(count.value), n: count.n }))}
              upright={dimension === 'month'}
              name={t(`dimension.${dimension}`)}
              onOpen={open}
            />
          </Suspense>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t(`dimension.${dimension}`)}</th>
                <th scope="col">{t('statistics.count')}</th>
                {summed ? <th scope="col">{t('statistics.share')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((count) => {
                return (
                  <tr key={count.value}>
                    <td>{label(count.value)}</td>
                    <td>
                      {list === null ? (
                        figure(count.n)
                      ) : (
                        <a
                          href={listBehind(list, span, tenant, { dimension, value: count.value })}
                          aria-label={t('statistics.openList', { what: label(count.value), count: figure(count.n) })}
                          onClick={(event) => {
                            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                            event.preventDefault();
                            open(count.value);
                          }}
                        >
                          {figure(count.n)}
                        </a>
                      )}
                    </td>
                    {summed ? (
                      <td className="soft">{total === 0 ? '' : `${((100 * count.n) / total).toFixed(1)}%`}</td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
          {shown.length < counts.length ? (
            <TextButton onClick={() => setAll(true)}>{t('statistics.more', { count: counts.length })}</TextButton>
          ) : null}
          {dimension === 'grade' ? (
            <p className={css.note}>
              {grades
                .slice(1, -1)
                .map((grade) =>
                  t('statistics.reaching', { grade: label(grade), percent: shareReaching(counts, grades, grade) }),
                )
                .join(t('word.list'))}
            </p>
          ) : null}
          {summed ? null : (
            <p className={css.note}>
              {dimension === 'group' ? t('statistics.groupsNotSummed') : t('statistics.groundsNotSummed')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Words for the values of a dimension. */
function useValueWords(
  dimension: Cut['dimension'],
  names: Readonly<Record<string, string>>,
): (value: string) => string {
  const { t } = useWords();
  const words = useCodeWords();
  const complaints = useComplaintWords();
  const { nameOf } = useScope();
  return (value) => {
    if (dimension === 'month') return t('statistics.monthOf', { month: Number(value.slice(5)) });
    if (dimension === 'tenant') return nameOf(value);
    if (dimension === 'group') return words.group(value);
    if (dimension === 'pickedFor') return isOneOf(pickedFor, value) ? t(`commitment.for.${value}`) : value;
    if (dimension === 'ground') return complaints.ground(value);
    if (dimension === 'against') return isOneOf(againstKinds, value) ? t(`complaint.against.${value}`) : value;
    if (dimension === 'outcome') return isOneOf(complaintOutcomes, value) ? t(`complaint.outcome.${value}`) : value;
    if (dimension === 'grade') return isOneOf(grades, value) ? t(`grade.${value}`) : value;
    if (dimension === 'kind') return isOneOf(supervisionKinds, value) ? t(`supervision.kind.${value}`) : value;
    if (dimension === 'finding') return isOneOf(supervisionFindings, value) ? t(`supervision.finding.${value}`) : value;
    if (dimension === 'handler' || dimension === 'firm') return names[value] ?? value;
    if (dimension === 'class') return words.matterClass(value);
    if (dimension === 'channel') return isOneOf(consultationChannels, value) ? t(`channel.${value}`) : value;
    // A criminal matter has no cause and is counted under its class.
    return words.subject({ class: value, cause: value === 'criminal' ? null : value });
  };
}
