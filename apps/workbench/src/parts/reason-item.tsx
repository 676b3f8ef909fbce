import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { ProseField } from './prose-field.tsx';

interface ReasonItemProps {
  readonly label: string;
  readonly maxLength: number;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** 理由: why, in words, of a move that may not be made without. The form's field `reason`. */
export function ReasonItem({ label, ...field }: ReasonItemProps): ReactNode {
  const { t } = useWords();
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
    >
      <ProseField {...field} />
    </Form.Item>
  );
}
