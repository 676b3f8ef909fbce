import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import { type CircleQuestion, type CircleRunRow, keepRun, runsQuery, type StationCosts } from '../../api/circle.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { isEmpty } from './change.ts';
import css from './circle.module.css';
import { overTheYears } from './runs.ts';
import { RunsCompared } from './runs-compared.tsx';
import { percent } from './words.ts';
import { YearsChart } from './years-chart.tsx';

interface HistoryViewProps {
  readonly question: CircleQuestion;
  readonly costs: StationCosts | undefined;
  /** Ids of the kept ones that are set beside each other, two at most. */
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
}

/** 历年: reckonings that were kept, two of them side by side, and coverage over the years. */
export function HistoryView({ question, costs, chosen, onChosen }: HistoryViewProps): ReactNode {
  const runs = useQuery(runsQuery());
  const rows = runs.data?.runs ?? [];
  const pair = rows.filter(({ id }) => chosen.includes(id));
  const years = overTheYears(rows);
  return (
    <>
      <Keep question={question} costs={costs} />
      {runs.isError ? <ProblemNote error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {years.length < 2 ? null : <YearsChart points={years} />}
      {pair.length === 2 ? (
        // The older one first.
        <RunsCompared
          older={pair.at(-1) as CircleRunRow}
          newer={pair[0] as CircleRunRow}
          onClose={() => onChosen([])}
        />
      ) : null}
      <Kept
        rows={rows}
        loading={runs.isPending}
        chosen={chosen}
        onChoose={(id) =>
          onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2))
        }
      />
    </>
  );
}

function Keep({ question, costs }: { question: CircleQuestion; costs: StationCosts | undefined }): ReactNode {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const ids = useId();
  const key = useRef(newIdempotencyKey());
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () => keepRun({ name: name.trim(), question, ...(costs === undefined ? {} : { costs }) }, key.current),
    onSuccess: () => {
      key.current = newIdempotencyKey();
      setName('');
      void message.success(t('circle.runKept'));
      return client.invalidateQueries({ queryKey: ['circle', 'runs'] });
    },
  });
  return (
    <form
      className={css.keep}
      aria-label={t('circle.keepRun')}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !keep.isPending) keep.mutate();
      }}
    >
      <label htmlFor={ids}>{t('circle.runName')}</label>
      <Input
        id={ids}
        maxLength={60}
        placeholder={t('circle.runNameExample', { day: dayShort(today(), language, today()) })}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={keep.isPending}>
        {t('circle.keepRun')}
      </Button>
      <p className={css.aside}>
        {question.change === undefined || isEmpty(question.change) ? t('circle.keepHint') : t('circle.keepTrialHint')}
      </p>
      {keep.isError ? <ProblemNote error={keep.error} onRetry={() => keep.mutate()} /> : null}
    </form>
  );
}

function Kept({
  rows,
  loading,
  chosen,
  onChoose,
}: {
  rows: readonly CircleRunRow[];
  loading: boolean;
  chosen: readonly string[];
  onChoose: (id: string) => void;
}): ReactNode {
  const { t, side, language } = useWords();
  const day = ({ keptAt }: CircleRunRow): string => dayShort(dayOf(keptAt), language, today());
  const share = ({ whole }: CircleRunRow): string => percent(whole.bands.at(-1)?.share ?? null);
  const minutes = ({ whole }: CircleRunRow): string =>
    t('circle.within', { minutes: whole.bands.at(-1)?.minutes ?? 60 });
  const asked = ({ question }: CircleRunRow): string =>
    [
      question.service === undefined ? undefined : t(`circle.serviceOf.${question.service}`),
      question.barrierFree ? t('circle.barrierFree') : undefined,
      question.at?.replace('T', ' '),
      question.change === undefined ? undefined : t('circle.trial'),
    ]
      .filter((part) => part !== undefined)
      .join(t('word.comma')) || t('circle.anyService');
  const roads = ({ roads: own }: CircleRunRow): string => `${side(own.profile.title)} ${own.checksum}`;
  const columns: readonly Column<CircleRunRow>[] = [
    {
      key: 'name',
      title: t('circle.runName'),
      rank: 'lead',
      narrow: 'first',
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    { key: 'day', title: t('circle.keptOn'), cell: day, text: day },
    {
      key: 'share',
      title: t('circle.shareThen'),
      figure: true,
      cell: (row) => `${minutes(row)} ${share(row)}`,
      text: (row) => `${minutes(row)} ${share(row)}`,
    },
    {
      key: 'asked',
      title: t('circle.asked'),
      clamp: true,
      cell: (row) => (row.question.change === undefined ? asked(row) : <Tag tone="amber">{asked(row)}</Tag>),
      text: asked,
    },
    { key: 'roads', title: t('circle.roadsOf'), rank: 'extra', cell: roads, text: roads },
    {
      key: 'by',
      title: t('circle.keptBy'),
      rank: 'extra',
      cell: ({ keptByName }) => keptByName,
      text: ({ keptByName }) => keptByName,
    },
    {
      key: 'compare',
      title: t('circle.compareHead'),
      cell: (row) => (
        <TextButton
          aria-pressed={chosen.includes(row.id)}
          aria-label={t('circle.compareOf', {
            what: chosen.includes(row.id) ? t('circle.compareChosen') : t('circle.compareChoose'),
            name: row.name,
          })}
          onClick={() => onChoose(row.id)}
        >
          {chosen.includes(row.id) ? t('circle.compareChosen') : t('circle.compareChoose')}
        </TextButton>
      ),
    },
  ];
  return (
    <DataTable
      name="circle-runs"
      caption={t('circle.runs')}
      tools={<h2>{t('circle.runs')}</h2>}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      loading={loading}
      empty={<Empty title={t('circle.noRuns')} hint={t('circle.noRunsHint')} />}
    />
  );
}
