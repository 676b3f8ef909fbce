import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import {
  type CircleQuestion,
  planStations,
  type SitingModel,
  type StationPlan,
  sitingModels,
  sitingProgressQuery,
} from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { BeforeAfter } from './before-after.tsx';
import css from './circle.module.css';
import { Searching } from './searching.tsx';
import { useSearch } from './use-search.ts';
import { count, groupWords, percent } from './words.ts';

interface SitingViewProps {
  readonly question: CircleQuestion;
  readonly plan: StationPlan | undefined;
  /** False where the question has changed since the plan was made. */
  readonly fresh: boolean;
  readonly onPlan: (plan: StationPlan | undefined) => void;
  readonly onChoose: (code: string) => void;
}

const mostPlans = 4;

/** 选址: where new stations would bring the most. The answer is proven, or says how far from proof it is. */
export function SitingView({ question, plan, fresh, onPlan, onChoose }: SitingViewProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const [model, setModel] = useState<SitingModel>('mclp');
  const [add, setAdd] = useState<number | null>(3);
  const [minutes, setMinutes] = useState<number | null>(question.bands.at(-1) ?? 60);
  const [most, setMost] = useState<number | null>(null);
  const [worst, setWorst] = useState(false);
  const [others, setOthers] = useState(false);
  const search = useSearch();

  const run = async (): Promise<void> => {
    if (add === null) return;
    onPlan(undefined);
    await search.start(
      (signal) =>
        planStations(
          {
            question,
            model,
            add,
            ...(model === 'pmedian' || minutes === null ? {} : { minutes }),
            ...(most === null ? {} : { countyMost: most }),
            ...(worst && model !== 'lscp' ? { worstGroupFirst: true as const } : {}),
            ...(others && !worst ? { alternatives: mostPlans } : {}),
          },
          signal,
        ),
      onPlan,
    );
  };

  return (
    <>
      <p className={css.banner}>
        <Icon name="eye" /> {t('circle.planNotStored')}
      </p>
      <form
        className={css.siting}
        aria-label={t('circle.siting')}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className={css.wideField}>
          <label htmlFor={`${ids}-model`}>{t('circle.model')}</label>
          <Select
            id={`${ids}-model`}
            value={model}
            onChange={setModel}
            options={sitingModels.map((one) => ({ value: one, label: t(`circle.modelOf.${one}`) }))}
          />
        </div>
        <div>
          <label htmlFor={`${ids}-add`}>{model === 'lscp' ? t('circle.addMost') : t('circle.add')}</label>
          <InputNumber id={`${ids}-add`} min={1} max={60} precision={0} value={add} onChange={setAdd} />
        </div>
        {model === 'pmedian' ? null : (
          <div>
            <label htmlFor={`${ids}-minutes`}>{t('circle.coveredWithin')}</label>
            <InputNumber id={`${ids}-minutes`} min={1} max={600} precision={0} value={minutes} onChange={setMinutes} />
          </div>
        )}
        <div>
          <label htmlFor={`${ids}-most`}>{t('circle.countyMost')}</label>
          <InputNumber
            id={`${ids}-most`}
            min={1}
            max={60}
            precision={0}
            placeholder={t('circle.noLimit')}
            value={most}
            onChange={setMost}
          />
        </div>
        {model === 'lscp' ? null : (
          <div className={css.wideField}>
            <Checkbox checked={worst} onChange={({ target }) => setWorst(target.checked)}>
              {t('circle.worstGroupFirst')}
            </Checkbox>
          </div>
        )}
        {worst && model !== 'lscp' ? null : (
          <div className={css.wideField}>
            <Checkbox checked={others} onChange={({ target }) => setOthers(target.checked)}>
              {t('circle.alternatives')}
            </Checkbox>
          </div>
        )}
        <Button type="primary" htmlType="submit" disabled={search.running || add === null}>
          {t('circle.plan')}
        </Button>
      </form>
      {question.change === undefined ? null : <p className={css.aside}>{t('circle.planOnChange')}</p>}
      <Searching
        search={search}
        onRetry={() => void run()}
        words={
          <>
            {t('circle.planning')} <Progress />
          </>
        }
      >
        {plan === undefined ? null : <Plan plan={plan} fresh={fresh} onChoose={onChoose} />}
      </Searching>
    </>
  );
}

