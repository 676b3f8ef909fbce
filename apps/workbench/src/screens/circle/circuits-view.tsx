import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { type CircleQuestion, type CircleView, planTeam, type TeamDay, type TeamPlan } from '../../api/circle.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { DayField, noDay } from '../../parts/day-field.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import css from './circle.module.css';
import { addedDays } from './circuits.ts';
import { Searching } from './searching.tsx';
import { useSearch } from './use-search.ts';
import { count, peopleWords } from './words.ts';

interface CircuitsViewProps {
  readonly question: CircleQuestion;
  readonly view: CircleView;
  readonly plan: TeamPlan | undefined;
  /** False where the question has changed since the plan was made. */
  readonly fresh: boolean;
  readonly onPlan: (plan: TeamPlan | undefined) => void;
  /** The day whose roads are drawn, by its number among the days. */
  readonly chosen: number | undefined;
  readonly onDay: (day: number | undefined) => void;
}

/** A quarter, the first and the last day counted. */
const quarter = 90;

/** 巡回服务: on which days a mobile team visits the villages beyond the bound, each once, within the hours of a day. */
export function CircuitsView({ question, view, plan, fresh, onPlan, chosen, onDay }: CircuitsViewProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const stations = view.stations.filter(({ change, kind }) => change !== 'closed' && kind !== 'villagePoint');
  const [base, setBase] = useState(() => (stations.find(({ kind }) => kind === 'centre') ?? stations[0])?.id);
  const [beyond, setBeyond] = useState<number | null>(question.bands.at(-1) ?? 60);
  const [hours, setHours] = useState<number | null>(8);
  const [stay, setStay] = useState<number | null>(60);
  const [teams, setTeams] = useState<number | null>(1);
  const [starts, setStarts] = useState('08:30');
  const [from, setFrom] = useState<string | undefined>(() => addedDays(today(), 1));
  const [to, setTo] = useState<string | undefined>(() => addedDays(today(), quarter));
  const search = useSearch();
  const days = from !== undefined && from !== noDay && to !== undefined && to !== noDay && from <= to;
  const whole = beyond !== null && hours !== null && stay !== null && teams !== null && starts !== '';

  const run = async (): Promise<void> => {
    if (base === undefined || !whole || !days) return;
    onPlan(undefined);
    onDay(undefined);
    await search.start(
      (signal) => planTeam({ question, base, beyond, hours, stay, teams, starts, from, to }, signal),
      onPlan,
    );
  };

  return (
    <>
      <p className={css.banner}>
        <Icon name="eye" /> {t('circle.circuitsNotStored')}
      </p>
      <form
        className={css.siting}
        aria-label={t('circle.circuits')}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className={css.wideField}>
          <label htmlFor={`${ids}-base`}>{t('circle.circuitBase')}</label>
          <Select
            id={`${ids}-base`}
            showSearch={{ optionFilterProp: 'label' }}
            {...(base === undefined ? {} : { value: base })}
            onChange={setBase}
            options={stations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <NumberField label={t('circle.circuitBeyond')} value={beyond} onChange={setBeyond} most={1440} />
        <NumberField label={t('circle.circuitHours')} value={hours} onChange={setHours} most={16} step={0.5} />
        <NumberField label={t('circle.circuitStay')} value={stay} onChange={setStay} least={5} most={480} />
        <NumberField label={t('circle.circuitTeams')} value={teams} onChange={setTeams} most={20} />
        <div>
          <label htmlFor={`${ids}-starts`}>{t('circle.circuitStarts')}</label>
          <Input
            id={`${ids}-starts`}
            type="time"
            value={starts}
            onChange={({ target }) => setStarts(target.value.slice(0, 5))}
          />
        </div>
        <div className={css.wideField}>
          <label htmlFor={`${ids}-from`}>{t('circle.circuitFrom')}</label>
          <DayField id={`${ids}-from`} value={from} onChange={setFrom} />
        </div>
        <div className={css.wideField}>
          <label htmlFor={`${ids}-to`}>{t('circle.circuitTo')}</label>
          <DayField id={`${ids}-to`} value={to} onChange={setTo} />
        </div>
        <Button type="primary" htmlType="submit" disabled={search.running || !days || !whole || base === undefined}>
          {t('circle.plan')}
        </Button>
        {days ? null : (
          <p role="alert" className={`${css.fault} ${css.wideField}`}>
            {t('circle.circuitDaysWrong')}
          </p>
        )}
      </form>
      <Searching search={search} onRetry={() => void run()} words={t('circle.circuitsPlanning')}>
        {plan === undefined ? null : <Days plan={plan} fresh={fresh} chosen={chosen} onDay={onDay} />}
      </Searching>
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most: number;
  readonly step?: number;
}

function NumberField({ label, value, onChange, least = 1, most, step = 1 }: NumberFieldProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} min={least} max={most} step={step} value={value} onChange={onChange} />
    </div>
  );
}

