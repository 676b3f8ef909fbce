import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { addDays } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';
import { ComplaintForm, type FormProps, WordsItem } from './complaint-form.tsx';

/* Looking into it: by somebody of the bureau, or by a lower organ in its place. */

export function InvestigateForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const words = useComplaintWords();
  return (
    <ComplaintForm<object>
      {...props}
      event="investigate"
      intro={<p>{t('complaint.investigateMeans', { who: words.against(props.page.complaint) })}</p>}
    />
  );
}

export function EntrustForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ComplaintForm<{ toName: string; question: string; dueOn: string }>
      {...props}
      event="entrust"
      initial={{ toName: '', question: '', dueOn: addDays(today(), 10) }}
      mine={({ toName }) => ({ toName })}
      intro={<p>{t('complaint.entrustMeans')}</p>}
    >
      <Form.Item
        name="toName"
        label={t('complaint.entrustedTo')}
        rules={[{ required: true, whitespace: true, message: t('complaint.entrustedToMissing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <WordsItem
        name="question"
        label={t('complaint.question')}
        maxLength={1000}
        rows={3}
        missing={t('complaint.wordsMissing')}
      />
      <Form.Item
        name="dueOn"
        label={t('complaint.entrustedUntil')}
        rules={dayRules({ required: t('form.dayMissing'), notBefore: addDays(today(), 1) })}
      >
        <DayField />
      </Form.Item>
    </ComplaintForm>
  );
}

export function TakeReturnForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <ComplaintForm<{ report: string }>
      {...props}
      event="takeReturn"
      initial={{ report: '' }}
      mine={({ report }) => ({ report })}
      intro={<p>{t('complaint.wasAsked', { question: props.page.findings.entrusting })}</p>}
    >
      <WordsItem
        name="report"
        label={t('complaint.returned')}
        maxLength={5000}
        rows={8}
        missing={t('complaint.wordsMissing')}
      />
    </ComplaintForm>
  );
}

export function TellFederationForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const words = useComplaintWords();
  const { suggestedFederations } = props.page;
  return (
    <ComplaintForm<{ federations: readonly string[]; words: string }>
      {...props}
      event="tellFederation"
      initial={{ federations: suggestedFederations, words: '' }}
      mine={({ federations }) => ({ federations: federations.map(words.federation).join(t('word.list')) })}
      intro={<p>{t('complaint.tellMeans')}</p>}
    >
      <Form.Item
        name="federations"
        label={t('complaint.told')}
        rules={[{ required: true, type: 'array', min: 1, message: t('complaint.federationsMissing') }]}
      >
        <CodesBoxes codes={words.federations} words={words.federation} />
      </Form.Item>
      <WordsItem
        name="words"
        label={t('complaint.tellWords')}
        maxLength={1000}
        rows={4}
        missing={t('complaint.wordsMissing')}
      />
    </ComplaintForm>
  );
}

export function ReportFindingsForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const before = props.page.findings.sentBack.at(-1);
  return (
    <ComplaintForm<{ findings: string }>
      {...props}
      event="reportFindings"
      initial={{ findings: props.page.findings.findings }}
      mine={({ findings }) => ({ findings })}
      intro={
        <>
          <p>{t('complaint.reportMeans')}</p>
          {before === undefined ? null : (
            <p className="soft">{t('complaint.wasSentBack', { reason: before.reason })}</p>
          )}
        </>
      }
    >
      <WordsItem
        name="findings"
        label={t('complaint.findings')}
        maxLength={5000}
        rows={10}
        missing={t('complaint.wordsMissing')}
      />
    </ComplaintForm>
  );
}

export function SendBackForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <ComplaintForm<{ reason: string }> {...props} event="sendBack" initial={{ reason: '' }}>
      <ReasonItem label={t('complaint.sentBack')} maxLength={1000} rows={4} />
    </ComplaintForm>
  );
}
