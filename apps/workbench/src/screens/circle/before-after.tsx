import type { ReactNode } from 'react';
import type { AreaCoverage, CircleView, CircleVillage } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import css from './circle.module.css';
import { compare, shifted } from './figures.ts';
import { count, minuteWords, peopleWords, percent, shiftWords, signed } from './words.ts';

interface Line {
  readonly key: string;
  readonly what: string;
  readonly today: string;
  readonly next: string;
  readonly difference: string;
}

/** Today and then side by side, in people and in minutes; and which villages it is that win or lose. */
export function BeforeAfter({
  view,
  today,
  thenTitle,
  onChoose,
}: {
  view: CircleView;
  today: AreaCoverage;
  thenTitle: string;
  onChoose: (code: string) => void;
}): ReactNode {
  const { t } = useWords();
  const { whole } = view;
  const lines: readonly Line[] = [
    ...compare(today, whole).map(({ minutes, people, peopleToday, share, shareToday }) => ({
      key: String(minutes),
      what: t('circle.peopleWithin', { minutes }),
      today: `${count(peopleToday)} (${percent(shareToday)})`,
      next: `${count(people)} (${percent(share)})`,
      difference: signed(people - peopleToday),
    })),
    {
      key: 'mean',
      what: t('circle.mean'),
      today: today.meanMinutes?.toFixed(1) ?? '–',
      next: whole.meanMinutes?.toFixed(1) ?? '–',
      difference:
        whole.meanMinutes === null || today.meanMinutes === null
          ? '–'
          : signed(whole.meanMinutes - today.meanMinutes, 1),
    },
  ];
  const column = (key: keyof Line, title: string): Column<Line> => ({
    key,
    title,
    figure: key !== 'what',
    ...(key === 'what' ? { rank: 'lead' as const, narrow: 'first' as const } : {}),
    cell: (line) => line[key],
    text: (line) => line[key],
  });
  const villages = shifted(view.villages);
  const villageColumns: readonly Column<CircleVillage>[] = [
    {
      key: 'name',
      title: t('circle.village'),
      rank: 'lead',
      narrow: 'first',
      cell: ({ name, township }) => `${township} ${name}`,
      text: ({ name, township }) => `${township} ${name}`,
    },
    figure('people', t('circle.people'), ({ people }) => peopleWords(people, t)),
    figure('today', t('circle.today'), ({ minutesToday }) => minuteWords(minutesToday ?? null, t)),
    figure('then', thenTitle, ({ minutes }) => minuteWords(minutes, t)),
    figure('shift', t('circle.shift'), (village) => shiftWords(village, t)),
  ];
  return (
    <>
      <DataTable
        name="circle-compare"
        tools={<h2>{t('circle.beforeAfter')}</h2>}
        caption={t('circle.beforeAfter')}
        columns={[
          column('what', t('circle.figure')),
          column('today', t('circle.today')),
          column('next', thenTitle),
          column('difference', t('circle.difference')),
        ]}
        rows={lines}
        keyOf={({ key }) => key}
        empty={null}
      />
      <DataTable
        name="circle-shifted"
        tools={<h2>{t('circle.shifted', { count: villages.length })}</h2>}
        caption={t('circle.shifted', { count: villages.length })}
        columns={villageColumns}
        rows={villages}
        keyOf={({ code }) => code}
        onOpen={({ code }) => onChoose(code)}
        empty={<p className={css.aside}>{t('circle.nobodyShifted')}</p>}
      />
    </>
  );
}

function figure(key: string, title: string, text: (row: CircleVillage) => string): Column<CircleVillage> {
  return { key, title, figure: true, cell: text, text };
}
