import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import css from './entry-form.module.css';
import { Section, Whole } from './section.tsx';

/** 对方当事人: a name is enough; conflicts of interest are looked for by it. */
export function OpponentsSection(): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('party.opponent')}>
      <Whole>
        <Form.List name="opponents">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, index) => (
                <div key={field.key} className={css.opponent}>
                  <Form.Item name={[field.name, 'name']} label={index === 0 ? t('opponent.name') : undefined}>
                    <Input maxLength={100} aria-label={t('opponent.name')} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'phone']} label={index === 0 ? t('fact.phone') : undefined}>
                    <Input maxLength={40} aria-label={t('fact.phone')} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'address']} label={index === 0 ? t('fact.address') : undefined}>
                    <Input maxLength={200} aria-label={t('fact.address')} />
                  </Form.Item>
                  <Form.Item label={index === 0 ? ' ' : undefined}>
                    <Button
                      type="text"
                      aria-label={t('form.removeRow', { number: index + 1 })}
                      icon={<Icon name="cross" />}
                      onClick={() => remove(field.name)}
                    />
                  </Form.Item>
                </div>
              ))}
              <Button icon={<Icon name="plus" />} disabled={fields.length >= 20} onClick={() => add({})}>
                {t('opponent.add')}
              </Button>
            </>
          )}
        </Form.List>
      </Whole>
    </Section>
  );
}
