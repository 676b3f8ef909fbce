import type { ReactNode } from 'react';
import type { Deadline } from '../../api/matter.ts';
import { today } from '../../api/server-clock.ts';
import { clockOf } from '../../format/clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { useStepWords } from '../../parts/step-words.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './clocks.module.css';

/** The law's clock: what is left, of which step, until which day, by which article. */
export function Clocks({ deadlines }: { deadlines: readonly Deadline[] }): ReactNode {
  const { t, language } = useWords();
  const step = useStepWords();
  const now = today();
  if (deadlines.length === 0) {
    return (
      <section className={`${css.clock} ${css.none}`}>
        <p className="soft">{t('clock.noneRunning')}</p>
      </section>
    );
  }
  return (
    <div className={css.clocks}>
      {deadlines.map((deadline) => {
        const state = clockOf(deadline.dueOn, now, deadline.state === 'paused');
        return (
          <section key={deadline.id} className={`${css.clock} ${css[state.kind] ?? ''}`}>
            <p className={css.step}>
              {step(deadline.step)}
              {deadline.promise ? <Tag>{t('clock.promise')}</Tag> : null}
            </p>
            <p className={css.left}>
              <Icon name={state.kind === 'paused' ? 'pause' : state.kind === 'overdue' ? 'alert' : 'clock'} size={18} />
              {state.kind === 'paused' || state.kind === 'none'
                ? t('clock.paused')
                : t(`clock.${state.kind}`, { days: state.days })}
            </p>
            <p className={css.until}>
              {state.kind === 'paused'
                ? t('clock.pausedHint')
                : t('clock.dueOn', { day: dayInWords(deadline.dueOn, language, now) })}
            </p>
            <p className={css.citation}>{deadline.citation}</p>
          </section>
        );
      })}
    </div>
  );
}
