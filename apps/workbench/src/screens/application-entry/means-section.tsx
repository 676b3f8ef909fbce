import { Checkbox, Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { proofs } from '../../api/codes.ts';
import { useWords } from '../../locales/i18n.ts';
import { MaterialsField } from '../../parts/materials-field.tsx';
import type { EntryValues } from './entry-values.ts';
import { HouseholdFields } from './household-fields.tsx';
import { Section, Whole } from './section.tsx';

/** Means, or the commitment in place of proofs (art. 41); and the materials that came along. */
export function MeansSection(): ReactNode {
  const { t } = useWords();
  const form = Form.useFormInstance<EntryValues>();
  const proof = Form.useWatch<string | undefined>('proof', form);
  return (
    <>
      <Section title={t('matter.means')}>
        <Whole>
          <Form.Item
            name="proof"
            label={t('fact.proof')}
            {...(proof === 'commitment' ? { extra: t('entry.commitmentHint') } : {})}
          >
            <Radio.Group options={proofs.map((code) => ({ value: code, label: t(`proof.${code}`) }))} />
          </Form.Item>
          {proof === 'commitment' ? (
            <>
              <Form.Item name={['commitment', 'signed']} label={t('entry.signed')}>
                <Radio.Group
                  options={(['signature', 'fingerprint'] as const).map((value) => ({
                    value,
                    label: t(`entry.signed.${value}`),
                  }))}
                />
              </Form.Item>
              <Form.Item name={['commitment', 'readAloud']} valuePropName="checked">
                <Checkbox>{t('entry.readAloud')}</Checkbox>
              </Form.Item>
            </>
          ) : null}
        </Whole>
        {proof === 'notNeeded' ? null : <HouseholdFields name="household" optional />}
      </Section>
      <Section title={t('matter.materials')}>
        <Whole>
          <Form.Item name="materials">
            <MaterialsField />
          </Form.Item>
        </Whole>
      </Section>
    </>
  );
}
