import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 通知辩护: the letter to the organ, the refusal by the accused, and what follows it. */

export function ReplyOrganForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const page = props.matter.aidCase;
  return (
    <ActionForm<{ readonly toldOn: string }>
      {...props}
      event="replyOrgan"
      initial={{ toldOn: today() }}
      send={({ toldOn }, version, key) => moveCase(props.matter.current, 'replyOrgan', { version, toldOn }, key)}
      intro={
        <p>
          {t('replyOrgan.intro', {
            organ: page?.notices.at(-1)?.organName ?? t('notified.organ'),
            name: page?.case.handlerName ?? '',
          })}
        </p>
      }
    >
      <Form.Item
        name="toldOn"
        label={t('replyOrgan.toldOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
    </ActionForm>
  );
}

interface Refused {
  readonly refusedOn: string;
  readonly words: string;
}

export function ReportRefusalForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ActionForm<Refused>
      {...props}
      event="reportRefusal"
      initial={{ refusedOn: today() }}
      send={({ refusedOn, words }, version, key) =>
        moveCase(props.matter.current, 'reportRefusal', { version, refusedOn, words: words.trim() }, key)
      }
      intro={<p>{t('refusal.intro')}</p>}
    >
      <Form.Item
        name="refusedOn"
        label={t('refusal.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="words"
        label={t('refusal.words')}
        rules={[{ required: true, whitespace: true, message: t('refusal.wordsMissing') }]}
      >
        <ProseField maxLength={1000} rows={4} />
      </Form.Item>
    </ActionForm>
  );
}

interface Renotified {
  readonly receivedOn: string;
  readonly noticeNumber?: string;
  readonly officer: string;
  readonly officerContact: string;
}

export function TakeRenoticeForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const last = props.matter.aidCase?.notices.at(-1);
  return (
    <ActionForm<Renotified>
      {...props}
      event="takeRenotice"
      initial={{
        receivedOn: today(),
        ...(last === undefined ? {} : { officer: last.officer, officerContact: last.officerContact }),
      }}
      send={({ noticeNumber, ...values }, version, key) =>
        moveCase(
          props.matter.current,
          'takeRenotice',
          { version, ...values, ...(noticeNumber === undefined || noticeNumber.trim() === '' ? {} : { noticeNumber }) },
          key,
        )
      }
      intro={<p>{t('renotice.intro')}</p>}
    >
      <Form.Item
        name="receivedOn"
        label={t('notice.receivedOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="noticeNumber" label={t('notice.number')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="officer"
        label={t('notice.officer')}
        rules={[{ required: true, whitespace: true, message: t('notice.officerMissing') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="officerContact"
        label={t('notice.officerContact')}
        rules={[{ required: true, whitespace: true, message: t('notice.officerContactMissing') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </ActionForm>
  );
}

export function ResumeDefenceForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ readonly reason: string }>
      {...props}
      event="resumeDefence"
      send={({ reason }, version, key) =>
        moveCase(props.matter.current, 'resumeDefence', { version, reason: reason.trim() }, key)
      }
    >
      <ReasonItem label={t('resume.reason')} maxLength={500} rows={3} placeholder={t('resume.hint')} />
    </ActionForm>
  );
}
