import { Checkbox, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { agencyServices, type CircleQuestion, type RoadsThere, type TravelMode } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import css from './circle.module.css';
import { type Asked, type BandChoice, bandChoices, bandsOf, choiceOf } from './question.ts';

interface FiltersProps {
  readonly question: CircleQuestion;
  readonly there: RoadsThere;
  readonly onChange: (asked: Asked) => void;
}

/** Which points count, and within how many minutes. */
export function Filters({ question, there: { modes, timetable }, onChange }: FiltersProps): ReactNode {
  const { t } = useWords();
  const ids = useId();
  const named = choiceOf(question.bands);
  const [own, setOwn] = useState(false);
  const [typed, setTyped] = useState<string>();
  const custom = own || named === undefined;
  const wrong = typed !== undefined && bandsOf(typed) === undefined;
  return (
    <fieldset className={css.filters}>
      <legend className="unseen">{t('circle.filters')}</legend>
      <Select<BandChoice | 'own'>
        aria-label={t('circle.bands')}
        className={css.bandChoice ?? ''}
        value={custom ? 'own' : named}
        onChange={(choice) => {
          setOwn(choice === 'own');
          setTyped(undefined);
          if (choice !== 'own') onChange({ bands: bandChoices[choice].join(',') });
        }}
        options={[
          ...(Object.keys(bandChoices) as BandChoice[]).map((choice) => ({
            value: choice,
            label: t(`circle.bandChoice.${choice}`),
          })),
          { value: 'own' as const, label: t('circle.bandChoice.own') },
        ]}
      />
      {custom ? (
        <span className={css.ownBands}>
          <Input
            aria-label={t('circle.ownBands')}
            aria-invalid={wrong}
            {...(wrong ? { 'aria-describedby': `${ids}-wrong`, status: 'error' as const } : {})}
            value={typed ?? question.bands.join(', ')}
            onChange={({ target }) => {
              setTyped(target.value);
              const bands = bandsOf(target.value);
              if (bands !== undefined) onChange({ bands: bands.join(',') });
            }}
          />
          {wrong ? (
            <span id={`${ids}-wrong`} role="alert" className={css.fault}>
              {t('circle.ownBandsWrong')}
            </span>
          ) : null}
        </span>
      ) : null}
      <Select
        aria-label={t('circle.service')}
        className={css.serviceChoice ?? ''}
        value={question.service ?? ''}
        onChange={(service) => onChange({ service })}
        options={[
          { value: '', label: t('circle.anyService') },
          ...agencyServices.map((service) => ({ value: service, label: t(`circle.serviceOf.${service}`) })),
        ]}
      />
      {modes.length > 1 || question.by !== undefined ? (
        <Select<TravelMode>
          aria-label={t('circle.by')}
          className={css.modeChoice ?? ''}
          value={question.by ?? 'drive'}
          onChange={(by) => onChange({ by: by === 'drive' ? '' : by })}
          options={modes.map((mode) => ({ value: mode, label: t(`circle.byOf.${mode}`) }))}
        />
      ) : null}
      <Checkbox checked={question.barrierFree} onChange={({ target }) => onChange({ free: target.checked ? '1' : '' })}>
        {t('circle.barrierFree')}
      </Checkbox>
      <span className={css.at}>
        <label htmlFor={`${ids}-at`}>{t('circle.openAt')}</label>
        <Input
          id={`${ids}-at`}
          type="datetime-local"
          allowClear
          value={question.at ?? ''}
          onChange={({ target }) => onChange({ at: target.value.slice(0, 16) })}
        />
      </span>
      {timetable ? (
        <Checkbox
          checked={question.bus === true}
          disabled={question.at === undefined}
          onChange={({ target }) => onChange({ bus: target.checked ? '1' : '' })}
        >
          {question.at === undefined ? t('circle.busNeedsTime') : t('circle.byBus')}
        </Checkbox>
      ) : null}
      {question.bus ? <p className={css.aside}>{t('circle.byBusHint')}</p> : null}
    </fieldset>
  );
}
