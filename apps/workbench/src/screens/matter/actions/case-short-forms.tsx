import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { type CaseMove, moveCase } from '../../../api/cases.ts';
import { declineGrounds, terminationGrounds } from '../../../api/codes.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* The moves of a case that ask for little. */

const sendMove = (matter: ActionProps['matter'], move: CaseMove) => (values: object, version: number, key: string) =>
  moveCase(matter.current, move, { version, ...values }, key);

export function AcceptForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<object>
      {...props}
      event="accept"
      send={sendMove(props.matter, 'accept')}
      intro={<p>{t('accept.intro')}</p>}
    />
  );
}

interface Declined {
  readonly ground: (typeof declineGrounds)[number];
  readonly reason: string;
}

/** 不能承办: a good reason is needed (art. 46); the case goes back to the designator at once. */
export function DeclineForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Declined>
      {...props}
      event="decline"
      danger
      send={sendMove(props.matter, 'decline')}
      intro={<p>{t('decline.intro')}</p>}
    >
      <Form.Item
        name="ground"
        label={t('decline.ground')}
        rules={[{ required: true, message: t('decline.groundMissing') }]}
      >
        <Select options={declineGrounds.map((ground) => ({ value: ground, label: t(`declineGround.${ground}`) }))} />
      </Form.Item>
      <ReasonItem label={t('decline.reason')} maxLength={500} />
    </ActionForm>
  );
}

interface Reasoned {
  readonly reason: string;
}

export function RecallForm(props: ActionProps): ReactNode {
  return <TakeBack {...props} event="recall" from={props.matter.aidCase?.case.handlerName ?? ''} />;
}

/** 收回对单位的指派, before it has named anybody. */
export function RecallFirmForm(props: ActionProps): ReactNode {
  return <TakeBack {...props} event="recallFirm" from={props.matter.aidCase?.case.handlerUnit ?? ''} />;
}

function TakeBack({
  event,
  from,
  ...props
}: ActionProps & { event: 'recall' | 'recallFirm'; from: string }): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Reasoned>
      {...props}
      event={event}
      danger
      send={sendMove(props.matter, event)}
      intro={<p>{t('recall.intro', { name: from })}</p>}
    >
      <ReasonItem label={t('recall.reason')} maxLength={500} />
    </ActionForm>
  );
}

/** 收回征集, before anybody has taken it. */
export function CloseOfferForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<object>
      {...props}
      event="closeOffer"
      send={sendMove(props.matter, 'closeOffer')}
      intro={<p>{t('closeOffer.intro')}</p>}
    />
  );
}

interface Terminated {
  readonly ground: (typeof terminationGrounds)[number];
  readonly facts: string;
}

/** 终止: on one of the eight grounds of art. 48. */
export function TerminateForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const words = useFactWords();
  return (
    <ActionForm<Terminated>
      {...props}
      event="terminate"
      danger
      send={sendMove(props.matter, 'terminate')}
      mine={({ ground }) => ({ terminationGround: words.terminationGround(ground) })}
      intro={<p>{t('terminate.intro', { number: props.matter.number, name: props.matter.recipientName })}</p>}
    >
      <Form.Item
        name="ground"
        label={t('terminate.ground')}
        rules={[{ required: true, message: t('terminate.groundMissing') }]}
      >
        <Select
          options={terminationGrounds.map((ground) => ({ value: ground, label: t(`terminationGround.${ground}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="facts"
        label={t('terminate.facts')}
        rules={[{ required: true, whitespace: true, message: t('terminate.factsMissing') }]}
      >
        <ProseField maxLength={3000} rows={5} />
      </Form.Item>
    </ActionForm>
  );
}

interface Notified {
  readonly recipientServedOn: string;
  readonly unitToldOn?: string;
  readonly organToldOn?: string;
}

export function RecordNotificationForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ActionForm<Notified>
      {...props}
      event="recordNotification"
      send={sendMove(props.matter, 'recordNotification')}
      initial={{ recipientServedOn: today() }}
    >
      <Form.Item
        name="recipientServedOn"
        label={t('notified.recipient')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="unitToldOn" label={t('notified.unit')} rules={dayRules({ notAfter: today() })}>
        <DayField />
      </Form.Item>
      <Form.Item name="organToldOn" label={t('notified.organ')} rules={dayRules({ notAfter: today() })}>
        <DayField />
      </Form.Item>
    </ActionForm>
  );
}

export function AcceptFileForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<object>
      {...props}
      event="acceptFile"
      send={sendMove(props.matter, 'acceptFile')}
      intro={<p>{t('acceptFile.intro')}</p>}
    />
  );
}

interface Returned {
  readonly reasons: string;
  readonly resubmitBy: string;
}

/** 退回卷宗: every reason at once, one a line. */
export function ReturnFileForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ActionForm<Returned>
      {...props}
      event="returnFile"
      send={({ reasons, resubmitBy }, version, key) =>
        moveCase(props.matter.current, 'returnFile', { version, reasons: linesOf(reasons), resubmitBy }, key)
      }
      intro={<p>{t('returnFile.intro')}</p>}
      fieldOf={(path) => (path[0] === 'reasons' ? ['reasons'] : [...path])}
    >
      <Form.Item
        name="reasons"
        label={t('returnFile.reasons')}
        rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
      >
        <ProseField maxLength={4000} rows={4} placeholder={t('returnFile.reasonsHint')} />
      </Form.Item>
      <Form.Item
        name="resubmitBy"
        label={t('returnFile.resubmitBy')}
        rules={dayRules({ required: t('form.dayMissing'), notBefore: today() })}
      >
        <DayField />
      </Form.Item>
    </ActionForm>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
