import { Form, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Ground } from '../../api/applications.ts';
import {
  type ComplaintMeasure,
  type ComplaintOutcome,
  complaintMeasures,
  complaintOutcomes,
  serviceMethods,
} from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { GroundsField } from '../../parts/grounds-field.tsx';
import { ComplaintForm, type FormProps, WordsItem } from './complaint-form.tsx';
import css from './complaints.module.css';

/* The decision, its answer, and how that reached the person. */

interface Decided {
  readonly outcome?: ComplaintOutcome;
  readonly grounds: readonly Ground[];
  readonly measures: readonly ComplaintMeasure[];
  readonly measureNote: string;
}

const isFoundTrue = (outcome: ComplaintOutcome | undefined): boolean => outcome === 'upheld' || outcome === 'partly';

export function DecideForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<Decided>();
  const foundTrue = isFoundTrue(Form.useWatch('outcome', form));
  return (
    <ComplaintForm<Decided>
      {...props}
      form={form}
      event="decide"
      initial={{ grounds: [{ text: '', citation: '' }], measures: [], measureNote: '' }}
      bodyOf={({ outcome, grounds, measures = [], measureNote = '' }) => ({
        outcome,
        reasons: grounds,
        measures: isFoundTrue(outcome) ? measures : [],
        measureNote: isFoundTrue(outcome) ? measureNote : '',
      })}
      mine={({ outcome, measures = [] }) => ({
        outcome: outcome === undefined ? null : t(`complaint.outcome.${outcome}`),
        measures: measures.map((measure) => t(`complaint.measure.${measure}`)).join(t('word.list')),
      })}
      fieldOf={(path) => (path[0] === 'reasons' ? ['grounds', ...path.slice(1)] : [...path])}
      intro={
        <>
          <p>{t('complaint.decideMeans')}</p>
          <p className={css.said}>{props.page.findings.findings}</p>
        </>
      }
    >
      <Form.Item
        name="outcome"
        label={t('complaint.outcome')}
        rules={[{ required: true, message: t('complaint.outcomeMissing') }]}
      >
        <Radio.Group options={complaintOutcomes.map((value) => ({ value, label: t(`complaint.outcome.${value}`) }))} />
      </Form.Item>
      <Form.Item label={t('complaint.reasons')} required>
        <GroundsField required={() => true} missing={t('propose.groundTextMissing')} />
      </Form.Item>
      {foundTrue ? (
        <>
          <Form.Item
            name="measures"
            label={t('complaint.measures')}
            extra={t('complaint.measuresHint')}
            rules={[{ required: true, type: 'array', min: 1, message: t('complaint.measuresMissing') }]}
          >
            <CodesBoxes codes={complaintMeasures} words={(code) => t(`complaint.measure.${code}`)} />
          </Form.Item>
          <WordsItem name="measureNote" label={t('complaint.measureNote')} maxLength={1000} />
        </>
      ) : null}
    </ComplaintForm>
  );
}

export function ReplyForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const { outcome } = props.page.complaint;
  return (
    <ComplaintForm<object>
      {...props}
      event="reply"
      intro={<p>{t('complaint.replyMeans', { outcome: outcome === null ? '' : t(`complaint.outcome.${outcome}`) })}</p>}
    />
  );
}

export function RecordServiceForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const { repliedOn, receivedOn } = props.page.complaint;
  return (
    <ComplaintForm<{ servedOn: string; method: string }>
      {...props}
      event="recordService"
      initial={{ servedOn: today(), method: 'direct' }}
    >
      <Form.Item
        name="servedOn"
        label={t('complaint.servedOn')}
        rules={dayRules({
          required: t('form.dayMissing'),
          notAfter: today(),
          notBefore: repliedOn ?? receivedOn,
        })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="method" label={t('complaint.service')}>
        <Select options={serviceMethods.map((value) => ({ value, label: t(`complaint.service.${value}`) }))} />
      </Form.Item>
    </ComplaintForm>
  );
}

export function CloseForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <ComplaintForm<{ followUp: string }>
      {...props}
      event="close"
      initial={{ followUp: '' }}
      intro={<p>{t('complaint.closeMeans')}</p>}
    >
      <WordsItem name="followUp" label={t('complaint.followUp')} maxLength={2000} rows={4} />
    </ComplaintForm>
  );
}
