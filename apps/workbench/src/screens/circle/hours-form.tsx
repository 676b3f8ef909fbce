import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CircleStation, OtherHours } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { isSpan } from './change.ts';
import css from './circle.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface HoursFormProps {
  readonly station: CircleStation;
  /** As they were tried last; else two afternoons. */
  readonly last: OtherHours | undefined;
  /** Whether a moment is asked about: without one the hours make no difference, and the form says so. */
  readonly timed: boolean;
  readonly onTry: (hours: OtherHours) => void;
  readonly onCancel: () => void;
}

/** 试改开门时间: the days of the week and the hours in which a station would be open. */
export function HoursForm({ station, last, timed, onTry, onCancel }: HoursFormProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const [days, setDays] = useState<readonly number[]>(last?.days ?? [2, 4]);
  const [span, setSpan] = useState(last?.span ?? { from: '14:30', to: '17:30' });
  const right = days.length > 0 && isSpan(span);
  return (
    <form
      className={css.hours}
      aria-labelledby={`${ids}-head`}
      onSubmit={(event) => {
        event.preventDefault();
        if (right) onTry({ id: station.id, days, span });
      }}
    >
      <h3 id={`${ids}-head`}>{t('circle.hoursHead', { name: station.name })}</h3>
      <fieldset>
        <legend className="unseen">{t('circle.hoursDays')}</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            checked={days.includes(day)}
            onChange={({ target }) =>
              setDays(weekdays.filter((one) => (one === day ? target.checked : days.includes(one))))
            }
          >
            {t(`circle.weekday.${day}`)}
          </Checkbox>
        ))}
      </fieldset>
      <p>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} htmlFor={`${ids}-${end}`}>
            {t(end === 'from' ? 'circle.hoursFrom' : 'circle.hoursTo')}
            <Input
              id={`${ids}-${end}`}
              type="time"
              value={span[end]}
              onChange={({ target }) => setSpan({ ...span, [end]: target.value.slice(0, 5) })}
            />
          </label>
        ))}
      </p>
      {timed ? null : <p className={css.aside}>{t('circle.hoursNeedTime')}</p>}
      {right ? null : (
        <p role="alert" className={css.fault}>
          {t('circle.hoursWrong')}
        </p>
      )}
      <p>
        <Button type="primary" htmlType="submit" disabled={!right}>
          {t('circle.hoursTry')}
        </Button>
        <Button onClick={onCancel}>{t('word.cancel')}</Button>
      </p>
    </form>
  );
}
