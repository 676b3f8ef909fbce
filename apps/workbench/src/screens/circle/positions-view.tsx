import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import {
  type CircleView,
  type PlacedSubject,
  type PositionSet,
  type PositionSystem,
  type PositionToSet,
  positionSystems,
  positionsQuery,
  setPosition,
  undoPosition,
} from '../../api/circle.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import css from './circle.module.css';
import { degreesOf, placeables, type Spot } from './placing.ts';

interface PositionsViewProps {
  readonly view: CircleView;
  /** What is being placed, by its key; the map shows it, and its next click says where. */
  readonly placing: string | undefined;
  readonly onPlacing: (key: string | undefined) => void;
  readonly spot: Spot | undefined;
  readonly onSpot: (spot: Spot | undefined) => void;
}

/** 位置: say by hand where a village or a point stands, by a click on the map or by coordinates; what was set, and taking it back. */
export function PositionsView({ view, placing, onPlacing, spot, onSpot }: PositionsViewProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const positions = useQuery(positionsQuery());
  const choices = placeables(view, positions.data?.unplaced ?? []);
  const chosen = choices.find(({ key }) => key === placing);
  return (
    <>
      <p className={css.banner}>
        <Icon name="check" /> {t('circle.positionsStored')}
      </p>
      {positions.isError ? <ProblemNote error={positions.error} onRetry={() => void positions.refetch()} /> : null}
      <div className={css.pick}>
        <label htmlFor={ids}>{t('circle.placeWhat')}</label>
        <Select
          id={ids}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('circle.placeWhatHint')}
          value={placing ?? null}
          options={choices.map(({ key, name, at }) => ({
            value: key,
            label: at === null ? t('circle.notPlaced', { name }) : name,
          }))}
          onChange={(key: string | null) => {
            onPlacing(key ?? undefined);
            onSpot(undefined);
          }}
        />
      </div>
      {chosen === undefined ? null : (
        <PlaceForm
          key={`${chosen.key} ${chosen.at?.lon} ${chosen.at?.lat}`}
          of={chosen.of}
          seen={chosen.at}
          schematic={view.roads.schematic}
          spot={spot}
          onSpot={onSpot}
          onDone={() => {
            onPlacing(undefined);
            onSpot(undefined);
          }}
        />
      )}
      <PositionsSet rows={positions.data?.set ?? []} loading={positions.isPending} />
    </>
  );
}

interface PlaceFormProps {
  readonly of: PlacedSubject;
  readonly seen: PositionToSet['seen'];
  readonly schematic: boolean;
  readonly spot: Spot | undefined;
  readonly onSpot: (spot: Spot | undefined) => void;
  readonly onDone: () => void;
}

