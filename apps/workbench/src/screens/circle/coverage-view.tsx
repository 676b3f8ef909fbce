import { type ReactNode, useState } from 'react';
import type { AreaCoverage, CircleView, GroupCoverage, Isochrones, Sensitivity } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import css from './circle.module.css';
import { count, groupWords, percent, signed } from './words.ts';

interface CoverageViewProps {
  readonly view: CircleView;
  readonly isochrones: Isochrones | undefined;
}

/** How many people are within each band: the whole, counties, townships; and how sure that is. */
export function CoverageView({ view, isochrones }: CoverageViewProps): ReactNode {
  const { t } = useWords();
  const [level, setLevel] = useState<'county' | 'township'>('county');
  const { whole } = view;
  const bands = whole.bands.map(({ minutes }) => minutes);
  const columns: readonly Column<AreaCoverage>[] = [
    { key: 'name', title: t('circle.area'), rank: 'lead', narrow: 'first', cell: nameOf, text: nameOf },
    figure('people', t('circle.people'), ({ people }) => count(people)),
    ...bands.flatMap((minutes, n): readonly Column<AreaCoverage>[] => [
      figure(`share${n}`, t('circle.within', { minutes }), ({ bands: own }) => percent(own[n]?.share ?? null)),
      {
        ...figure<AreaCoverage>(`within${n}`, t('circle.peopleWithin', { minutes }), ({ bands: own }) =>
          count(own[n]?.people ?? 0),
        ),
        rank: 'extra',
      },
    ]),
    figure('mean', t('circle.mean'), ({ meanMinutes }) => (meanMinutes === null ? '–' : meanMinutes.toFixed(1))),
    { ...figure<AreaCoverage>('places', t('circle.places'), ({ places }) => count(places)), rank: 'extra' },
    {
      ...figure<AreaCoverage>('uncounted', t('circle.uncountedPlaces'), ({ uncounted }) => count(uncounted)),
      rank: 'extra',
    },
  ];
  const last = whole.bands.at(-1);
  return (
    <>
      <p className={css.finding}>
        {last === undefined || last.share === null
          ? t('circle.nobodyCounted')
          : t('circle.finding', {
              area: whole.name,
              share: percent(last.share),
              minutes: last.minutes,
              left: count(whole.people - last.people),
            })}
      </p>
      {whole.uncounted === 0 ? null : (
        <p className={css.aside}>{t('circle.uncountedNote', { count: whole.uncounted, places: whole.places })}</p>
      )}
      <DataTable
        name="circle-coverage"
        caption={t('circle.coverageOf', { area: whole.name })}
        columns={columns}
        rows={level === 'county' ? [whole, ...view.counties] : view.townships}
        keyOf={({ code }) => code}
        empty={<Empty title={t('circle.noPlaces')} />}
        tools={
          <FilterChips
            label={t('circle.level')}
            chips={[
              { key: 'county', label: t('circle.counties') },
              { key: 'township', label: t('circle.townships'), count: view.townships.length },
            ]}
            chosen={level}
            onChoose={setLevel}
          />
        }
      />
      {whole.groups.length === 0 ? null : <GroupTable whole={whole} />}
      {isochrones === undefined ? null : <GroundTable isochrones={isochrones} />}
      <DataTable
        name="circle-sensitivity"
        tools={<h2>{t('circle.sensitivity')}</h2>}
        caption={t('circle.sensitivity')}
        columns={sensitivityColumns(t, view)}
        rows={view.sensitivity}
        keyOf={({ speed, minutes }) => `${speed}-${minutes}`}
        empty={<Empty title={t('circle.noPlaces')} />}
      />
    </>
  );
}

/** Each group beside everybody: whom the network leaves out more than others. */
function GroupTable({ whole }: { whole: AreaCoverage }): ReactNode {
  const { t } = useWords();
  const everybody: GroupCoverage = { group: '', people: whole.people, bands: whole.bands };
  const name = ({ group }: GroupCoverage): string => (group === '' ? t('circle.everybody') : groupWords(group, t));
  return (
    <DataTable
      name="circle-groups"
      tools={<h2>{t('circle.groups')}</h2>}
      caption={t('circle.groups')}
      columns={[
        { key: 'group', title: t('circle.group'), rank: 'lead', narrow: 'first', cell: name, text: name },
        figure<GroupCoverage>('people', t('circle.people'), ({ people }) => count(people)),
        ...whole.bands.map(({ minutes }, n) =>
          figure<GroupCoverage>(`share${n}`, t('circle.within', { minutes }), ({ bands }) =>
            percent(bands[n]?.share ?? null),
          ),
        ),
      ]}
      rows={[everybody, ...whole.groups]}
      keyOf={({ group }) => group}
      empty={null}
    />
  );
}

/** The ground of each band in figures: what the coloured areas of the map say. */
function GroundTable({ isochrones }: { isochrones: Isochrones }): ReactNode {
  const { t } = useWords();
  const rows = isochrones.features.map(({ properties }) => properties).toSorted((a, b) => a.minutes - b.minutes);
  return (
    <DataTable
      name="circle-ground"
      tools={<h2>{t('circle.isochrones')}</h2>}
      caption={t('circle.isochrones')}
      columns={[
        {
          key: 'band',
          title: t('circle.band'),
          rank: 'lead',
          cell: ({ minutes }) => t('circle.within', { minutes }),
          text: ({ minutes }) => String(minutes),
        },
        figure<Isochrones['features'][number]['properties']>('ground', t('circle.squareKm'), ({ squareKm }) =>
          count(squareKm),
        ),
      ]}
      rows={rows}
      keyOf={({ minutes }) => String(minutes)}
      empty={null}
    />
  );
}

function sensitivityColumns(
  t: ReturnType<typeof useWords>['t'],
  { whole }: CircleView,
): readonly Column<Sensitivity>[] {
  const now = whole.bands.at(-1)?.share ?? null;
  const what = ({ speed, minutes }: Sensitivity): string =>
    speed === 1
      ? t('circle.atMinutes', { minutes })
      : t('circle.atSpeed', { change: signed(Math.round((speed - 1) * 100)), minutes });
  return [
    { key: 'what', title: t('circle.if'), rank: 'lead', narrow: 'first', cell: what, text: what },
    figure('share', t('circle.shareThen'), ({ share }) => percent(share)),
    figure('difference', t('circle.points'), ({ share }) =>
      share === null || now === null ? '–' : signed(100 * (share - now), 1),
    ),
  ];
}

const nameOf = ({ name }: AreaCoverage): string => name;

/** A column of figures, exported as it is read. */
function figure<Row>(key: string, title: string, text: (row: Row) => string): Column<Row> {
  return { key, title, figure: true, cell: text, text };
}
