import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import {
  editionAddress,
  moveTemplate,
  type TemplateEdition,
  type TemplateMove,
  templateMoves,
  templateStates,
  templatesQuery,
  templateWarnings,
} from '../../api/templates.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './templates.module.css';

/** One edition: who handed it in, who approved it, from when to when; how it looks; what may be done with it. */
export function EditionLine({ tenant, edition }: { tenant: string; edition: TemplateEdition }): ReactNode {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (step: TemplateMove) =>
      moveTemplate(step, { tenant, templateId: edition.id, version: edition.version }),
    onSettled: () => queries.invalidateQueries({ queryKey: templatesQuery(tenant).queryKey }),
  });
  const day = (value: string) => dayShort(value, language, today());
  const warnings = edition.warnings.filter((warning) => isOneOf(templateWarnings, warning));
  return (
    <li>
      <p>
        <strong>{t('templates.edition', { number: edition.edition })}</strong>{' '}
        {isOneOf(templateStates, edition.state) ? (
          <Tag tone={edition.inForce ? 'green' : edition.state === 'PROPOSED' ? 'amber' : 'quiet'}>
            {edition.inForce ? t('templates.inForce') : t(`templates.state.${edition.state}`)}
          </Tag>
        ) : null}{' '}
        <span className="soft">
          {t('templates.handedIn', { name: edition.uploadedByName, day: day(dayOf(edition.uploadedAt)) })}
          {edition.settledByName === null
            ? null
            : `${t('word.dot')}${t('templates.settled', { name: edition.settledByName })}`}
          {edition.inForceFrom === null
            ? null
            : `${t('word.dot')}${t('templates.from', { day: day(edition.inForceFrom) })}`}
          {edition.inForceUntil === null
            ? null
            : `${t('word.dot')}${t('templates.until', { day: day(edition.inForceUntil) })}`}
        </span>
      </p>
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
          .filter((step) => edition.allowedActions.includes(step))
          .map((step) => (
            <Button
              key={step}
              type={step === 'approve' ? 'primary' : 'default'}
              loading={move.isPending && move.variables === step}
              onClick={() => move.mutate(step)}
            >
              {t(`templates.move.${step}`)}
            </Button>
          ))}
      </div>
      {move.isError ? <ProblemNote error={move.error} /> : null}
    </li>
  );
}
