import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { type ProtectedField, type RevealReason, revealPerson, revealReasons } from '../../api/people.ts';
import { useWords } from '../../locales/i18n.ts';
import { Covered } from '../../parts/covered.tsx';

interface MaskedProps {
  readonly field: ProtectedField;
  readonly masked: string;
  readonly tenant: string;
  readonly matterId: string;
  readonly personId: string;
}

interface Why {
  readonly code: RevealReason;
  readonly text: string;
}

/** A protected field of a person, covered. */
export function Masked({ field, masked, tenant, matterId, personId }: MaskedProps): ReactNode {
  const { t } = useWords();
  return (
    <Covered<string | null, Why>
      covered={masked}
      initial={{ code: 'contact', text: '' }}
      reveal={async (reason) =>
        (await revealPerson(tenant, personId, { matterId, fields: [field], reason }))[field] ?? null
      }
      fields={
        <Form.Item name="code" label={t('reveal.why')}>
          <Select options={revealReasons.map((code) => ({ value: code, label: t(`revealReason.${code}`) }))} />
        </Form.Item>
      }
    >
      {(value) => value ?? t('fact.notGiven')}
    </Covered>
  );
}
