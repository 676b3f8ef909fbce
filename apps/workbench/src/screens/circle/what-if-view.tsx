import { Button, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CircleStation, CircleView, NetworkChange, Place } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { BeforeAfter } from './before-after.tsx';
import { type ChangeStep, isEmpty } from './change.ts';
import css from './circle.module.css';
import { HoursForm } from './hours-form.tsx';

/** Where the next click on the map, or the next chosen village, puts something. */
export type Picking = { readonly what: 'move'; readonly station: CircleStation } | { readonly what: 'open' };

interface WhatIfViewProps {
  readonly view: CircleView;
  readonly change: NetworkChange;
  /** The moment asked about. */
  readonly at: string | undefined;
  readonly picking: Picking | undefined;
  readonly onPicking: (picking: Picking | undefined) => void;
  readonly onStep: (step: ChangeStep) => void;
  readonly onChoose: (code: string) => void;
}

/** 试改: close a station, move it, change its hours, open one; what becomes of the people stands beside today. Nothing is stored. */
export function WhatIfView(props: WhatIfViewProps): ReactNode {
  const { view, change, at, picking, onPicking, onStep, onChoose } = props;
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const [timing, setTiming] = useState<CircleStation>();
  const stations = view.stations.filter(({ name }) => name.includes(sought.trim()));
  const kindOf = ({ kind }: CircleStation): string => t(`circle.kind.${kind as 'centre'}`);
  const columns: readonly Column<CircleStation>[] = [
    {
      key: 'name',
      title: t('circle.station'),
      rank: 'lead',
      narrow: 'first',
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    { key: 'kind', title: t('circle.kindHead'), rank: 'extra', cell: kindOf, text: kindOf },
    {
      key: 'change',
      title: t('circle.state'),
      cell: ({ change: is }) =>
        is === 'stays' ? (
          t('circle.change.stays')
        ) : (
          <Tag tone={is === 'closed' ? 'zhu' : is === 'new' ? 'green' : 'amber'}>{t(`circle.change.${is}`)}</Tag>
        ),
      text: ({ change: is }) => t(`circle.change.${is}`),
    },
    {
      key: 'do',
      title: t('circle.try'),
      cell: (station) => <Steps station={station} onStep={onStep} onPicking={onPicking} onTiming={setTiming} />,
    },
  ];
  return (
    <>
      <p className={css.banner}>
        <Icon name="eye" /> {t('circle.notStored')}
      </p>
      {picking === undefined ? (
        <p className={css.aside}>{t('circle.dragHint')}</p>
      ) : (
        <Pick view={view} picking={picking} onPicking={onPicking} onStep={onStep} />
      )}
      {timing === undefined ? null : (
        <HoursForm
          key={timing.id}
          station={timing}
          last={change.hours.find(({ id }) => id === timing.id)}
          timed={at !== undefined}
          onTry={(hours) => {
            onStep({ step: 'hours', ...hours });
            setTiming(undefined);
          }}
          onCancel={() => setTiming(undefined)}
        />
      )}
      <div className={css.begin}>
        <Button icon={<Icon name="plus" />} onClick={() => onPicking({ what: 'open' })}>
          {t('circle.openStation')}
        </Button>
        <Button disabled={isEmpty(change)} onClick={() => onStep({ step: 'clear' })}>
          {t('circle.clear')}
        </Button>
      </div>
      {view.today === undefined || isEmpty(change) ? null : (
        <BeforeAfter view={view} today={view.today} thenTitle={t('circle.then')} onChoose={onChoose} />
      )}
      <DataTable
        name="circle-stations"
        caption={t('circle.stations')}
        columns={columns}
        rows={stations}
        keyOf={({ id }) => id}
        empty={<Empty title={t('circle.noStations')} />}
        tools={
          <>
            <h2>{t('circle.stations')}</h2>
            <Input
              className={css.find ?? ''}
              size="small"
              allowClear
              aria-label={t('circle.findStation')}
              placeholder={t('circle.findStation')}
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          </>
        }
      />
    </>
  );
}

function Steps({
  station,
  onStep,
  onPicking,
  onTiming,
}: {
  station: CircleStation;
  onStep: (step: ChangeStep) => void;
  onPicking: (picking: Picking) => void;
  onTiming: (station: CircleStation) => void;
}): ReactNode {
  const { t } = useWords();
  const { id, name } = station;
  if (station.change === 'new')
    return (
      <TextButton aria-label={t('circle.takeBackOf', { name })} onClick={() => onStep({ step: 'unopen', name })}>
        {t('circle.takeBack')}
      </TextButton>
    );
  return (
    <span className={css.steps}>
      {station.change === 'stays' ? null : (
        <TextButton aria-label={t('circle.takeBackOf', { name })} onClick={() => onStep({ step: 'restore', id })}>
          {t('circle.takeBack')}
        </TextButton>
      )}
      {station.change === 'closed' ? null : (
        <>
          <TextButton aria-label={t('circle.closeOf', { name })} onClick={() => onStep({ step: 'close', id })}>
            {t('circle.close')}
          </TextButton>
          <TextButton aria-label={t('circle.moveOf', { name })} onClick={() => onPicking({ what: 'move', station })}>
            {t('circle.move')}
          </TextButton>
          <TextButton aria-label={t('circle.hoursOf', { name })} onClick={() => onTiming(station)}>
            {t('circle.hours')}
          </TextButton>
        </>
      )}
    </span>
  );
}

/** By name of the village: what a click on the map says too. */
function Pick({
  view,
  picking,
  onPicking,
  onStep,
}: {
  view: CircleView;
  picking: Picking;
  onPicking: (picking: Picking | undefined) => void;
  onStep: (step: ChangeStep) => void;
}): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const put = (name: string, at: Place): void => {
    onStep(stepOf(picking, t('circle.newStation', { place: name }), at));
    onPicking(undefined);
  };
  return (
    <div className={css.pick}>
      <label htmlFor={ids}>
        {picking.what === 'open'
          ? t('circle.openAtVillage')
          : t('circle.moveToVillage', { name: picking.station.name })}
      </label>
      <Select
        id={ids}
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('circle.pickVillage')}
        value={null}
        options={view.villages.map(({ code, name, township, county }) => ({
          value: code,
          label: `${county} ${township} ${name}`,
        }))}
        onChange={(code: string | null) => {
          const village = view.villages.find((one) => one.code === code);
          if (village !== undefined) put(village.name, village);
        }}
      />
      <Button onClick={() => onPicking(undefined)}>{t('word.cancel')}</Button>
    </div>
  );
}

/** What a picked place means. */
export function stepOf(picking: Picking, name: string, at: Place): ChangeStep {
  const to = { lon: at.lon, lat: at.lat };
  return picking.what === 'move' ? { step: 'move', id: picking.station.id, to } : { step: 'open', name, at: to };
}
