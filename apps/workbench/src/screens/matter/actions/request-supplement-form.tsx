import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { moveApplication } from '../../../api/applications.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DaysField } from '../../../parts/days-field.tsx';
import { filledLines, LinesField } from '../../../parts/lines-field.tsx';
import css from '../../../parts/move-form.module.css';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly items: readonly string[];
  readonly note: string;
  readonly days: number;
}

const usual = [
  'supplementItem.identity',
  'supplementItem.means',
  'supplementItem.status',
  'supplementItem.facts',
  'supplementItem.authority',
  'supplementItem.opponent',
] as const;

/** 一次性告知补正: everything missing, at once; the clock stops meanwhile. */
export function RequestSupplementForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const items = Form.useWatch('items', form) ?? [];
  const take = (text: string): void => {
    const filled = filledLines(items);
    form.setFieldValue('items', filled.includes(text) ? filled.filter((item) => item !== text) : [...filled, text]);
  };
  return (
    <ActionForm<Values>
      {...props}
      form={form}
      event="requestSupplement"
      initial={{ items: [''], note: '', days: 7 }}
      send={({ items: listed, note, days: given }, version, key) =>
        moveApplication(
          props.matter.current,
          'requestSupplement',
          {
            version,
            items: filledLines(listed),
            note: note.trim(),
            days: given,
          },
          key,
        )
      }
      intro={<p>{t('requestSupplement.intro')}</p>}
    >
      <div className={css.quick}>
        {usual.map((key) => (
          <Button
            key={key}
            size="small"
            aria-pressed={items.includes(t(key))}
            type={items.includes(t(key)) ? 'primary' : 'default'}
            onClick={() => take(t(key))}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <LinesField
        name="items"
        labelOf={(number) => t('requestSupplement.item', { number })}
        add={t('requestSupplement.add')}
        missing={t('requestSupplement.itemsMissing')}
      />
      <Form.Item name="note" label={t('requestSupplement.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
      <DaysField label={t('requestSupplement.days')} />
    </ActionForm>
  );
}
