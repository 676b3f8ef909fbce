import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CircleView, CircleVillage, VillageBus, WayTaken } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './circle.module.css';
import { shiftOf } from './figures.ts';
import { minuteWords, peopleWords, percent, shiftWords, stationOf } from './words.ts';

interface VillageCardProps {
  readonly village: CircleVillage;
  readonly view: CircleView;
  readonly way: UseQueryResult<WayTaken>;
  readonly onClose: () => void;
}

/** Why a village needs so long: to which station, on which roads, how much of it on foot. */
export function VillageCard({ village, view, way, onClose }: VillageCardProps): ReactNode {
  const { t } = useWords();
  const station = stationOf(view, village.station);
  const title = t('circle.explain', { village: village.name });
  return (
    <section className={css.card} aria-label={title}>
      <header className={css.cardHead}>
        <h2>{title}</h2>
        {village.schematic ? <Tag tone="amber">{t('circle.schematicPlace')}</Tag> : null}
        <button type="button" className={css.close} aria-label={t('word.close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <dl className={css.cardFacts}>
        <div>
          <dt>{t('circle.place')}</dt>
          <dd>
            {village.county} {village.township}
          </dd>
        </div>
        <div>
          <dt>{t('circle.people')}</dt>
          <dd>{peopleWords(village.people, t)}</dd>
        </div>
        <div>
          <dt>{t('circle.nearest')}</dt>
          <dd>{station?.name ?? t('circle.unreached')}</dd>
        </div>
        <div>
          <dt>{t('circle.time')}</dt>
          <dd>
            <strong>{minuteWords(village.minutes, t)}</strong>
            {village.onFoot === null || village.onFoot < 0.005
              ? null
              : ` ${t('circle.ofItOnFoot', { share: percent(village.onFoot) })}`}
          </dd>
        </div>
        {village.minutesToday === undefined ? null : (
          <div>
            <dt>{t('circle.today')}</dt>
            <dd>
              {minuteWords(village.minutesToday, t)}
              {shiftOf(village) === 0 ? null : ` (${shiftWords(village, t)})`}
            </dd>
          </div>
        )}
      </dl>
      {village.bus !== undefined ? (
        <Bus bus={village.bus} />
      ) : village.minutes === null ? null : way.isError ? (
        <ProblemNote error={way.error} onRetry={() => void way.refetch()} />
      ) : way.data === undefined ? null : (
        <Road way={way.data} />
      )}
    </section>
  );
}

function Road({ way }: { way: WayTaken }): ReactNode {
  const { t } = useWords();
  return (
    <table className={css.roads}>
      <caption>{t('circle.way', { km: way.kilometres.toFixed(1) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('circle.road')}</th>
          <th scope="col" className="figure">
            {t('circle.kilometres')}
          </th>
          <th scope="col" className="figure">
            {t('circle.minutesHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {way.roads.map((road, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a road may be taken twice; the list never changes
          <tr key={n}>
            <td>{road.name === '' ? t('circle.namelessRoad') : road.name}</td>
            <td className="figure">{road.kilometres.toFixed(1)}</td>
            <td className="figure">{road.minutes.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bus({ bus }: { bus: VillageBus }): ReactNode {
  const { t } = useWords();
  return (
    <table className={css.roads}>
      <caption>{t('circle.busJourney', { leave: bus.leave, arrive: bus.arrive })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('circle.busLine')}</th>
          <th scope="col">{t('circle.busOn')}</th>
          <th scope="col">{t('circle.busOff')}</th>
        </tr>
      </thead>
      <tbody>
        {bus.rides.map((ride) => (
          <tr key={`${ride.line} ${ride.depart}`}>
            <td>{ride.line}</td>
            <td>
              {ride.depart} {ride.from}
            </td>
            <td>
              {ride.arrive} {ride.to}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
