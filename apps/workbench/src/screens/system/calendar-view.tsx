import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { today } from '../../api/server-clock.ts';
import { calendarQuery } from '../../api/system.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './system.module.css';

/** 工作日历 of a year: holidays and made-up working days, by which limits in working days are counted. */
export function CalendarView(): ReactNode {
  const { t, language } = useWords();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data, error, refetch } = useQuery(calendarQuery(year));
  return (
    <div className={css.calendar}>
      <Select
        aria-label={t('statistics.year')}
        value={year}
        onChange={setYear}
        options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((one) => ({
          value: one,
          label: t('statistics.yearOf', { year: one }),
        }))}
      />
      {error === null ? null : <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <p>
            {data.known ? (
              <Tag tone="green">{t('calendar.known')}</Tag>
            ) : (
              <Tag tone="amber">{t('calendar.unknown')}</Tag>
            )}{' '}
            <span className="soft">{data.rows[0]?.source}</span>
          </p>
          {data.known ? null : <p className="soft">{t('calendar.unknownHint')}</p>}
          <table className={css.days}>
            <caption className="unseen">{t('system.calendar')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('calendar.day')}</th>
                <th scope="col">{t('calendar.kind')}</th>
                <th scope="col">{t('calendar.name')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.date}>
                  <td>{dayInWords(row.date, language, `${year}-01-01`)}</td>
                  <td>{row.kind === 'holiday' ? t('calendar.holiday') : t('calendar.workday')}</td>
                  <td>{row.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}
