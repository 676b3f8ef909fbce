import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { today } from '../../api/server-clock.ts';
import type { DraftPack, Figure } from '../../api/what-if.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, noDay } from '../../parts/day-field.tsx';
import { useScope } from '../../shell/scope.ts';
import { ChangeRow, placeOf, shown } from './change-row.tsx';
import { type Chosen, differs, isComplete, nameOf, presentValues } from './trial.ts';
import css from './what-if.module.css';

export interface Draft {
  readonly chosen: readonly Chosen[];
  readonly drafts: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface QuestionFormProps {
  readonly draft: Draft;
  readonly figures: readonly Figure[];
  readonly packs: readonly DraftPack[];
  readonly running: boolean;
  /** Faults of the server by their pointer. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (draft: Draft) => void;
  readonly onRun: () => void;
}

const kinds = ['multiplier', 'standard', 'band', 'addition', 'deduction'] as const;

/** What is tried, and over which days. */
export function QuestionForm(props: QuestionFormProps): ReactNode {
  const { draft, figures, packs, running, faults, onChange, onRun } = props;
  const { t, side, language } = useWords();
  const { nameOf: placeName } = useScope();
  const { chosen, drafts, from, to } = draft;
  const ids = useId();
  const label = (figure: Figure): string => {
    const values = Object.entries(presentValues(figure))
      .map(([field, value]) => shown(field, value))
      .join(t('word.to'));
    // Words of a tariff and of a fraction tell their figures themselves.
    return figure.figure === 'standard'
      ? `${placeOf(figure.region, placeName)} ${side(figure.text)} ${values}`
      : side(figure.text);
  };
  const options = kinds.flatMap((kind) => {
    const own = figures.filter((one) => one.figure === kind && !chosen.some((c) => nameOf(c.figure) === nameOf(one)));
    return own.length === 0
      ? []
      : [
          {
            label: t(`whatIf.kind.${kind}`),
            options: own.map((one) => ({
              value: nameOf(one),
              label: one.verified ? label(one) : `${label(one)}（${t('mark.unverified')}）`,
            })),
          },
        ];
  });
  const dayFault = (pointer: string): ReactNode =>
    faults.has(pointer) ? (
      <p role="alert" className={css.fault}>
        {faults.get(pointer)}
      </p>
    ) : null;
  const ready =
    (chosen.length > 0 || drafts.length > 0) &&
    chosen.every((one) => isComplete(one) && differs(one)) &&
    [from, to].every((day) => day !== undefined && day !== noDay);
  return (
    <form
      className={css.form}
      aria-label={t('whatIf.question')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !running) onRun();
      }}
    >
      <fieldset className={css.section}>
        <legend>{t('whatIf.what')}</legend>
        <Select
          aria-label={t('whatIf.choose')}
          placeholder={t('whatIf.choose')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          popupMatchSelectWidth={420}
          onChange={(name: string | null) => {
            const figure = figures.find((one) => nameOf(one) === name);
            if (figure !== undefined) onChange({ ...draft, chosen: [...chosen, { figure, values: {} }] });
          }}
        />
        {chosen.length === 0 ? <p className="soft">{t('whatIf.chooseHint')}</p> : null}
        <ul className={css.changes}>
          {chosen.map((one, index) => (
            <ChangeRow
              key={nameOf(one.figure)}
              chosen={one}
              fault={[...faults].find(([pointer]) => pointer.startsWith(`/changes/${index}`))?.[1]}
              onChange={(next) => onChange({ ...draft, chosen: chosen.map((c, at) => (at === index ? next : c)) })}
              onRemove={() => onChange({ ...draft, chosen: chosen.filter((_, at) => at !== index) })}
            />
          ))}
        </ul>
        {packs.length === 0 ? null : (
          <div className={css.drafts}>
            <span className="soft">{t('whatIf.drafts')}</span>
            {packs.map((pack) => (
              <Checkbox
                key={pack.key}
                checked={drafts.includes(pack.key)}
                onChange={({ target }) =>
                  onChange({
                    ...draft,
                    drafts: target.checked ? [...drafts, pack.key] : drafts.filter((key) => key !== pack.key),
                  })
                }
              >
                {side(pack.title)}
              </Checkbox>
            ))}
          </div>
        )}
      </fieldset>
      <fieldset className={css.section}>
        <legend>{t('whatIf.period')}</legend>
        <div className={css.days}>
          <div className={css.day}>
            <label htmlFor={`${ids}-from`}>{t('whatIf.from')}</label>
            <DayField id={`${ids}-from`} value={from} onChange={(day) => onChange({ ...draft, from: day })} />
          </div>
          <div className={css.day}>
            <label htmlFor={`${ids}-to`}>{t('whatIf.to')}</label>
            <DayField id={`${ids}-to`} value={to} onChange={(day) => onChange({ ...draft, to: day })} />
          </div>
        </div>
        {dayFault('/period/from')}
        {dayFault('/period/to')}
        {dayFault('/period')}
        <p className="soft">{t('whatIf.periodHint', { today: dayShort(today(), language, today()) })}</p>
      </fieldset>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={running} block>
        {t('whatIf.run')}
      </Button>
    </form>
  );
}
