import { Form } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { useWords } from '../../../locales/i18n.ts';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { ObjectionFacts } from '../objection-facts.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 终止的纠正: the centre takes its decision back, and the aid goes on (art. 49). */

export function RevokeTerminationForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ reason: string }>
      {...props}
      event="revokeTermination"
      send={({ reason }, version, key) =>
        moveCase(props.matter.current, 'revokeTermination', { version, reason: reason.trim() }, key)
      }
      intro={<p>{t('revokeTermination.intro')}</p>}
    >
      <ReasonItem label={t('revokeTermination.reason')} maxLength={1000} />
    </ActionForm>
  );
}

type Way = 'resumeHandling' | 'resumeSigning' | 'resumeByDesignation';

export const ResumeHandlingForm = (props: ActionProps): ReactNode => <Resume {...props} way="resumeHandling" />;
export const ResumeSigningForm = (props: ActionProps): ReactNode => <Resume {...props} way="resumeSigning" />;
export const ResumeByDesignationForm = (props: ActionProps): ReactNode => (
  <Resume {...props} way="resumeByDesignation" />
);

function Resume({ way, ...props }: ActionProps & { way: Way }): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ note: string }>
      {...props}
      event={way}
      initial={{ note: '' }}
      send={({ note }, version, key) =>
        moveCase(props.matter.current, way, { version, ...(note.trim() === '' ? {} : { note: note.trim() }) }, key)
      }
      intro={
        <>
          <p>{t(`resume.${way}`, { name: props.matter.aidCase?.case.handlerName ?? '' })}</p>
          <ObjectionFacts matter={props.matter} kind="termination" />
        </>
      }
    >
      <Form.Item name="note" label={t('resume.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
