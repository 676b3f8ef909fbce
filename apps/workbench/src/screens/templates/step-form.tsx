import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { today } from '../../api/server-clock.ts';
import { moveTemplate, type TemplateEdition, type TemplateMove, templatesQuery } from '../../api/templates.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import css from './templates.module.css';

interface Values {
  readonly inForceFrom?: string;
  readonly note?: string;
}

interface StepFormProps {
  readonly tenant: string;
  readonly edition: TemplateEdition;
  readonly step: TemplateMove;
  /** The first day on which this form may begin: today, or when the edition in force began. */
  readonly earliest: string;
  readonly onClose: () => void;
}

/** One step of an edition: what it brings about, from which day, and why not. */
export function StepForm({ tenant, edition, step, earliest, onClose }: StepFormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const queries = useQueryClient();
  const box = useRef<HTMLFieldSetElement>(null);
  const move = useMutation({
    mutationFn: (values: Values) =>
      moveTemplate(step, {
        tenant,
        templateId: edition.id,
        version: edition.version,
        ...(step === 'approve' ? { inForceFrom: values.inForceFrom } : {}),
        ...(step === 'reject' && values.note?.trim() ? { note: values.note.trim() } : {}),
      }),
    onSuccess: onClose,
    // Refused too: somebody may have settled it meanwhile, and the next attempt goes by what stands then.
    onSettled: () => queries.invalidateQueries({ queryKey: templatesQuery(tenant).queryKey }),
  });
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  const name = t(`templates.move.${step}`);
  return (
    <fieldset ref={box} className={css.step}>
      <legend>{name}</legend>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ inForceFrom: earliest > today() ? earliest : today() }}
        onFinish={(values) => move.mutate(values)}
      >
        <p className="soft">{t(`templates.step.${step}`)}</p>
        {step === 'approve' ? (
          <Form.Item
            name="inForceFrom"
            label={t('templates.firstDay')}
            rules={dayRules({ required: t('form.dayMissing'), notBefore: earliest })}
          >
            <DayField />
          </Form.Item>
        ) : null}
        {step === 'reject' ? (
          <Form.Item name="note" label={t('templates.note')}>
            <ProseField maxLength={300} rows={2} />
          </Form.Item>
        ) : null}
        {move.isError ? <ProblemNote error={move.error} /> : null}
        <div className={css.ways}>
          <Button type="primary" danger={step === 'end'} htmlType="submit" loading={move.isPending}>
            {name}
          </Button>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
        </div>
      </Form>
    </fieldset>
  );
}
