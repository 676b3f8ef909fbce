import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { type Ground, moveApplication } from '../../../api/applications.ts';
import { moveCase } from '../../../api/cases.ts';
import { today } from '../../../api/server-clock.ts';
import { dayInWords } from '../../../format/day.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { GroundsField } from '../../../parts/grounds-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import type { MatterView } from '../matter-view.ts';
import { contestedKind, ObjectionFacts, objectionTo } from '../objection-facts.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 异议: raised at a counter for the bureau, decided by the bureau alone, carried out by the centre (art. 49). */

/** The same moves on either record: a refusal is the application's, a termination the case's. */
function moveContested(
  { current }: MatterView,
  move: 'raiseObjection' | 'maintain' | 'orderCorrection',
  body: object,
  key: string,
): Promise<unknown> {
  return current.subject === 'case' ? moveCase(current, move, body, key) : moveApplication(current, move, body, key);
}

interface Raised {
  readonly reasons: string;
  readonly door: 'window' | 'letter' | 'bureau';
  readonly servedOn?: string;
  readonly receivedOn: string;
  readonly lateReason: string;
}

export function RaiseObjectionForm(props: ActionProps): ReactNode {
  const { t, language } = useWords();
  const dayRules = useDayRules();
  const { query, decidedOn } = objectionTo(props.matter, contestedKind(props.matter));
  const time = useQuery(query).data?.time ?? null;
  return (
    <ActionForm<Raised>
      {...props}
      event="raiseObjection"
      initial={{ reasons: '', door: 'window', receivedOn: today(), lateReason: '' }}
      send={({ servedOn, lateReason, reasons, ...values }, version, key) =>
        moveContested(
          props.matter,
          'raiseObjection',
          {
            version,
            ...values,
            reasons: reasons.trim(),
            lateReason: lateReason.trim(),
            ...(servedOn === undefined ? {} : { servedOn }),
          },
          key,
        )
      }
      intro={
        <>
          <p>{t('raiseObjection.intro')}</p>
          {time === null ? null : (
            <p className="soft">
              {t('objection.untilDay', { day: dayInWords(time.until, language, today()) })} · {time.citation}
              {time.verified ? '' : ` · ${t('mark.unverified')}`}
            </p>
          )}
        </>
      }
    >
      <Form.Item
        name="reasons"
        label={t('raiseObjection.reasons')}
        rules={[{ required: true, whitespace: true, message: t('raiseObjection.reasonsMissing') }]}
      >
        <ProseField maxLength={3000} rows={5} />
      </Form.Item>
      <Form.Item name="door" label={t('raiseObjection.door')}>
        <Radio.Group
          options={(['window', 'letter', 'bureau'] as const).map((value) => ({
            value,
            label: t(`raiseObjection.door.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="servedOn"
        label={t('raiseObjection.servedOn')}
        rules={dayRules({ notAfter: today(), notBefore: decidedOn })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={t('raiseObjection.receivedOn')}
        rules={dayRules({ required: t('raiseObjection.dayMissing'), notAfter: today(), notBefore: decidedOn })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="lateReason" label={t('raiseObjection.lateReason')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}

interface Reviewed {
  readonly grounds?: readonly Ground[];
  readonly correction?: string;
}

export function MaintainForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Reviewed>
      {...props}
      event="maintain"
      danger
      initial={{
        grounds:
          contestedKind(props.matter) === 'refusal'
            ? (props.matter.application?.suggestedGrounds ?? [])
            : [{ text: '', citation: '' }],
      }}
      send={({ grounds }, version, key) =>
        moveContested(props.matter, 'maintain', { version, grounds: grounds ?? [] }, key)
      }
      intro={
        <>
          <p>{t('maintain.intro')}</p>
          <ObjectionFacts matter={props.matter} kind={contestedKind(props.matter)} />
        </>
      }
    >
      <Form.Item label={t('maintain.grounds')} required>
        <GroundsField required={() => true} missing={t('propose.groundTextMissing')} />
      </Form.Item>
    </ActionForm>
  );
}

export function OrderCorrectionForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Reviewed>
      {...props}
      event="orderCorrection"
      initial={{
        grounds: [{ text: '', citation: '' }],
        correction: t(`orderCorrection.usual.${contestedKind(props.matter)}`),
      }}
      send={({ grounds, correction }, version, key) =>
        moveContested(
          props.matter,
          'orderCorrection',
          { version, grounds: grounds ?? [], correction: (correction ?? '').trim() },
          key,
        )
      }
      intro={
        <>
          <p>{t(`orderCorrection.intro.${contestedKind(props.matter)}`)}</p>
          <ObjectionFacts matter={props.matter} kind={contestedKind(props.matter)} />
        </>
      }
    >
      <Form.Item label={t('orderCorrection.grounds')} required>
        <GroundsField required={() => true} missing={t('propose.groundTextMissing')} />
      </Form.Item>
      <Form.Item
        name="correction"
        label={t('orderCorrection.correction')}
        rules={[{ required: true, whitespace: true, message: t('orderCorrection.correctionMissing') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </ActionForm>
  );
}

export function GrantCorrectedForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ note: string }>
      {...props}
      event="grantCorrected"
      initial={{ note: '' }}
      send={(values, version, key) =>
        moveApplication(props.matter.current, 'grantCorrected', { version, ...values }, key)
      }
      intro={
        <>
          <p>{t('grantCorrected.intro')}</p>
          <ObjectionFacts matter={props.matter} kind={contestedKind(props.matter)} />
        </>
      }
    >
      <Form.Item name="note" label={t('decide.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
