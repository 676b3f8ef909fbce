import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CircleView, CircleVillage } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import css from './circle.module.css';
import { leftOut, worstFirst } from './figures.ts';
import { minuteWords, peopleWords, percent, shiftWords, stationOf } from './words.ts';

interface VillagesViewProps {
  readonly view: CircleView;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** 漏下的村, the worst first; and every other village, to be found by name. */
export function VillagesView({ view, chosen, onChoose }: VillagesViewProps): ReactNode {
  const { t } = useWords();
  const [which, setWhich] = useState<'left' | 'all'>('left');
  const [sought, setSought] = useState('');
  const bands = view.whole.bands.map(({ minutes }) => minutes);
  const left = leftOut(view.villages, bands);
  const rows = (which === 'left' ? left : worstFirst(view.villages)).filter(({ name, township, county }) =>
    `${county}${township}${name}`.includes(sought.trim()),
  );
  const nearest = ({ station }: CircleVillage): string => stationOf(view, station)?.name ?? '–';
  const onFoot = ({ onFoot: share }: CircleVillage): string => percent(share);
  const place = ({ county, township }: CircleVillage): string => `${county} ${township}`;
  const columns: readonly Column<CircleVillage>[] = [
    {
      key: 'name',
      title: t('circle.village'),
      rank: 'lead',
      narrow: 'first',
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    { key: 'place', title: t('circle.place'), cell: place, text: place },
    {
      key: 'minutes',
      title: t('circle.minutesHead'),
      figure: true,
      cell: ({ minutes }) => minuteWords(minutes, t),
      text: ({ minutes }) => (minutes === null ? '' : minutes.toFixed(1)),
    },
    ...(view.today === undefined
      ? []
      : [
          {
            key: 'shift',
            title: t('circle.shift'),
            figure: true,
            cell: (row: CircleVillage) => shiftWords(row, t),
            text: (row: CircleVillage) => shiftWords(row, t),
          },
        ]),
    {
      key: 'people',
      title: t('circle.people'),
      figure: true,
      cell: ({ people }) => peopleWords(people, t),
      text: ({ people }) => (people === null ? '' : String(people)),
    },
    { key: 'nearest', title: t('circle.nearest'), clamp: true, cell: nearest, text: nearest },
    { key: 'onFoot', title: t('circle.onFoot'), rank: 'extra', figure: true, cell: onFoot, text: onFoot },
    { key: 'code', title: t('circle.code'), rank: 'extra', cell: ({ code }) => code, text: ({ code }) => code },
  ];
  return (
    <DataTable
      name="circle-villages"
      caption={which === 'left' ? t('circle.leftOut') : t('circle.villages')}
      columns={columns}
      rows={rows}
      keyOf={({ code }) => code}
      onOpen={({ code }) => onChoose(code)}
      openKey={chosen}
      empty={
        <Empty
          title={
            sought.trim() === '' ? t('circle.nobodyLeftOut', { minutes: bands.at(-1) ?? 0 }) : t('circle.noneFound')
          }
        />
      }
      tools={
        <>
          <FilterChips
            label={t('circle.which')}
            chips={[
              { key: 'left', label: t('circle.leftOut'), count: left.length, tone: 'zhu' },
              { key: 'all', label: t('circle.allVillages'), count: view.villages.length },
            ]}
            chosen={which}
            onChoose={setWhich}
          />
          <Input
            className={css.find ?? ''}
            size="small"
            allowClear
            aria-label={t('circle.find')}
            placeholder={t('circle.find')}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        </>
      }
    />
  );
}