function Plan({
  plan,
  fresh,
  onChoose,
}: {
  plan: StationPlan;
  fresh: boolean;
  onChoose: (code: string) => void;
}): ReactNode {
  const { t } = useWords();
  const { view, sites } = plan;
  const last = view.whole.bands.at(-1);
  const today = view.today?.bands.at(-1);
  return (
    <>
      {fresh ? null : <p className={css.aside}>{t('circle.planStale')}</p>}
      <h2 className={css.heading}>
        {last === undefined || today === undefined
          ? t('circle.siting')
          : t('circle.planFinding', {
              count: sites.length,
              people: count(last.people - today.people),
              minutes: last.minutes,
            })}{' '}
        {plan.status === 'optimal' ? (
          <Tag tone="green" icon="check">
            {t('circle.optimal')}
          </Tag>
        ) : (
          <Tag tone="amber" icon="alert">
            {t('circle.feasible', { gap: percent(plan.gap) })}
          </Tag>
        )}
      </h2>
      {plan.worstGroup === undefined ? null : <WorstGroup worst={plan.worstGroup} />}
      <p className="soft">{t('circle.planTook', { seconds: plan.seconds.toFixed(1) })}</p>
      <DataTable
        name="circle-plan"
        caption={t('circle.siting')}
        columns={[
          {
            key: 'name',
            title: t('circle.site'),
            rank: 'lead',
            narrow: 'first',
            cell: ({ name }) => name,
            text: ({ name }) => name,
          },
          {
            key: 'place',
            title: t('circle.place'),
            cell: ({ code }) => placeOf(plan, code),
            text: ({ code }) => placeOf(plan, code),
          },
          {
            key: 'serves',
            title: t('circle.serves'),
            figure: true,
            cell: (site) => count(servedBy(plan, site)),
            text: (site) => String(servedBy(plan, site)),
          },
          {
            key: 'code',
            title: t('circle.code'),
            rank: 'extra',
            cell: ({ code }) => code,
            text: ({ code }) => code,
          },
        ]}
        rows={sites}
        keyOf={({ code }) => code}
        onOpen={({ code }) => onChoose(code)}
        empty={<Empty title={t('circle.noneNeeded')} />}
      />
      {plan.alternatives.length === 0 ? null : <Alternatives plan={plan} onChoose={onChoose} />}
      {view.today === undefined ? null : (
        <BeforeAfter view={view} today={view.today} thenTitle={t('circle.byPlan')} onChoose={onChoose} />
      )}
    </>
  );
}

/** How far the search is, where the process that answers is the one that searches. */
function Progress(): ReactNode {
  const { t } = useWords();
  const { data } = useQuery(sitingProgressQuery());
  if (data === undefined || data.progress === null) return null;
  const { seconds, gap } = data.progress;
  return (
    <span>
      {gap === null
        ? t('circle.searched', { seconds: seconds.toFixed(0) })
        : t('circle.searchedGap', { seconds: seconds.toFixed(0), gap: percent(gap) })}
    </span>
  );
}

/** The next best plans: what each would reach, and which of its places are not in the best one. */
function Alternatives({ plan, onChoose }: { plan: StationPlan; onChoose: (code: string) => void }): ReactNode {
  const { t } = useWords();
  const best = new Set(plan.sites.map(({ code }) => code));
  const value = (of: number): string =>
    plan.model === 'mclp'
      ? t('circle.reaches', { people: count(of) })
      : plan.model === 'lscp'
        ? t('circle.newStations', { count: of })
        : t('circle.meanMinutes', { minutes: of.toFixed(1) });
  return (
    <section className={css.nextBest}>
      <h3>{t('circle.nextBest')}</h3>
      <p className="soft">{t('circle.bestReaches', { value: value(plan.value) })}</p>
      <ol className={css.others}>
        {plan.alternatives.map(({ sites, value: reached }) => {
          const now = new Set(sites.map(({ code }) => code));
          const left = plan.sites.filter(({ code }) => !now.has(code));
          return (
            <li key={sites.map(({ code }) => code).join(' ')}>
              {value(reached)}
              {t('word.comma')}
              {sites
                .filter(({ code }) => !best.has(code))
                .map(({ code, name }) => (
                  <Button key={code} size="small" title={placeOf(plan, code)} onClick={() => onChoose(code)}>
                    {name}
                  </Button>
                ))}{' '}
              {t('circle.inPlaceOf', {
                names: left
                  .map(({ name, code }) => t('circle.nameAt', { name, place: placeOf(plan, code) }))
                  .join(t('word.list')),
              })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Who fares worst by the plan, and how near to the best that is. */
function WorstGroup({ worst }: { worst: NonNullable<StationPlan['worstGroup']> }): ReactNode {
  const { t } = useWords();
  const figure = (value: number): string =>
    worst.measure === 'share' ? percent(value) : t('circle.meanMinutes', { minutes: value.toFixed(1) });
  return (
    <p>
      {t('circle.worstGroup', { group: groupWords(worst.group, t), value: figure(worst.value) })}{' '}
      {worst.gap === 0 ? t('circle.worstProven') : t('circle.worstBound', { bound: figure(worst.bound) })}
    </p>
  );
}

function placeOf({ view }: StationPlan, code: string): string {
  const village = view.villages.find((one) => one.code === code);
  return village === undefined ? '' : `${village.county} ${village.township}`;
}

/** People whose nearest point a new station would be; whom nobody has counted is not among them. */
function servedBy({ view }: StationPlan, site: StationPlan['sites'][number]): number {
  // Two villages may share a name, hardly their place.
  const station = view.stations.find(
    ({ change, name, lon, lat }) => change === 'new' && name === site.name && lon === site.lon && lat === site.lat,
  );
  return view.villages.reduce(
    (sum, village) => sum + (station !== undefined && village.station === station.id ? (village.people ?? 0) : 0),
    0,
  );
}
