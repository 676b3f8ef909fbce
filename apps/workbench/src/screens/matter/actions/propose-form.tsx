import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { type Ground, moveApplication } from '../../../api/applications.ts';
import { useWords } from '../../../locales/i18n.ts';
import { GroundsField } from '../../../parts/grounds-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly outcome: 'grant' | 'refuse';
  readonly grounds?: readonly Ground[];
  readonly note: string;
}

/** 提出审查意见: grant or refuse, with grounds and their articles already filled in from the assessment. */
export function ProposeForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const words = useFactWords();
  const page = props.matter.application;
  const outcome = Form.useWatch('outcome', form);
  if (page === null) return null;
  const { assessment } = page.application;
  const favourable =
    assessment.outcome === 'eligible' ||
    assessment.outcome === 'mustDesignate' ||
    assessment.outcome === 'mayDesignate';
  const met = assessment.reasons
    .filter((reason) => reason.met)
    .map((reason) => ({ text: reason.text.zh, citation: reason.citation }));
  const groundsFor = (chosen: Values['outcome']): readonly Ground[] =>
    chosen === 'grant' ? met : page.suggestedGrounds;
  const first = favourable ? 'grant' : 'refuse';
  return (
    <ActionForm<Values>
      {...props}
      form={form}
      event="propose"
      mine={({ outcome: chosen, grounds }) => ({
        proposalOutcome: words.proposed(chosen),
        proposalGrounds: words.grounds(grounds),
      })}
      initial={{ outcome: first, grounds: groundsFor(first), note: '' }}
      send={({ outcome: chosen, grounds, note }, version, key) =>
        moveApplication(
          props.matter.current,
          'propose',
          { version, outcome: chosen, grounds: grounds ?? [], note: note.trim() },
          key,
        )
      }
      intro={
        assessment.outcome === 'needsInformation' ? (
          <p role="alert">{t('propose.open')}</p>
        ) : (
          <p>{t('propose.intro')}</p>
        )
      }
    >
      <Form.Item name="outcome" label={t('propose.outcome')}>
        <Radio.Group
          onChange={(event) => form.setFieldValue('grounds', groundsFor(event.target.value as Values['outcome']))}
          options={[
            { value: 'grant', label: t('proposal.grant') },
            { value: 'refuse', label: t('proposal.refuse') },
          ]}
        />
      </Form.Item>
      {outcome !== undefined && outcome !== first ? <p className="soft">{t('propose.departs')}</p> : null}
      <Form.Item
        label={outcome === 'refuse' ? t('propose.groundsRefuse') : t('propose.groundsGrant')}
        required={outcome === 'refuse'}
      >
        <GroundsField
          required={() => form.getFieldValue('outcome') === 'refuse'}
          missing={t('propose.groundsMissing')}
        />
      </Form.Item>
      <Form.Item name="note" label={t('propose.note')}>
        <ProseField maxLength={2000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
