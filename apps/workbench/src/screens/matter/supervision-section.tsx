import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { today } from '../../api/server-clock.ts';
import {
  mySupervisionsQuery,
  type Supervision,
  supervisionPart,
  supervisionsOfCaseQuery,
} from '../../api/supervision.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { FindingTag } from '../../parts/finding-tag.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useArrival } from '../../parts/use-arrival.ts';
import { useSession } from '../../session/gate.tsx';
import css from './facts-column.module.css';
import { RecordSupervisionForm, SupervisionStep } from './supervision-forms.tsx';

const supervises = ['quality', 'manager'];

/** 督促检查 of a case: for whoever looks after quality all of it, for its handler what was asked. */
export function SupervisionSection({ tenant, caseId, handled }: SupervisionSectionProps): ReactNode {
  const { roles } = useSession();
  if (roles.some((role) => supervises.includes(role)))
    return <Officers tenant={tenant} caseId={caseId} handled={handled} />;
  return roles.includes('handler') ? <Mine caseId={caseId} /> : null;
}

interface SupervisionSectionProps {
  readonly tenant: string;
  readonly caseId: string;
  /** False while nobody handles the case: then there is nothing to be seen of it yet. */
  readonly handled: boolean;
}

function Officers({ tenant, caseId, handled }: SupervisionSectionProps): ReactNode {
  const { t } = useWords();
  const [recording, setRecording] = useState(false);
  const query = useQuery(supervisionsOfCaseQuery(tenant, caseId));
  const section = useArrival(supervisionPart, !query.isPending);
  if (!handled && query.data?.rows.length === 0) return null;
  return (
    <section ref={section} className={css.arrived}>
      <h2>{t('supervision.title')}</h2>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <Records rows={query.data?.rows ?? []} />
      {recording ? (
        <RecordSupervisionForm tenant={tenant} caseId={caseId} onClose={() => setRecording(false)} />
      ) : handled ? (
        <Button onClick={() => setRecording(true)}>{t('supervision.record')}</Button>
      ) : null}
    </section>
  );
}

function Mine({ caseId }: { caseId: string }): ReactNode {
  const { t } = useWords();
  const query = useQuery(mySupervisionsQuery());
  const section = useArrival(supervisionPart, !query.isPending);
  const rows = (query.data?.rows ?? []).filter((row) => row.caseId === caseId);
  if (rows.length === 0) return null;
  return (
    <section ref={section} className={css.arrived}>
      <h2>{t('supervision.title')}</h2>
      <Records rows={rows} />
    </section>
  );
}

function Records({ rows }: { rows: readonly Supervision[] }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const day = (on: string): string => dayShort(on, language, today());
  return (
    <ul className={css.records}>
      {rows.map((row) => (
        <li key={row.supervisionId}>
          <p>
            <strong>{t(`supervision.kind.${row.kind}`)}</strong> <FindingTag finding={row.finding} />{' '}
            <span className="soft">
              {[day(row.happenedOn), row.source, lifecycle.state('supervision', row.state)]
                .filter((part) => part !== '')
                .join(t('word.dot'))}
              {row.dueOn === null ? null : `${t('word.dot')}${t('supervision.due', { day: day(row.dueOn) })}`}
            </span>
          </p>
          {row.text === '' ? null : <p className={css.said}>{row.text}</p>}
          {exchangeOf(row).map(({ key, who, on, text }) => (
            <p key={key} className={css.said}>
              <span className="soft">{t(`supervision.${who}`, { day: day(on) })}</span> {text}
            </p>
          ))}
          {row.allowedActions.map((step) => (
            <SupervisionStep key={`${step}${row.version}`} row={row} step={step} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Questions and answers in turn: each question was answered before the next was put. */
function exchangeOf({ asked, replies }: Supervision) {
  return asked.flatMap((question, i) => {
    const reply = replies[i];
    return [
      { key: `q${i}`, who: 'asked' as const, ...question },
      ...(reply === undefined ? [] : [{ key: `a${i}`, who: 'replied' as const, ...reply }]),
    ];
  });
}
