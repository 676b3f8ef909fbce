import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { today } from '../api/server-clock.ts';
import { addDays, dayInWords } from '../format/day.ts';
import { useWords } from '../locales/i18n.ts';

/** How many days somebody is given, 1 to 30, with the day on which they end said beside it. */
export function DaysField({ label }: { label: string }): ReactNode {
  const { t, language } = useWords();
  const days: unknown = Form.useWatch('days');
  return (
    <Form.Item
      name="days"
      label={label}
      extra={
        typeof days === 'number' && days > 0
          ? t('requestSupplement.until', { day: dayInWords(addDays(today(), days), language, today()) })
          : undefined
      }
      rules={[{ required: true, type: 'integer', min: 1, max: 30, message: t('requestSupplement.daysRange') }]}
    >
      <InputNumber min={1} max={30} precision={0} suffix={t('form.days')} />
    </Form.Item>
  );
}
