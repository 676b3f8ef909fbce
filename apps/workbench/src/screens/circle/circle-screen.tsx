import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  type CircleQuestion,
  type CircleView,
  circleQuery,
  dayWayQuery,
  isochronesQuery,
  type NetworkChange,
  type RoadsThere,
  roadsQuery,
  type StationPlan,
  type TeamPlan,
  wayQuery,
} from '../../api/circle.ts';
import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../locales/i18n.ts';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { type ChangeStep, changed, changeFromAddress, changeToAddress, fine, isEmpty, noChange } from './change.ts';
import css from './circle.module.css';
import { stopsOf } from './circuits.ts';
import { CircuitsView } from './circuits-view.tsx';
import { classesOf } from './colour-scale.ts';
import { costsFromAddress, costsToAddress, known } from './cost.ts';
import { CostView } from './cost-view.tsx';
import { CoverageView } from './coverage-view.tsx';
import { leftOut } from './figures.ts';
import { Filters } from './filters.tsx';
import { HistoryView } from './history-view.tsx';
import { Legend } from './legend.tsx';
import { CircleMap } from './map/circle-map.tsx';
import { type Sight, sameSight } from './map/map-port.ts';
import { boxOf, sceneOf } from './map/scene.ts';
import type { Spot } from './placing.ts';
import { PositionsView } from './positions-view.tsx';
import { modeOf, questionOf } from './question.ts';
import { SitingView } from './siting-view.tsx';
import { TakeAway } from './take-away.tsx';
import { VillageCard } from './village-card.tsx';
import { VillagesView } from './villages-view.tsx';
import { type Picking, stepOf, WhatIfView } from './what-if-view.tsx';
import { count, minuteWords } from './words.ts';

const route = getRouteApi('/circle');

const views = ['coverage', 'villages', 'whatIf', 'siting', 'circuits', 'history', 'positions'] as const;
type View = (typeof views)[number];

/** 一小时服务圈: how long each village needs to the nearest point, who is left out, and what would change it. */
export function CircleScreen(): ReactNode {
  const { t } = useWords();
  const search = route.useSearch();
  const roads = useQuery(roadsQuery(modeOf(search.by)));
  const change = useMemo(() => changeFromAddress(search.change), [search.change]);
  const question = useMemo(
    () =>
      questionOf(
        {
          ...(search.bands === undefined ? {} : { bands: search.bands }),
          ...(search.service === undefined ? {} : { service: search.service }),
          ...(search.free === undefined ? {} : { free: search.free }),
          ...(search.at === undefined ? {} : { at: search.at }),
          ...(search.bus === undefined ? {} : { bus: search.bus }),
          ...(search.by === undefined ? {} : { by: search.by }),
        },
        change,
      ),
    [search.bands, search.service, search.free, search.at, search.bus, search.by, change],
  );
  const circle = useQuery({ ...circleQuery(question), enabled: roads.isSuccess });
  const missing = isProblem(roads.error, 'circle.noRoads');

  return (
    <>
      <ScreenHead
        title={t('circle.title')}
        beside={circle.data === undefined ? undefined : <RoadsNote view={circle.data} />}
        actions={
          circle.data === undefined ? undefined : (
            <Button className={css.noPrint ?? ''} onClick={() => window.print()}>
              {t('circle.print')}
            </Button>
          )
        }
      />
      {missing ? (
        <div className={css.missing}>
          <Empty title={t('circle.noRoads')} hint={t('circle.noRoadsHint')} />
          <p>
            <code>fayuan circle build</code>
          </p>
        </div>
      ) : roads.isError ? (
        <ProblemNote error={roads.error} onRetry={() => void roads.refetch()} />
      ) : null}
      {circle.isError ? <ProblemNote error={circle.error} onRetry={() => void circle.refetch()} /> : null}
      {circle.data === undefined || roads.data === undefined ? (
        missing || roads.isError || circle.isError ? null : (
          <p className={css.waiting} aria-live="polite">
            {t('circle.reckoning')}
          </p>
        )
      ) : (
        <Circle
          question={question}
          change={change}
          network={circle.data}
          there={roads.data}
          busy={circle.isPlaceholderData}
        />
      )}
    </>
  );
}

