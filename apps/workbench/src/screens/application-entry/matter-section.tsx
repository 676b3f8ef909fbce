import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { causes, criminalRoles, criminalStages, matterClasses } from '../../api/codes.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesSelect } from '../../parts/codes-select.tsx';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { RegionField } from '../../parts/region-field.tsx';
import type { EntryValues } from './entry-values.ts';
import { Section, Whole } from './section.tsx';

/** What it is about: class and cause, or the criminal part; in the person's own words; where. */
export function MatterSection({ near }: { near: string | undefined }): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const form = Form.useFormInstance<EntryValues>();
  const criminal = Form.useWatch<string | undefined>(['matter', 'class'], form) === 'criminal';
  return (
    <Section title={t('entry.matter')}>
      <Whole>
        <Form.Item name={['matter', 'class']} label={t('column.class')}>
          <Radio.Group options={matterClasses.map((code) => ({ value: code, label: t(`class.${code}`) }))} />
        </Form.Item>
      </Whole>
      {criminal ? (
        <>
          <Form.Item
            name={['matter', 'criminal', 'stage']}
            label={t('entry.stage')}
            rules={[{ required: true, message: t('entry.stageMissing') }]}
          >
            <CodesSelect codes={criminalStages} words={(code) => t(`stage.${code}`)} />
          </Form.Item>
          <Form.Item
            name={['matter', 'criminal', 'role']}
            label={t('entry.role')}
            rules={[{ required: true, message: t('entry.roleMissing') }]}
          >
            <CodesSelect codes={criminalRoles} words={(code) => t(`criminalRole.${code}`)} />
          </Form.Item>
          <Form.Item name={['matter', 'criminal', 'hearingOn']} label={t('entry.hearingOn')} rules={dayRules()}>
            <DayField />
          </Form.Item>
          <Form.Item label={t('entry.criminalFacts')}>
            <Form.Item name={['matter', 'criminal', 'hasDefender']} valuePropName="checked" noStyle>
              <Checkbox>{t('entry.hasDefender')}</Checkbox>
            </Form.Item>
            <Form.Item name={['matter', 'criminal', 'lifeOrDeathPossible']} valuePropName="checked" noStyle>
              <Checkbox>{t('entry.lifeOrDeath')}</Checkbox>
            </Form.Item>
            <Form.Item name={['matter', 'criminal', 'inAbsentia']} valuePropName="checked" noStyle>
              <Checkbox>{t('entry.inAbsentia')}</Checkbox>
            </Form.Item>
          </Form.Item>
        </>
      ) : (
        <>
          <Form.Item
            name={['matter', 'cause']}
            label={t('column.subject')}
            rules={[{ required: true, message: t('entry.causeMissing') }]}
          >
            <CodesSelect codes={causes} words={(code) => t(`cause.${code}`)} />
          </Form.Item>
          <Form.Item name={['matter', 'proceeding']} label={t('entry.proceeding')}>
            <Radio.Group
              options={[
                { value: 'litigation', label: t('proceeding.litigation') },
                { value: 'nonLitigation', label: t('proceeding.nonLitigation') },
              ]}
            />
          </Form.Item>
        </>
      )}
      <Whole>
        <Form.Item
          name={['matter', 'narrative']}
          label={t('entry.narrative')}
          rules={[{ required: true, whitespace: true, message: t('entry.narrativeMissing') }]}
        >
          <ProseField maxLength={5000} rows={4} />
        </Form.Item>
        <Form.Item name={['matter', 'wanted']} label={t('fact.wanted')}>
          <Input maxLength={200} />
        </Form.Item>
      </Whole>
      <Form.Item
        name={['matter', 'occurrenceRegion']}
        label={t('entry.occurrenceRegion')}
        rules={[{ required: true, message: t('entry.occurrenceRegionMissing') }]}
      >
        <RegionField near={near} />
      </Form.Item>
      <Form.Item name={['matter', 'organRegion']} label={t('entry.organRegion')} extra={t('entry.organRegionHint')}>
        <RegionField near={near} />
      </Form.Item>
      <Form.Item name={['matter', 'organName']} label={t('entry.organName')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name={['matter', 'limitationExpiresOn']}
        label={t('entry.limitation')}
        extra={t('entry.limitationHint')}
        rules={dayRules()}
      >
        <DayField />
      </Form.Item>
      <Whole>
        <Form.Item name={['matter', 'needsPreservation']} valuePropName="checked">
          <Checkbox>{t('entry.preservation')}</Checkbox>
        </Form.Item>
      </Whole>
    </Section>
  );
}
