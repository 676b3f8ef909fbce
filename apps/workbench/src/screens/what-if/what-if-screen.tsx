import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { isProblem } from '../../api/problem.ts';
import { regionByCode } from '../../api/regions.ts';
import { today } from '../../api/server-clock.ts';
import { figuresQuery, type ListOf, type Question, type Report, runWhatIf } from '../../api/what-if.ts';
import { dayShort } from '../../format/day.ts';
import { useWords, type Words } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { placeOf, shown } from './change-row.tsx';
import { ChangedList } from './changed-list.tsx';
import { type Draft, QuestionForm } from './question-form.tsx';
import { ReportView } from './report-view.tsx';
import {
  type Chosen,
  changeOf,
  fromAddress,
  listFromAddress,
  listToAddress,
  presentValues,
  toAddress,
  triedValue,
} from './trial.ts';
import css from './what-if.module.css';

const route = getRouteApi('/what-if');

/** A trial that was run: what was asked, how it was said, and what came of it. */
interface Answered {
  readonly question: Question;
  readonly tried: string;
  readonly period: string;
  readonly report: Report;
}

/** 政策推演: change a figure, pick a period, and see who would be decided otherwise. The whole trial stands in the address. */
export function WhatIfScreen(): ReactNode {
  const words = useWords();
  const { t } = words;
  const { tenant, nameOf } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const now = today();
  const known = useQuery(figuresQuery(now, tenant));
  const figures = known.data?.figures ?? [];
  const packs = known.data?.drafts ?? [];

  const [edited, setEdited] = useState<Draft>();
  const fromLink = useMemo<Draft>(
    () => ({
      chosen: fromAddress(search.trial, known.data?.figures ?? []),
      drafts: search.drafts === undefined || search.drafts === '' ? [] : search.drafts.split(','),
      from: search.from ?? `${now.slice(0, 4)}-01-01`,
      to: search.to ?? now,
    }),
    [search.trial, search.drafts, search.from, search.to, known.data, now],
  );
  const draft = edited ?? fromLink;

  const [answered, setAnswered] = useState<Answered>();
  const [progress, setProgress] = useState<{ done: number; of: number }>();
  const [error, setError] = useState<unknown>();
  const broken = useRef<AbortController>(undefined);
  useEffect(() => () => broken.current?.abort(), []);

  /** @param list the list that a link had open, shown again once the trial has run */
  const run = async (list?: string): Promise<void> => {
    const { from, to, chosen, drafts } = draft;
    if (from === undefined || to === undefined) return;
    broken.current?.abort();
    const stop = new AbortController();
    broken.current = stop;
    const question: Question = {
      changes: chosen.map(changeOf),
      drafts,
      period: { from, to },
      ...(tenant === undefined ? {} : { tenants: [tenant] }),
    };
    setError(undefined);
    setAnswered(undefined);
    setProgress({ done: 0, of: 0 });
    void navigate({
      search: {
        trial: toAddress(chosen),
        ...(drafts.length === 0 ? {} : { drafts: drafts.join(',') }),
        from,
        to,
        run: '1',
        ...(list === undefined ? {} : { list }),
      },
      replace: true,
    });
    try {
      const report = await runWhatIf(question, (done, of) => setProgress({ done, of }), stop.signal);
      // The desk knows the names of its own places; a township's is in the register.
      const narrower = chosen.flatMap(({ region }) => (region === undefined ? [] : [region]));
      const found = await Promise.all(narrower.map((code) => client.fetchQuery(regionByCode(code))));
      const called = (code: string): string => found.find((one) => one.code === code)?.fullName ?? nameOf(code);
      const tried = [
        ...chosen.map((one) => phraseOf(one, words, called)),
        ...drafts.map((key) => {
          const pack = packs.find((one) => one.key === key);
          return t('whatIf.phrase.draft', { title: pack === undefined ? key : words.side(pack.title) });
        }),
      ].join(t('word.comma'));
      setAnswered({ question, tried, period: periodOf(from, to, words, now), report });
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure);
    } finally {
      if (broken.current === stop) setProgress(undefined);
    }
  };

  // A link that was sent runs by itself, once, as soon as its figures are known.
  const started = useRef(false);
  useEffect(() => {
    if (started.current || known.data === undefined || search.run !== '1') return;
    started.current = true;
    if (fromLink.chosen.length + fromLink.drafts.length > 0) void run(search.list);
  });

  const faults = new Map(
    isProblem(error) ? (error.body.errors ?? []).map(({ pointer, detail }) => [pointer, detail] as const) : [],
  );
  const list = listFromAddress(search.list);
  const openList = (of: ListOf | undefined): void =>
    void navigate({
      search: ({ list: _list, ...rest }) => (of === undefined ? rest : { ...rest, list: listToAddress(of) }),
    });

  return (
    <>
      <ScreenHead title={t('whatIf.title')}>
        <p className={css.banner}>
          <Icon name="eye" /> {t('whatIf.banner')}
        </p>
      </ScreenHead>
      {known.isError ? <ProblemNote error={known.error} onRetry={() => void known.refetch()} /> : null}
      <div className={answered !== undefined && list !== undefined ? css.wide : css.screen}>
        {answered !== undefined && list !== undefined ? null : (
          <QuestionForm
            draft={draft}
            figures={figures}
            packs={packs}
            running={progress !== undefined}
            faults={faults}
            onChange={setEdited}
            onRun={() => void run()}
          />
        )}
        <div className={css.answer} aria-live="polite">
          {error === undefined ? null : <ProblemNote error={error} onRetry={() => void run()} />}
          {progress === undefined ? null : (
            <div className={css.progress}>
              <p>
                {progress.of === 0
                  ? t('whatIf.starting')
                  : t('whatIf.progress', { done: number(progress.done), of: number(progress.of) })}
              </p>
              <Progress
                percent={progress.of === 0 ? 0 : Math.round((100 * progress.done) / progress.of)}
                showInfo={false}
                aria-label={t('whatIf.running')}
              />
              <Button
                onClick={() => {
                  broken.current?.abort();
                  setProgress(undefined);
                }}
              >
                {t('whatIf.stop')}
              </Button>
            </div>
          )}
          {answered === undefined ? (
            progress === undefined && error === undefined ? (
              <div className={css.empty}>
                <h2>{t('whatIf.emptyTitle')}</h2>
                <p>{t('whatIf.emptyHint')}</p>
              </div>
            ) : null
          ) : list === undefined ? (
            <ReportView
              report={answered.report}
              tried={answered.tried}
              period={answered.period}
              onOpen={(of) => openList(of)}
            />
          ) : (
            <ChangedList question={answered.question} of={list} onClose={() => openList(undefined)} />
          )}
        </div>
      </div>
    </>
  );
}

const number = (n: number): string => n.toLocaleString('en-US');

/** 城镇…由 2 倍改为 2.5 倍. */
function phraseOf(chosen: Chosen, { t, side }: Words, nameOf: (code: string) => string): string {
  const { figure, region } = chosen;
  const fields = Object.entries(presentValues(figure));
  const told = (value: (field: string, now: number) => number): string =>
    fields.map(([field, now]) => shown(field, value(field, now))).join(t('word.to'));
  const now = told((_, value) => value);
  const next = told((field, value) => triedValue(chosen, field) ?? value);
  const unit = figure.figure === 'multiplier' ? t('whatIf.times') : '';
  const what =
    figure.figure === 'standard'
      ? `${placeOf(region ?? figure.region, nameOf)}${side(figure.text)}`
      : t('whatIf.phrase.quoted', { text: side(figure.text).replace(/[。.]$/, '') });
  return t('whatIf.phrase.change', { what, now: `${now} ${unit}`.trim(), next: `${next} ${unit}`.trim() });
}

function periodOf(from: string, to: string, { t, language }: Words, now: string): string {
  return t('whatIf.phrase.period', { from: dayShort(from, language, now), to: dayShort(to, language, now) });
}
