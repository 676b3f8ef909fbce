import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import {
  editionAddress,
  type TemplateEdition,
  type TemplateMove,
  templateMoves,
  templateStates,
  templateWarnings,
} from '../../api/templates.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import { StepForm } from './step-form.tsx';
import css from './templates.module.css';

interface EditionLineProps {
  readonly tenant: string;
  readonly edition: TemplateEdition;
  /** The first day on which an edition of this form may begin. */
  readonly earliest: string;
}

/** One edition: who handed it in, who approved it, from when to when; how it looks; what may be done with it. */
export function EditionLine({ tenant, edition, earliest }: EditionLineProps): ReactNode {
  const { t, language } = useWords();
  const [step, setStep] = useState<TemplateMove>();
  const day = (value: string) => dayShort(value, language, today());
  const { settledByName: by, inForceFrom: from, inForceUntil: until } = edition;
  const happened = [
    t('templates.handedIn', { name: edition.uploadedByName, day: day(dayOf(edition.uploadedAt)) }),
    ...(by === null || edition.state === 'WITHDRAWN'
      ? []
      : [t(edition.state === 'REJECTED' ? 'templates.rejectedBy' : 'templates.approvedBy', { name: by })]),
    ...(from === null ? [] : [t('templates.from', { day: day(from) })]),
    ...(until === null ? [] : [t('templates.until', { day: day(until) })]),
  ];
  const warnings = edition.warnings.filter((warning) => isOneOf(templateWarnings, warning));
  return (
    <li>
      <p>
        <strong>{t('templates.edition', { number: edition.edition })}</strong> <StateTag edition={edition} />{' '}
        <span className="soft">
          {happened.map((words, i) => (
            <span key={words} className={css.happened}>
              {words}
              {i < happened.length - 1 ? t('word.dot') : null}
            </span>
          ))}
        </span>
      </p>
      {edition.note === null ? null : <p>{t('templates.noted', { note: edition.note })}</p>}
      {edition.outOfStep ? <p className={css.warning}>{t('templates.outOfStep')}</p> : null}
      {warnings.length === 0 ? null : (
        <p className={css.warning}>
          {t('templates.notInPdf', {
            what: warnings.map((warning) => t(`templates.warning.${warning}`)).join(t('word.list')),
          })}
        </p>
      )}
      <div className={css.ways}>
        <Button href={editionAddress(tenant, edition.id, 'pdf')} target="_blank">
          {t('templates.preview')}
        </Button>
        <Button href={editionAddress(tenant, edition.id, 'file')}>{t('templates.file')}</Button>
        {templateMoves
          .filter((one) => edition.allowedActions.includes(one))
          .map((one) => (
            <Button
              key={one}
              type={one === 'approve' && step === undefined ? 'primary' : 'default'}
              aria-expanded={step === one}
              onClick={() => setStep(step === one ? undefined : one)}
            >
              {t(`templates.move.${one}`)}
            </Button>
          ))}
      </div>
      {step === undefined ? null : (
        <StepForm
          key={step}
          tenant={tenant}
          edition={edition}
          step={step}
          earliest={earliest}
          onClose={() => setStep(undefined)}
        />
      )}
    </li>
  );
}

/** In force, or why not: an approved edition may still wait for its day, or another has taken its place. */
function StateTag({ edition }: { edition: TemplateEdition }): ReactNode {
  const { t } = useWords();
  if (edition.inForce) return <Tag tone="green">{t('templates.inForce')}</Tag>;
  if (!isOneOf(templateStates, edition.state)) return null;
  if (edition.state !== 'APPROVED')
    return <Tag tone={edition.state === 'PROPOSED' ? 'amber' : 'quiet'}>{t(`templates.state.${edition.state}`)}</Tag>;
  return (edition.inForceFrom ?? '') > today() ? (
    <Tag tone="qing">{t('templates.waits')}</Tag>
  ) : (
    <Tag tone="quiet">{t('templates.replaced')}</Tag>
  );
}
