import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { today } from '../api/server-clock.ts';
import { articleOf, clockOf } from '../format/clock.ts';
import { dayInWords } from '../format/day.ts';
import { useWords } from '../locales/i18n.ts';
import css from './clock-chip.module.css';
import { Icon, type IconName } from './icon.tsx';

interface ClockChipProps {
  readonly dueOn: string | null | undefined;
  readonly citation?: string | null | undefined;
  readonly paused?: boolean;
  /** Leave the article to the hint, where a column is narrow. */
  readonly short?: boolean;
}

const icons: Readonly<Record<'overdue' | 'today' | 'soon' | 'running' | 'paused', IconName>> = {
  overdue: 'alert',
  today: 'clock',
  soon: 'clock',
  running: 'clock',
  paused: 'pause',
};

/** 还剩 2 天 · 第四十三条: how a legal time limit stands. Told by a word, a shape and a colour, never by colour alone. */
export function ClockChip({ dueOn, citation, paused = false, short = false }: ClockChipProps): ReactNode {
  const { t, language } = useWords();
  const now = today();
  const state = clockOf(dueOn, now, paused);
  if (state.kind === 'none') return <span className="soft">—</span>;
  const words = state.kind === 'paused' ? t('clock.paused') : t(`clock.${state.kind}`, { days: state.days });
  const due =
    dueOn === null || dueOn === undefined ? undefined : t('clock.dueOn', { day: dayInWords(dueOn, language, now) });
  const hint = [due, citation].filter((part) => part !== undefined && part !== null && part !== '').join(t('word.dot'));
  return (
    <Tooltip title={hint}>
      <span className={`${css.chip} ${css[state.kind] ?? ''}`}>
        <Icon name={icons[state.kind]} size={13} />
        <span className={css.words}>{words}</span>
        {short || citation === undefined || citation === null || citation === '' ? null : (
          <span className={css.article}>{articleOf(citation, language)}</span>
        )}
      </span>
    </Tooltip>
  );
}