interface CircleProps {
  readonly question: CircleQuestion;
  readonly change: NetworkChange;
  readonly network: CircleView;
  readonly there: RoadsThere;
  /** The new figures are on their way; what is shown answers the question before. */
  readonly busy: boolean;
}

function Circle({ question, change, network, there, busy }: CircleProps): ReactNode {
  const { t } = useWords();
  const { demonstration, roles } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mine = views.filter((one) => one !== 'positions' || roles.includes('manager'));
  const shown: View = mine.find((one) => one === search.view) ?? 'coverage';
  const [ground, setGround] = useState(true);
  const [today, setToday] = useState(false);
  const [beside, setBeside] = useState(false);
  const [sight, setSight] = useState<Sight>();
  const costs = useMemo(() => costsFromAddress(search.costs), [search.costs]);
  const [picking, setPicking] = useState<Picking>();
  const [planned, setPlanned] = useState<{ readonly of: CircleQuestion; readonly plan: StationPlan }>();
  const [team, setTeam] = useState<{ readonly of: CircleQuestion; readonly plan: TeamPlan }>();
  const [day, setDay] = useState<number>();
  const [placing, setPlacing] = useState<string>();
  const [spot, setSpot] = useState<Spot>();
  const printing = usePrinting();

  const plan = shown === 'siting' ? planned?.plan : undefined;
  const view = plan?.view ?? network;
  const thenWords = plan === undefined ? t('circle.then') : t('circle.byPlan');
  // What a plan reaches is drawn with its stations.
  const areaQuestion = useMemo<CircleQuestion>(
    () =>
      plan === undefined
        ? question
        : {
            ...question,
            change: {
              ...(question.change ?? noChange),
              open: [...(question.change?.open ?? []), ...plan.sites.map(({ name, lon, lat }) => ({ name, lon, lat }))],
            },
          },
    [question, plan],
  );
  const isochrones = useQuery({ ...isochronesQuery(areaQuestion), enabled: ground });
  const { change: _, ...asItIs } = question;
  const comparing = beside && view.today !== undefined;
  const now = useQuery({ ...circleQuery(asItIs), enabled: change.move.length > 0 || comparing });
  const groundToday = useQuery({ ...isochronesQuery(asItIs), enabled: ground && comparing });
  const village = view.villages.find(({ code }) => code === search.village);
  const way = useQuery({
    ...wayQuery(village?.code ?? '', areaQuestion),
    // Where nothing is reached there is no way to ask for.
    enabled: village !== undefined && village.minutes !== null && village.bus === undefined,
  });
  const stops = shown === 'circuits' ? stopsOf(team?.plan, day) : undefined;
  const dayWay = useQuery({ ...dayWayQuery({ by: question.by, stops: stops ?? [] }), enabled: stops !== undefined });
  const villageWay = village === undefined || village.bus !== undefined ? undefined : way.data;
  const drawnWay = stops === undefined ? villageWay : dayWay.data;
  const classes = useMemo(() => classesOf(view.whole.bands.map(({ minutes }) => minutes)), [view]);
  const scene = useMemo(
    () =>
      sceneOf({
        view,
        isochrones: ground && (!today || comparing) ? isochrones.data : undefined,
        classes,
        today: today && !comparing && view.today !== undefined,
        before: now.data?.stations ?? [],
        plan,
        way: drawnWay,
        chosen: village?.code,
      }),
    [view, ground, today, comparing, isochrones.data, classes, now.data, plan, village, drawnWay],
  );
  const sceneToday = useMemo(
    () =>
      !comparing || now.data === undefined
        ? undefined
        : sceneOf({
            view: now.data,
            isochrones: ground ? groundToday.data : undefined,
            classes,
            today: false,
            before: [],
            plan: undefined,
            way: undefined,
            chosen: village?.code,
          }),
    [comparing, now.data, ground, groundToday.data, classes, village],
  );
  const together = useMemo(
    () =>
      sceneToday === undefined
        ? undefined
        : {
            sight,
            onSight: (next: Sight) =>
              setSight((before) => (before !== undefined && sameSight(before, next) ? before : next)),
          },
    [sceneToday, sight],
  );
  const box = useMemo(() => boxOf(network), [network]);

  const put = (next: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      search: (before) => {
        const entries = Object.entries({ ...before, ...next }).filter(
          ([, value]) => value !== undefined && value !== '',
        );
        return Object.fromEntries(entries) as typeof before;
      },
      replace: true,
    });
  const step = (one: ChangeStep): void => put({ change: changeToAddress(changed(change, one)) });
  const choose = (code: string): void => put({ village: code });

  const wordIn = (of: CircleView) => (code: string) => {
    const one = of.villages.find((each) => each.code === code);
    return one === undefined
      ? ''
      : [
          one.name,
          minuteWords(one.minutes, t),
          one.people === null ? t('circle.uncounted') : t('circle.persons', { people: count(one.people) }),
        ].join(t('word.comma'));
  };
  const costView = (
    <CostView
      costs={costs}
      onCosts={(next) => put({ costs: costsToAddress(next) })}
      compared={view.today === undefined ? undefined : { view, today: view.today }}
    />
  );
  const coverage = <CoverageView view={view} isochrones={ground ? isochrones.data : undefined} />;
  const villages = <VillagesView view={view} chosen={village?.code} onChoose={choose} />;
  return (
    <>
      <Filters question={question} there={there} onChange={(asked) => put({ ...asked })} />
      {isEmpty(change) ? null : (
        <p className={css.trying} role="status">
          {t('circle.trying', {
            closed: change.close.length,
            moved: change.move.length,
            opened: change.open.length,
            hours: change.hours.length,
          })}{' '}
          <Button size="small" onClick={() => step({ step: 'clear' })}>
            {t('circle.backToToday')}
          </Button>
        </p>
      )}
      <div className={`${css.screen} ${sceneToday === undefined ? '' : css.wide}`} aria-busy={busy}>
        <div className={css.left}>
          <div className={sceneToday === undefined ? css.mapFrame : css.mapFrames}>
            {sceneToday === undefined || now.data === undefined ? null : (
              <CircleMap
                scene={sceneToday}
                roads={{ checksum: view.roads.checksum, by: question.by }}
                box={box}
                schematic={view.roads.schematic}
                demonstration={demonstration}
                movable={false}
                picking={undefined}
                title={t('circle.today')}
                together={together}
                wordOf={wordIn(now.data)}
                onVillage={choose}
                onMove={() => undefined}
                onPick={() => undefined}
              >
                {null}
              </CircleMap>
            )}
            <CircleMap
              scene={scene}
              roads={{ checksum: view.roads.checksum, by: question.by }}
              box={box}
              schematic={view.roads.schematic}
              demonstration={demonstration}
              movable={shown === 'whatIf'}
              picking={
                shown === 'positions' && placing !== undefined
                  ? t('circle.clickPosition')
                  : picking === undefined || shown !== 'whatIf'
                    ? undefined
                    : picking.what === 'open'
                      ? t('circle.clickOpen')
                      : t('circle.clickMove', { name: picking.station.name })
              }
              {...(sceneToday === undefined ? {} : { title: thenWords })}
              together={together}
              wordOf={wordIn(view)}
              onVillage={choose}
              onMove={({ id }, to) => step({ step: 'move', id, to })}
              spot={shown === 'positions' ? spot : undefined}
              onPick={(place) => {
                if (shown === 'positions') {
                  setSpot(fine(place));
                  return;
                }
                if (picking === undefined) return;
                const name =
                  'name' in place ? String(place.name) : t('circle.pointOnMap', { n: change.open.length + 1 });
                step(stepOf(picking, t('circle.newStation', { place: name }), place));
                setPicking(undefined);
              }}
            >
              {busy ? <p className={css.busy}>{t('circle.reckoning')}</p> : null}
            </CircleMap>
          </div>
          <div className={css.under}>
            <Legend view={view} classes={classes} planned={plan !== undefined} />
            <div className={css.switches}>
              <Checkbox checked={ground} onChange={({ target }) => setGround(target.checked)}>
                {t('circle.showGround')}
              </Checkbox>
              {view.today === undefined ? null : (
                <Checkbox checked={beside} onChange={({ target }) => setBeside(target.checked)}>
                  {t('circle.sideBySide')}
                </Checkbox>
              )}
              {view.today === undefined || comparing ? null : (
                <FilterChips
                  label={t('circle.coloursOf')}
                  chips={[
                    { key: 'then', label: thenWords },
                    { key: 'today', label: t('circle.today') },
                  ]}
                  chosen={today ? 'today' : 'then'}
                  onChoose={(key) => setToday(key === 'today')}
                />
              )}
            </div>
          </div>
          <TakeAway
            view={view}
            question={areaQuestion}
            costs={known(costs)}
            isochrones={ground ? isochrones.data : undefined}
            way={village === undefined ? undefined : way.data}
          />
        </div>
        <div className={css.right}>
          {village === undefined ? null : (
            <VillageCard village={village} view={view} way={way} onClose={() => put({ village: undefined })} />
          )}
          <div className={css.views}>
            <FilterChips
              label={t('circle.views')}
              chips={mine.map((key) => ({
                key,
                label: t(`circle.view.${key}`),
                ...(key === 'villages'
                  ? {
                      count: leftOut(
                        view.villages,
                        view.whole.bands.map(({ minutes }) => minutes),
                      ).length,
                      tone: 'zhu' as const,
                    }
                  : {}),
              }))}
              chosen={shown}
              onChoose={(key) => put({ view: key === 'coverage' ? undefined : key })}
            />
          </div>
          {shown === 'coverage' ? coverage : null}
          {shown === 'villages' ? villages : null}
          {shown === 'whatIf' || shown === 'siting' ? costView : null}
          {shown === 'history' ? (
            <HistoryView
              question={question}
              costs={known(costs)}
              chosen={(search.runs ?? '').split(',').filter((id) => id !== '')}
              onChosen={(ids) => put({ runs: ids.join(',') })}
            />
          ) : null}
          {shown === 'positions' ? (
            <PositionsView view={network} placing={placing} onPlacing={setPlacing} spot={spot} onSpot={setSpot} />
          ) : null}
          {shown === 'whatIf' ? (
            <WhatIfView
              view={view}
              change={change}
              at={question.at}
              picking={picking}
              onPicking={setPicking}
              onStep={step}
              onChoose={choose}
            />
          ) : null}
          {shown === 'siting' ? (
            <SitingView
              question={question}
              plan={planned?.plan}
              fresh={planned?.of === question}
              onPlan={(made) => setPlanned(made === undefined ? undefined : { of: question, plan: made })}
              onChoose={choose}
            />
          ) : null}
          {shown === 'circuits' ? (
            <CircuitsView
              question={question}
              view={view}
              plan={team?.plan}
              fresh={team?.of === question}
              onPlan={(made) => setTeam(made === undefined ? undefined : { of: question, plan: made })}
              chosen={day}
              onDay={setDay}
            />
          ) : null}
          {printing && shown !== 'coverage' ? coverage : null}
          {printing && shown !== 'villages' ? villages : null}
        </div>
      </div>
    </>
  );
}

/** What the times rest on. */
function RoadsNote({ view: { roads } }: { view: CircleView }): ReactNode {
  const { t, side } = useWords();
  return (
    <span className={css.roadsNote}>
      {t('circle.restsOn', { profile: side(roads.profile.title), source: roads.source.name })}
      {roads.source.dataAt === undefined ? null : ` ${roads.source.dataAt.slice(0, 10)}`}{' '}
      {roads.schematic ? <Tag tone="amber">{t('circle.schematic')}</Tag> : null}{' '}
      {roads.verified ? null : <Tag tone="amber">{t('circle.speedsUnverified')}</Tag>}
    </span>
  );
}

/** True while the page is on its way to paper: the tables that are not in sight come along. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
