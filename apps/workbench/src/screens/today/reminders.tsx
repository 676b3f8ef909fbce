import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type ClockNotice, clockNoticesQuery, putNoticesAside } from '../../api/clocks.ts';
import { today } from '../../api/server-clock.ts';
import { mySupervisionsQuery, supervisionPart } from '../../api/supervision.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useStepWords } from '../../parts/step-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import css from './today-screen.module.css';

/** Told one by one; the rest is counted. */
const shownAtOnce = 5;
const tones = { soon: 'amber', overdue: 'zhu', climbed: 'zhu' } as const;

/** 提醒: what the worker told this person of limits that are near, have passed, or have climbed to them. */
export function Reminders(): ReactNode {
  const { t, language } = useWords();
  const step = useStepWords();
  const client = useQueryClient();
  const { data } = useQuery(clockNoticesQuery);
  const rows = data?.rows ?? [];
  const aside = useMutation({
    mutationFn: async (notices: readonly ClockNotice[]) => {
      for (const tenant of new Set(notices.map((notice) => notice.tenant)))
        await putNoticesAside(
          tenant,
          notices.filter((notice) => notice.tenant === tenant).map(({ id }) => id),
        );
    },
    onSettled: () => client.invalidateQueries({ queryKey: clockNoticesQuery.queryKey }),
  });
  if (rows.length === 0) return null;
  return (
    <section className={css.reminders} aria-label={t('reminder.title')}>
      <ul>
        {rows.slice(0, shownAtOnce).map((notice) => (
          <li key={notice.id}>
            <Tag tone={tones[notice.level]} icon={notice.level === 'soon' ? 'clock' : 'alert'}>
              {t(`reminder.${notice.level}`)}
            </Tag>
            <span>
              {step(notice.step)}
              {t('word.dot')}
              {t('clock.dueOn', { day: dayInWords(notice.dueOn, language, today()) })}
            </span>
            {notice.number === null ? null : <NoticeLink notice={notice} number={notice.number} />}
          </li>
        ))}
      </ul>
      <p>
        {rows.length > shownAtOnce ? <span>{t('reminder.more', { count: rows.length - shownAtOnce })}</span> : null}
        <Button size="small" loading={aside.isPending} onClick={() => aside.mutate(rows.slice(0, shownAtOnce))}>
          {t('reminder.aside')}
        </Button>
      </p>
    </section>
  );
}

/** Where the limit is kept: a review at its sheet, a result at its page, anything else at its matter. What is late climbs to the quality officer. */
function NoticeLink({ notice, number }: { notice: ClockNotice; number: string }): ReactNode {
  const { roles } = useSession();
  const { tenant, subject, subjectId, matterId } = notice;
  if (notice.level !== 'soon' && roles.includes('quality') && subject.startsWith('assessment'))
    return subject === 'assessmentItem' ? (
      <Link to="/quality/$tenant/$itemId" params={{ tenant, itemId: subjectId }}>
        {number}
      </Link>
    ) : (
      <Link to="/quality" search={{ view: 'plans', open: `${tenant}.${matterId}` }}>
        {number}
      </Link>
    );
  if (subject === 'complaint')
    return (
      <Link to="/complaints/$tenant/$complaintId" params={{ tenant, complaintId: subjectId }}>
        {number}
      </Link>
    );
  if (subject === 'assessmentReview')
    return (
      <Link to="/reviews/$tenant/$reviewId" params={{ tenant, reviewId: subjectId }}>
        {number}
      </Link>
    );
  if (subject === 'assessmentItem')
    return (
      <Link to="/results/$tenant/$itemId" params={{ tenant, itemId: subjectId }}>
        {number}
      </Link>
    );
  if (subject === 'supervision') return <QuestionLink notice={notice} number={number} />;
  return (
    <Link
      to="/matters/$tenant/$matterId"
      params={{ tenant, matterId }}
      search={subject === 'case' ? { case: subjectId } : {}}
    >
      {number}
    </Link>
  );
}

/** What was asked about a case leads to its part of the matter; its handler, who reads the case alone, by the case's own id. */
function QuestionLink({ notice, number }: { notice: ClockNotice; number: string }): ReactNode {
  const { roles } = useSession();
  const own = useQuery({ ...mySupervisionsQuery(), enabled: roles.includes('handler') });
  const asked = own.data?.rows.find(({ supervisionId }) => supervisionId === notice.subjectId);
  const { tenant, matterId } = notice;
  return (
    <Link
      to="/matters/$tenant/$matterId"
      params={{ tenant, matterId }}
      search={asked === undefined ? {} : { case: asked.caseId }}
      hash={supervisionPart}
    >
      {number}
    </Link>
  );
}
