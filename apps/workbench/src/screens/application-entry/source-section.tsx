import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { applyingAs, doors } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesSelect } from '../../parts/codes-select.tsx';
import { DayField, noDay, useDayRules } from '../../parts/day-field.tsx';
import { Section, Whole } from './section.tsx';

/** A day and a minute, parted by a space or a T. */
const minutePattern = /^\s*\d{4}-\d{2}-\d{2}[ T]([01]\d|2[0-3]):[0-5]\d\s*$/;

/** Through which door it came, when a paper form really arrived, and who applies. */
export function SourceSection(): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const form = Form.useFormInstance();
  const door = Form.useWatch('door', form) as string | undefined;
  const receivedOn = Form.useWatch('receivedOn', form) as string | undefined;
  const represents = Form.useWatch('applyingAs', form) as string | undefined;
  const past = receivedOn !== undefined && receivedOn !== noDay && receivedOn < today();
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
      {past ? (
        <Form.Item
          name="lateEntryReason"
          label={t('entry.lateEntryReason')}
          rules={[{ required: true, whitespace: true, message: t('entry.lateEntryReasonMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      {door === 'custody' || door === 'dutyLawyer' ? (
        <>
          <Form.Item
            name={['forwarding', 'place']}
            label={t('entry.forwardingPlace')}
            rules={[{ required: true, whitespace: true, message: t('entry.forwardingPlaceMissing') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name={['forwarding', 'appliedAt']}
            label={t('entry.appliedAt')}
            extra={t('entry.appliedAtHint')}
            rules={[{ required: true, pattern: minutePattern, message: t('entry.appliedAtWrong') }]}
          >
            <Input maxLength={20} placeholder={`${today()} 09:30`} />
          </Form.Item>
        </>
      ) : null}
      <Whole>
        <Form.Item name="applyingAs" label={t('fact.applyingAs')}>
          <Radio.Group options={applyingAs.map((code) => ({ value: code, label: t(`applyingAs.${code}`) }))} />
        </Form.Item>
        {represents === 'legalRepresentative' || represents === 'closeRelative' ? (
          <Form.Item name="guardianIsWrongdoer" valuePropName="checked">
            <Checkbox>{t('entry.guardianIsWrongdoer')}</Checkbox>
          </Form.Item>
        ) : null}
      </Whole>
    </Section>
  );
}
