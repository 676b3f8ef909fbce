import { Checkbox, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { progressKinds } from '../../../api/codes.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly kind: (typeof progressKinds)[number];
  readonly on: string;
  readonly text: string;
  readonly visibleToCitizen: boolean;
}

/** 记一笔进展: what was done, on which day; the recipient reads it on the progress page unless it is internal. */
export function NoteProgressForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ActionForm<Values>
      {...props}
      event="noteProgress"
      initial={{ on: today(), visibleToCitizen: true }}
      send={(values, version, key) =>
        moveCase(props.matter.current, 'noteProgress', { version, ...values, text: values.text.trim() }, key)
      }
    >
      <Form.Item
        name="kind"
        label={t('progress.kind')}
        rules={[{ required: true, message: t('progress.kindMissing') }]}
      >
        <Select options={progressKinds.map((kind) => ({ value: kind, label: t(`progressKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name="on"
        label={t('progress.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('progress.text')}
        rules={[{ required: true, whitespace: true, message: t('progress.textMissing') }]}
      >
        <ProseField maxLength={2000} rows={5} />
      </Form.Item>
      <Form.Item name="visibleToCitizen" valuePropName="checked" extra={t('progress.visibleHint')}>
        <Checkbox>{t('progress.visible')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
