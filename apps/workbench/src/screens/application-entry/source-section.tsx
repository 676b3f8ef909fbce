import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { applyingAs, doors } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesSelect } from '../../parts/codes-select.tsx';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { Section, Whole } from './section.tsx';

/** Through which door it came, when a paper form really arrived, and who applies. */
export function SourceSection(): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <Section title={t('entry.source')}>
      <Form.Item name="door" label={t('entry.door')}>
        <CodesSelect codes={doors} words={(door) => t(`door.${door}`)} />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={t('entry.receivedOn')}
        extra={t('entry.receivedOnHint')}
        rules={dayRules({ notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Whole>
        <Form.Item name="applyingAs" label={t('fact.applyingAs')}>
          <Radio.Group options={applyingAs.map((code) => ({ value: code, label: t(`applyingAs.${code}`) }))} />
        </Form.Item>
      </Whole>
    </Section>
  );
}
