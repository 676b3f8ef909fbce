import { Form, Input, Select, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { documentKinds } from '../api/codes.ts';
import { today } from '../api/server-clock.ts';
import { ageOn } from '../format/day.ts';
import { readResidentNumber } from '../format/resident-number.ts';
import { useWords } from '../locales/i18n.ts';
import { DayField, useDayRules } from './day-field.tsx';
import { carriesResidentNumber, type PersonValues } from './person-values.ts';
import { RegionField } from './region-field.tsx';
import { TextButton } from './text-button.tsx';

interface PersonFieldsProps {
  readonly name: 'recipient' | 'agent' | 'person';
  /** The place most people live in. */
  readonly near?: string | undefined;
  /** Name and telephone first; the rest on request. */
  readonly brief?: boolean;
}

/** A person: name, how to reach them, document, where they live. What the identity number tells is not asked again. */
export function PersonFields({ name, near, brief = false }: PersonFieldsProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const [whole, setWhole] = useState(!brief);
  const person = Form.useWatch<PersonValues | undefined>(name);
  const told = carriesResidentNumber(person?.documentKind)
    ? readResidentNumber(person?.documentNumber ?? '')
    : undefined;
  const about =
    told === undefined
      ? undefined
      : [
          told.sex === 'female' ? t('sex.female') : t('sex.male'),
          told.birthDate,
          t('party.age', { years: ageOn(told.birthDate, today()) }),
        ].join(t('word.dot'));
  return (
    <>
      <Form.Item
        name={[name, 'name']}
        label={t('person.name')}
        rules={brief ? [] : [{ required: true, whitespace: true, message: t('person.nameMissing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'phone']} label={t('fact.phone')}>
        <Input maxLength={24} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {whole ? (
        <>
          <Form.Item
            label={t('person.documentNumber')}
            htmlFor={`${name}_documentNumber`}
            {...(about === undefined ? {} : { extra: about })}
          >
            <Space.Compact block>
              <Form.Item name={[name, 'documentKind']} noStyle>
                <Select
                  style={{ width: 132 }}
                  popupMatchSelectWidth={false}
                  aria-label={t('person.documentKind')}
                  options={documentKinds.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'documentNumber']}
                noStyle
                validateTrigger="onBlur"
                rules={[
                  {
                    validator: (_, typed: string | undefined) =>
                      carriesResidentNumber(person?.documentKind) && isWrongNumber(typed ?? '')
                        ? Promise.reject(new Error(t('person.numberWrong')))
                        : Promise.resolve(),
                  },
                ]}
              >
                <Input maxLength={40} autoComplete="off" />
              </Form.Item>
            </Space.Compact>
          </Form.Item>
          <Form.Item name={[name, 'ethnicity']} label={t('person.ethnicity')}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
          {told === undefined ? (
            <>
              <Form.Item
                name={[name, 'birthDate']}
                label={t('person.birthDate')}
                rules={dayRules({ notAfter: today() })}
              >
                <DayField />
              </Form.Item>
              <Form.Item name={[name, 'sex']} label={t('person.sex')}>
                <Select
                  allowClear
                  options={[
                    { value: 'female', label: t('sex.female') },
                    { value: 'male', label: t('sex.male') },
                  ]}
                />
              </Form.Item>
            </>
          ) : null}
          <Form.Item name={[name, 'region']} label={t('person.region')}>
            <RegionField near={near} />
          </Form.Item>
          <Form.Item name={[name, 'address']} label={t('person.address')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </>
      ) : (
        <Form.Item>
          <TextButton onClick={() => setWhole(true)}>{t('person.more')}</TextButton>
        </Form.Item>
      )}
    </>
  );
}

/** Complete, and yet not a number that exists: a slip of a digit, told before anything is sent. */
function isWrongNumber(typed: string): boolean {
  return typed.replace(/\s/g, '').length === 18 && readResidentNumber(typed) === undefined;
}