function PlaceForm({ of, seen, schematic, spot, onSpot, onDone }: PlaceFormProps): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const ids = useId();
  const key = useRef(newIdempotencyKey());
  const [typed, setTyped] = useState({ lon: '', lat: '' });
  const [crs, setCrs] = useState<PositionSystem>();
  const given = degreesOf(typed);
  const place: Pick<PositionToSet, 'given' | 'source'> | undefined =
    spot !== undefined
      ? { given: { ...spot, crs: 'WGS84' }, source: 'map' }
      : given !== undefined && crs !== undefined
        ? { given: { ...given, crs }, source: 'coordinates' }
        : undefined;
  const save = useMutation({
    mutationFn: ({ confirmed }: { confirmed: boolean }) => {
      if (place === undefined) throw new Error('nothing to place');
      return setPosition({ of, seen, confirmed, ...place }, key.current);
    },
    onSettled: () => {
      key.current = newIdempotencyKey();
    },
    onSuccess: async () => {
      void message.success(t('circle.positionKept'));
      onDone();
      await refresh();
    },
  });
  const far = isProblem(save.error, 'network.farFromOthers');
  const wrong = (side: 'lon' | 'lat'): boolean =>
    typed[side] !== '' && degreesOf({ lon: '0', lat: '0', [side]: typed[side] }) === undefined;
  const type = (side: 'lon' | 'lat', text: string): void => {
    setTyped({ ...typed, [side]: text.trim() });
    onSpot(undefined);
    save.reset();
  };
  return (
    <form
      className={css.place}
      aria-label={t('circle.setPosition')}
      onSubmit={(event) => {
        event.preventDefault();
        if (place !== undefined && !save.isPending) save.mutate({ confirmed: far });
      }}
    >
      <p className={css.aside}>
        {seen === null
          ? t('circle.standsNowhere')
          : t('circle.standsAt', { lon: seen.lon.toFixed(5), lat: seen.lat.toFixed(5) })}
      </p>
      <p className={css.aside}>
        {spot === undefined
          ? t('circle.clickPosition')
          : t('circle.clicked', { lon: spot.lon.toFixed(5), lat: spot.lat.toFixed(5) })}
        {schematic ? ` ${t('circle.clickIsSchematic')}` : null}
      </p>
      <div className={css.placeFields}>
        {(['lon', 'lat'] as const).map((side) => (
          <span key={side} className={css.placeField}>
            <label htmlFor={`${ids}-${side}`}>{t(`circle.${side}`)}</label>
            <Input
              id={`${ids}-${side}`}
              inputMode="decimal"
              value={typed[side]}
              aria-invalid={wrong(side)}
              {...(wrong(side) ? { status: 'error' as const, 'aria-describedby': `${ids}-wrong` } : {})}
              onChange={({ target }) => type(side, target.value)}
            />
          </span>
        ))}
        <span className={css.placeField}>
          <label htmlFor={`${ids}-crs`}>{t('circle.crs')}</label>
          <Select<PositionSystem>
            id={`${ids}-crs`}
            placeholder={t('circle.crsHint')}
            {...(crs === undefined ? {} : { value: crs })}
            onChange={(next) => {
              setCrs(next);
              save.reset();
            }}
            options={positionSystems.map((value) => ({ value, label: t(`circle.crsOf.${value}`) }))}
          />
        </span>
      </div>
      {wrong('lon') || wrong('lat') ? (
        <p id={`${ids}-wrong`} role="alert" className={css.fault}>
          {t('circle.degreesWrong')}
        </p>
      ) : null}
      {save.isError ? <ProblemNote error={save.error} /> : null}
      <div className={css.begin}>
        <Button type="primary" danger={far} htmlType="submit" disabled={place === undefined} loading={save.isPending}>
          {far ? t('circle.setAnyway') : t('circle.setPosition')}
        </Button>
        <Button onClick={onDone}>{t('word.cancel')}</Button>
      </div>
    </form>
  );
}

function PositionsSet({ rows, loading }: { rows: readonly PositionSet[]; loading: boolean }): ReactNode {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const undo = useMutation({
    mutationFn: undoPosition,
    onSuccess: async () => {
      void message.success(t('circle.positionUndone'));
      await refresh();
    },
  });
  const source = ({ source: by, given }: PositionSet): string =>
    by === 'map'
      ? t('circle.source.map')
      : t('circle.source.coordinates', { crs: t(`circle.crsOf.${given.crs}`), lon: given.lon, lat: given.lat });
  const when = ({ setAt }: PositionSet): string => dayShort(dayOf(setAt), language, today());
  const columns: readonly Column<PositionSet>[] = [
    {
      key: 'name',
      title: t('circle.placed'),
      rank: 'lead',
      narrow: 'first',
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    { key: 'source', title: t('circle.sourceHead'), cell: source, text: source },
    { key: 'who', title: t('circle.setBy'), cell: ({ setByName }) => setByName, text: ({ setByName }) => setByName },
    { key: 'when', title: t('circle.setOn'), cell: when, text: when },
    {
      key: 'undo',
      title: t('circle.undo'),
      cell: (row) =>
        row.undoneAt === null ? (
          <TextButton
            aria-label={t('circle.undoOf', { name: row.name })}
            disabled={undo.isPending}
            onClick={() => undo.mutate(row)}
          >
            {t('circle.undo')}
          </TextButton>
        ) : (
          <Tag>{t('circle.undoneBy', { name: row.undoneByName ?? '' })}</Tag>
        ),
      text: ({ undoneByName }) => (undoneByName === null ? '' : t('circle.undoneBy', { name: undoneByName })),
    },
  ];
  return (
    <>
      {undo.isError ? <ProblemNote error={undo.error} /> : null}
      <DataTable
        name="circle-positions"
        caption={t('circle.positionsSet')}
        columns={columns}
        rows={rows}
        loading={loading}
        keyOf={({ id }) => id}
        empty={<Empty title={t('circle.noPositionsSet')} />}
        tools={<h2>{t('circle.positionsSet')}</h2>}
      />
    </>
  );
}

/** Every answer of the circle rests on where things stand; the roads alone do not. */
function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [room, what] }) => room === 'circle' && what !== 'roads' && what !== 'runs',
    });
}