interface DaysProps extends Pick<CircuitsViewProps, 'fresh' | 'chosen' | 'onDay'> {
  readonly plan: TeamPlan;
}

function Days({ plan, fresh, chosen, onDay }: DaysProps): ReactNode {
  const { t, language } = useWords();
  const people = plan.days.flatMap(({ stops }) => stops).reduce((sum, stop) => sum + (stop.people ?? 0), 0);
  const day = chosen === undefined ? undefined : plan.days[chosen];
  const dayOfRow = ({ date }: TeamDay): string => dayInWords(date, language, today());
  const visits = ({ stops }: TeamDay): string =>
    stops.map(({ name, arrives, leaves }) => t('circle.visit', { name, arrives, leaves })).join(t('word.comma'));
  const hours = (minutes: number): string => (minutes / 60).toFixed(1);
  return (
    <>
      {fresh ? null : <p className={css.aside}>{t('circle.circuitsStale')}</p>}
      <h2 className={css.heading}>
        {plan.villages === 0
          ? t('circle.circuitsNobody')
          : t('circle.circuitsFinding', {
              villages: plan.villages,
              people: count(people),
              days: plan.days.length,
              base: plan.base.name,
            })}
      </h2>
      {plan.villages === 0 ? null : (
        <p className="soft">
          {t('circle.circuitsBound', {
            travel: hours(plan.travelMinutes),
            bound: hours(plan.boundMinutes),
            fewest: plan.fewestDays,
          })}
        </p>
      )}
      {plan.calendarKnown ? null : <p className={css.aside}>{t('circle.circuitsCalendar')}</p>}
      {day === undefined ? null : (
        <p role="status">
          {t('circle.dayDrawn', { day: dayOfRow(day) })}{' '}
          <Button size="small" className={css.noPrint ?? ''} onClick={() => onDay(undefined)}>
            {t('circle.dayAway')}
          </Button>
        </p>
      )}
      <DataTable
        name="circle-circuits"
        caption={t('circle.circuits')}
        columns={[
          {
            key: 'date',
            title: t('circle.circuitDay'),
            rank: 'lead',
            narrow: 'first',
            cell: dayOfRow,
            text: ({ date }) => date,
          },
          {
            key: 'team',
            title: t('circle.circuitTeam'),
            figure: true,
            cell: ({ team }) => team,
            text: ({ team }) => String(team),
          },
          {
            key: 'starts',
            title: t('circle.circuitLeaves'),
            figure: true,
            cell: ({ starts }) => starts,
            text: ({ starts }) => starts,
          },
          {
            key: 'visits',
            title: t('circle.circuitVisits'),
            cell: ({ stops }) =>
              stops.map(({ code, name, arrives, leaves }) => (
                <span key={code} className={css.visit}>
                  {t('circle.visit', { name, arrives, leaves })}
                </span>
              )),
            text: visits,
          },
          {
            key: 'returns',
            title: t('circle.circuitReturns'),
            figure: true,
            cell: ({ returns }) => returns,
            text: ({ returns }) => returns,
          },
        ]}
        rows={plan.days}
        keyOf={({ date, team }) => `${date} ${team}`}
        onOpen={(row) => onDay(plan.days.indexOf(row))}
        openKey={day === undefined ? undefined : `${day.date} ${day.team}`}
        empty={<Empty title={t('circle.circuitsNobody')} />}
      />
      {plan.tooFar.length === 0 ? null : (
        <section>
          <h3>{t('circle.tooFar', { count: plan.tooFar.length })}</h3>
          <ul>
            {plan.tooFar.map(({ code, name, county, township, people: there }) => (
              <li key={code}>
                {t('circle.tooFarVillage', { name, place: `${county} ${township}`, people: peopleWords(there, t) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
