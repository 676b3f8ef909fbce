import { InputNumber } from 'antd';
import { type ReactNode, useId } from 'react';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { RegionField } from '../../parts/region-field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { type Chosen, presentValues, triedValue } from './trial.ts';
import css from './what-if.module.css';

interface ChangeRowProps {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly onRemove: () => void;
  /** What the server found wrong with it. */
  readonly fault?: string | undefined;
}

/** One figure of the trial: what it says, what stands now, what is tried instead. */
export function ChangeRow({ chosen, onChange, onRemove, fault }: ChangeRowProps): ReactNode {
  const { t, side } = useWords();
  const place = useId();
  const { figure } = chosen;
  const fields = Object.entries(presentValues(figure));
  const put = (field: string, value: number | undefined): void =>
    onChange({ ...chosen, values: { ...chosen.values, [field]: value ?? Number.NaN } });
  return (
    <li className={css.change}>
      <p className={css.changeText}>
        {side(figure.text)} {figure.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
      </p>
      {figure.figure === 'standard' ? (
        <div className={css.field}>
          <label htmlFor={place}>{t('whatIf.place')}</label>
          <RegionField
            id={place}
            within={whole(figure.region)}
            near={whole(figure.region)}
            value={whole(chosen.region ?? figure.region)}
            onChange={(code) => {
              const { region: _region, ...rest } = chosen;
              // A village goes by its township; the row's own place is no narrower one.
              const region = code?.slice(0, 9);
              onChange(region === undefined || region === whole(figure.region) ? rest : { ...rest, region });
            }}
          />
        </div>
      ) : null}
      {fields.map(([field, now]) => (
        <div key={field} className={css.field}>
          <span>{t(`whatIf.field.${field as 'times'}`)}</span>
          <span className={css.pair}>
            <span className="soft whole">{t('whatIf.now', { value: shown(field, now) })}</span>
            <Value field={field} value={triedValue(chosen, field)} onChange={(value) => put(field, value)} />
          </span>
        </div>
      ))}
      {fault === undefined ? null : (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
      <p className={css.changeFoot}>
        <span className="soft">{figure.source}</span>
        <TextButton onClick={onRemove}>{t('whatIf.remove')}</TextButton>
      </p>
    </li>
  );
}

function Value({
  field,
  value,
  onChange,
}: {
  field: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}): ReactNode {
  const { t } = useWords();
  const label = t('whatIf.newValue', { field: t(`whatIf.field.${field as 'times'}`) });
  if (isMoney(field)) return <MoneyField aria-label={label} value={value} onChange={onChange} />;
  const scale = field === 'shareUpTo' ? 10 : 1;
  return (
    <InputNumber
      aria-label={label}
      min={field === 'times' ? 0.01 : 1}
      max={field === 'times' ? 100 : 1000}
      step={field === 'times' ? 0.1 : 1}
      precision={field === 'times' ? 2 : 0}
      value={value === undefined || Number.isNaN(value) ? null : value / scale}
      suffix={field === 'times' ? t('whatIf.times') : field === 'shareUpTo' ? '%' : undefined}
      onChange={(typed) => onChange(typed === null ? undefined : Number(typed) * scale)}
    />
  );
}

const whole = (region: string): string => region.padEnd(6, '0');

const isMoney = (field: string): boolean => ['perCapitaAnnual', 'min', 'max', 'each', 'actualUpTo'].includes(field);

/** A value as it is read: `¥8,940.00`, `2`, `50%`. */
export function shown(field: string, value: number): string {
  if (isMoney(field)) return money(value);
  return field === 'shareUpTo' ? `${value / 10}%` : String(Math.round(value * 100) / 100);
}

/** A row's place may be a prefix: the city's. */
export function placeOf(region: string, nameOf: (code: string) => string): string {
  const code = region.padEnd(6, '0');
  const name = nameOf(code);
  return name === code ? nameOf(region) : name;
}
