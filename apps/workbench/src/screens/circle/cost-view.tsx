import { InputNumber } from 'antd';
import { type ReactNode, useId } from 'react';
import type { AreaCoverage, CircleView } from '../../api/circle.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import css from './circle.module.css';
import { costOf, known, type TypedCosts } from './cost.ts';
import { count, signed } from './words.ts';

interface CostViewProps {
  readonly costs: TypedCosts;
  readonly onCosts: (costs: TypedCosts) => void;
  /** The change and how it is today; absent while there is no change to judge. */
  readonly compared: { readonly view: CircleView; readonly today: AreaCoverage } | undefined;
}

/** A plan in yuan beside its people. The amounts are the city's own: the program knows none. */
export function CostView({ costs, onCosts, compared }: CostViewProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const said = known(costs);
  return (
    <section className={css.costs} aria-label={t('circle.costs')}>
      <h2>{t('circle.costs')}</h2>
      <div className={css.costFields}>
        <div>
          <label htmlFor={`${ids}-setup`}>{t('circle.setUpEach')}</label>
          <MoneyField id={`${ids}-setup`} value={costs.setUp} onChange={(setUp) => onCosts({ ...costs, setUp })} />
        </div>
        <div>
          <label htmlFor={`${ids}-yearly`}>{t('circle.yearlyEach')}</label>
          <MoneyField id={`${ids}-yearly`} value={costs.yearly} onChange={(yearly) => onCosts({ ...costs, yearly })} />
        </div>
        <div>
          <label htmlFor={`${ids}-years`}>{t('circle.spreadYears')}</label>
          <InputNumber
            id={`${ids}-years`}
            min={1}
            max={50}
            precision={0}
            value={costs.years}
            onChange={(years) => onCosts({ ...costs, years: years ?? 10 })}
          />
        </div>
      </div>
      {said === undefined ? (
        <p className={css.aside}>{t('circle.costsMissing')}</p>
      ) : compared === undefined ? (
        <p className={css.aside}>{t('circle.costsNoPlan')}</p>
      ) : (
        <CostTable costs={said} {...compared} />
      )}
    </section>
  );
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly figure: string;
}

function CostTable({
  costs,
  view,
  today,
}: {
  costs: NonNullable<ReturnType<typeof known>>;
  view: CircleView;
  today: AreaCoverage;
}): ReactNode {
  const { t } = useWords();
  const cost = costOf(costs, view.stations, today, view.whole);
  const minutes = view.whole.bands.at(-1)?.minutes ?? 60;
  const lines: readonly Line[] = [
    {
      key: 'stations',
      what: t('circle.costStations'),
      figure: t('circle.costCounts', { opened: cost.opened, closed: cost.closed, moved: cost.moved }),
    },
    { key: 'setUp', what: t('circle.costSetUp'), figure: money(cost.setUp) },
    { key: 'yearly', what: t('circle.costYearly'), figure: money(cost.yearly) },
    { key: 'aYear', what: t('circle.costAYear', { years: costs.years }), figure: money(cost.aYear) },
    {
      key: 'people',
      what: t('circle.costPeople', { minutes }),
      figure: cost.people === 0 ? count(0) : signed(cost.people),
    },
    {
      key: 'each',
      what: t('circle.costEach'),
      figure: cost.aPersonAYear === null ? t('circle.costNobody') : money(cost.aPersonAYear),
    },
  ];
  return (
    <DataTable
      name="circle-costs"
      caption={t('circle.costsOf')}
      columns={[
        {
          key: 'what',
          title: t('circle.figure'),
          rank: 'lead',
          narrow: 'first',
          cell: ({ what }) => what,
          text: ({ what }) => what,
        },
        {
          key: 'figure',
          title: t('circle.amount'),
          figure: true,
          cell: ({ figure }) => figure,
          text: ({ figure }) => figure,
        },
      ]}
      rows={lines}
      keyOf={({ key }) => key}
      empty={null}
    />
  );
}
