import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { today } from '../api/server-clock.ts';
import { dayInWords } from '../format/day.ts';
import { dayOfTyped } from '../format/typed-day.ts';
import { useWords } from '../locales/i18n.ts';
import css from './day-field.module.css';

interface DayFieldProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (day: string | undefined) => void;
}

/** What stands in the form while what was typed is no day. */
export const noDay = '?';

/** A day, typed in whatever way is quickest: `20260312`, `3-12`. Beside it, as a check, the weekday; the year stands in the field already. */
export function DayField({ id, value, onChange }: DayFieldProps): ReactNode {
  const { t, language } = useWords();
  const [text, setText] = useState<string>();
  const known = value !== undefined && value !== noDay && value !== '';
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={text ?? (known ? value : '')}
      placeholder={t('day.placeholder')}
      maxLength={20}
      autoComplete="off"
      suffix={known ? <span className={css.words}>{dayInWords(value, language, value)}</span> : <span />}
      onChange={(event) => {
        setText(event.target.value);
        onChange?.(event.target.value.trim() === '' ? undefined : (dayOfTyped(event.target.value, today()) ?? noDay));
      }}
      onBlur={() => {
        if (known || value === undefined) setText(undefined);
      }}
    />
  );
}

interface DayRules {
  readonly required?: string;
  readonly notAfter?: string | undefined;
  readonly notBefore?: string | undefined;
}

/** Rules of a form for a {@link DayField}. */
export function useDayRules(): (
  rules?: DayRules,
) => { validator: (rule: unknown, day: string | undefined) => Promise<void> }[] {
  const { t, language } = useWords();
  return ({ required, notAfter, notBefore } = {}) => [
    {
      validator: async (_, day) => {
        if (day === undefined || day === '') {
          if (required !== undefined) throw new Error(required);
          return;
        }
        if (day === noDay) throw new Error(t('day.wrong'));
        if (notAfter !== undefined && day > notAfter)
          throw new Error(t('day.notAfter', { day: dayInWords(notAfter, language, today()) }));
        if (notBefore !== undefined && day < notBefore)
          throw new Error(t('day.notBefore', { day: dayInWords(notBefore, language, today()) }));
      },
    },
  ];
}
