import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Ground } from '../api/applications.ts';
import { useWords } from '../locales/i18n.ts';
import { Icon } from './icon.tsx';
import css from './move-form.module.css';
import { ProseField } from './prose-field.tsx';

interface GroundsFieldProps {
  /** Asked when the form is sent: whether at least one ground must stand. */
  readonly required: () => boolean;
  readonly missing: string;
}

/** 理由和依据: one ground a row, each with its article, under the name `grounds`. */
export function GroundsField({ required, missing }: GroundsFieldProps): ReactNode {
  const { t } = useWords();
  return (
    <Form.List
      name="grounds"
      rules={[
        {
          validator: (_, value: readonly Ground[] | undefined) =>
            required() && (value?.length ?? 0) === 0 ? Promise.reject(new Error(missing)) : Promise.resolve(),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <div className={css.rows}>
          {fields.map((field, index) => (
            <div key={field.key} className={css.row}>
              <div className={css.ground}>
                <Form.Item
                  name={[field.name, 'text']}
                  noStyle
                  rules={[{ required: true, whitespace: true, message: t('propose.groundTextMissing') }]}
                >
                  <ProseField
                    maxLength={1000}
                    aria-label={t('propose.ground', { number: index + 1 })}
                    placeholder={t('propose.ground', { number: index + 1 })}
                    rows={2}
                  />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'citation']}
                  noStyle
                  rules={[{ required: true, whitespace: true, message: t('propose.citationMissing') }]}
                >
                  <Input
                    size="small"
                    maxLength={200}
                    aria-label={t('propose.citation', { number: index + 1 })}
                    placeholder={t('propose.citation', { number: index + 1 })}
                  />
                </Form.Item>
              </div>
              <Button
                type="text"
                aria-label={t('form.removeRow', { number: index + 1 })}
                icon={<Icon name="cross" />}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<Icon name="plus" />} onClick={() => add({ text: '', citation: '' })}>
            {t('propose.addGround')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
