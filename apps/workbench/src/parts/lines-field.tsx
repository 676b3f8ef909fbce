import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { Icon } from './icon.tsx';
import css from './move-form.module.css';

interface LinesFieldProps {
  readonly name: string;
  readonly labelOf: (number: number) => string;
  readonly add: string;
  /** Said where no line holds anything. */
  readonly missing: string;
}

/** Several short lines of text, at least one of them filled. */
export function LinesField({ name, labelOf, add: addWords, missing }: LinesFieldProps): ReactNode {
  const { t } = useWords();
  return (
    <Form.List
      name={name}
      rules={[
        {
          validator: (_, value: readonly (string | undefined)[]) =>
            filledLines(value).length > 0 ? Promise.resolve() : Promise.reject(new Error(missing)),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <div className={css.rows}>
          {fields.map((field, index) => (
            <div key={field.key} className={css.row}>
              <Form.Item name={field.name} noStyle>
                <Input maxLength={200} aria-label={labelOf(index + 1)} placeholder={labelOf(index + 1)} />
              </Form.Item>
              <Button
                type="text"
                aria-label={t('form.removeRow', { number: index + 1 })}
                icon={<Icon name="cross" />}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<Icon name="plus" />} onClick={() => add('')}>
            {addWords}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** The lines that hold something, without the spaces around them. */
export const filledLines = (lines: readonly (string | undefined)[] = []): readonly string[] =>
  lines.map((line) => line?.trim() ?? '').filter((line) => line !== '');
