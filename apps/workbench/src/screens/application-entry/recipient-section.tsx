import { Checkbox, Form, Input, Radio } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { type Group, groups, impairments } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { ageOn } from '../../format/day.ts';
import { readResidentNumber } from '../../format/resident-number.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { LanguageField } from '../../parts/language-field.tsx';
import { PersonFields } from '../../parts/person-fields.tsx';
import type { EntryValues } from './entry-values.ts';
import { Section, Whole } from './section.tsx';

/** 老年人: 60 and over (老年人权益保障法 art. 2). */
const olderFrom = 60;
const adultFrom = 18;

/** The recipient, and whoever applies for them. Groups that the identity number tells are ticked by themselves. */
export function RecipientSection({ near }: { near: string | undefined }): ReactNode {
  const { t } = useWords();
  const form = Form.useFormInstance<EntryValues>();
  const number = Form.useWatch<string | undefined>(['recipient', 'documentNumber'], form);
  const as = Form.useWatch<string | undefined>('applyingAs', form);
  const told = readResidentNumber(number ?? '');
  const birthDate = told?.birthDate;
  const sex = told?.sex;

  useEffect(() => {
    if (birthDate === undefined) return;
    const age = ageOn(birthDate, today());
    const implied: Group[] = [
      ...(age < adultFrom ? (['minor'] as const) : []),
      ...(age >= olderFrom ? (['olderPerson'] as const) : []),
      ...(sex === 'female' ? (['woman'] as const) : []),
    ];
    const ticked = form.getFieldValue('groups') as readonly Group[];
    const missing = implied.filter((group) => !ticked.includes(group));
    if (missing.length > 0) form.setFieldValue('groups', [...ticked, ...missing]);
  }, [birthDate, sex, form]);

  return (
    <>
      <Section title={t('party.recipient')}>
        <PersonFields name="recipient" near={near} />
        <Form.Item name="residence" label={t('entry.residence')}>
          <Radio.Group
            options={[
              { value: 'rural', label: t('residence.rural') },
              { value: 'urban', label: t('residence.urban') },
            ]}
          />
        </Form.Item>
        <Form.Item name="noFixedLivelihood" valuePropName="checked" label={t('entry.livelihood')}>
          <Checkbox>{t('entry.noFixedLivelihood')}</Checkbox>
        </Form.Item>
        <LanguageField />
        <Whole>
          <Form.Item name="groups" label={t('entry.groups')}>
            <CodesBoxes codes={groups} words={(group) => t(`group.${group}`)} />
          </Form.Item>
          <Form.Item name="impairments" label={t('entry.impairments')}>
            <CodesBoxes codes={impairments} words={(code) => t(`impairment.${code}`)} />
          </Form.Item>
        </Whole>
      </Section>
      {as === undefined || as === 'self' ? null : (
        <Section title={t('party.agent')}>
          <PersonFields name="agent" near={near} />
          <Form.Item
            name={['agent', 'relation']}
            label={t('entry.relation')}
            rules={[{ required: true, whitespace: true, message: t('entry.relationMissing') }]}
          >
            <Input maxLength={40} placeholder={t('entry.relationExample')} />
          </Form.Item>
        </Section>
      )}
    </>
  );
}
