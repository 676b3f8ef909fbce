import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { documentKinds } from '../api/codes.ts';
import { today } from '../api/server-clock.ts';
import { ageOn } from '../format/day.ts';
import { readResidentNumber } from '../format/resident-number.ts';
import { useWords } from '../locales/i18n.ts';
import { carriesResidentNumber, type PersonValues } from './person-values.ts';
import { RegionField } from './region-field.tsx';

/** A person: name, document, how to reach them. What the identity number tells is not asked again. */
export function PersonFields({
  name,
  nameRequired = true,
  near,
  document: documentAsked = true,
}: {
  name: 'recipient' | 'agent' | 'person';
  nameRequired?: boolean;
  near?: string | undefined;
  document?: boolean;
}): ReactNode {
  const { t } = useWords();
  const person = Form.useWatch<PersonValues | undefined>(name);
  const told = carriesResidentNumber(person?.documentKind)
    ? readResidentNumber(person?.documentNumber ?? '')
    : undefined;
  return (
    <>
      <Form.Item
        name={[name, 'name']}
        label={t('person.name')}
        rules={nameRequired ? [{ required: true, whitespace: true, message: t('person.nameMissing') }] : []}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'phone']} label={t('fact.phone')}>
        <Input maxLength={24} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {documentAsked ? (
        <Form.Item
          name={[name, 'documentNumber']}
          label={t('person.documentNumber')}
          extra={
            told === undefined
              ? undefined
              : `${told.sex === 'female' ? t('sex.female') : t('sex.male')} · ${told.birthDate} · ${t('party.age', { years: ageOn(told.birthDate, today()) })}`
          }
        >
          <Input
            maxLength={40}
            autoComplete="off"
            prefix={
              <Form.Item name={[name, 'documentKind']} noStyle>
                <Select
                  variant="borderless"
                  popupMatchSelectWidth={false}
                  aria-label={t('person.documentKind')}
                  options={documentKinds.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
                />
              </Form.Item>
            }
          />
        </Form.Item>
      ) : null}
      {told === undefined ? (
        <Form.Item name={[name, 'birthDate']} label={t('person.birthDate')}>
          <Input type="date" max={today()} />
        </Form.Item>
      ) : null}
      {told === undefined ? (
        <Form.Item name={[name, 'sex']} label={t('person.sex')}>
          <Select
            allowClear
            options={[
              { value: 'female', label: t('sex.female') },
              { value: 'male', label: t('sex.male') },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item name={[name, 'ethnicity']} label={t('person.ethnicity')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'region']} label={t('person.region')}>
        <RegionField near={near} />
      </Form.Item>
      <Form.Item name={[name, 'address']} label={t('person.address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
