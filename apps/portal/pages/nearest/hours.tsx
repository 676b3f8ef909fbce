import type { ReactElement } from 'react';
import type { Agency, DayHours, OpenSpan } from '../../../../modules/network/index.ts';
import { dayText } from '../../dates.ts';
import type { Frame } from '../../frame.ts';
import type { Words } from '../../locales/locale.ts';
import { rich, typeset } from '../../typography.tsx';

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** 周一至周五 09:00–12:00、14:00–17:30: neighbouring days with the same hours are told together. */
export function hoursText(words: Words, weekly: Agency['hours']['weekly']): string {
  const runs: { from: (typeof days)[number]; to: (typeof days)[number]; text: string }[] = [];
  for (const day of days) {
    const text = spansText(weekly[day] ?? [], words);
    const last = runs.at(-1);
    if (last !== undefined && last.text === text && Number(last.to) === Number(day) - 1) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const zh = words.language === 'zh';
  return runs
    .filter((run) => run.text !== '')
    .map((run) => {
      const first = words.t(`nearest.day.${run.from}`);
      const range = run.from === run.to ? first : `${first}${zh ? '至' : '–'}${words.t(`nearest.day.${run.to}`)}`;
      return `${range} ${run.text}`;
    })
    .join(zh ? '；' : '; ');
}

function spansText(spans: readonly OpenSpan[], words: Words): string {
  return spans.map((span) => `${span.from}–${span.to}`).join(words.language === 'zh' ? '、' : ', ');
}

/** The days of a week that are not as usual, and why: 10月1日（星期四）不开门（国庆节）. Empty when all are. */
export function closedDays({ words, today }: Frame, week: readonly DayHours[]): string {
  return week
    .filter(({ because }) => because !== undefined)
    .map((day) => `${dayText(words, day.day, today)}${gap(words)}${dayHours(words, day)}`)
    .join(words.language === 'zh' ? '；' : '; ');
}

function dayHours(words: Words, { spans, because }: DayHours): string {
  const open = spans.length === 0 ? words.t('nearest.closedDay') : spansText(spans, words);
  if (because === undefined) return open;
  const why = because.name ?? words.t(`nearest.because.${because.kind}`);
  return words.language === 'zh' ? `${open}（${why}）` : `${open} (${why})`;
}

const gap = (words: Words): string => (words.language === 'zh' ? '' : ': ');

/** Today and the six days after it, with holidays. */
export function WeekHours({
  frame,
  week,
}: {
  readonly frame: Frame;
  readonly week: readonly DayHours[];
}): ReactElement {
  const { words, today } = frame;
  return (
    <dl className="rows plain week">
      {week.map((day) => (
        <div key={day.day} className={day.day === today ? 'now' : undefined}>
          <dt>
            {rich(words, 'nearest.weekDay', {
              day: dayText(words, day.day, today),
              today: day.day === today ? words.t('nearest.weekToday') : '',
            })}
          </dt>
          <dd>{typeset(dayHours(words, day), words.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
