import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { groundsOfAsker, type ReplacementAsker, replacementAskers } from '../../../api/codes.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { useSession } from '../../../session/gate.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 更换承办人: asked, decided, handed over (art. 55; procedure arts 37, 38). */

interface Asked {
  readonly askedBy: ReplacementAsker;
  readonly ground: string;
  readonly facts: string;
  readonly receivedOn?: string;
}

/** The counter writes it down for the recipient or the handler; a handler asks for themselves. */
export function RequestReplacementForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const atCounter = useSession().roles.includes('clerk');
  const [form] = Form.useForm<Asked>();
  const asker = Form.useWatch('askedBy', form) ?? (atCounter ? 'recipient' : 'handler');
  return (
    <ActionForm<Asked>
      {...props}
      form={form}
      event="requestReplacement"
      initial={atCounter ? { askedBy: 'recipient', receivedOn: today() } : { askedBy: 'handler' }}
      send={(values, version, key) =>
        moveCase(
          props.matter.current,
          'requestReplacement',
          { version, ...values, askedBy: asker, facts: values.facts.trim() },
          key,
        )
      }
      intro={<p>{t('replacement.intro')}</p>}
    >
      {atCounter ? (
        <>
          <Form.Item name="askedBy" label={t('replacement.askedBy')}>
            <Radio.Group
              options={replacementAskers.map((value) => ({ value, label: t(`replacementAsker.${value}`) }))}
              onChange={() => form.resetFields(['ground'])}
            />
          </Form.Item>
          <Form.Item
            name="receivedOn"
            label={t('replacement.receivedOn')}
            rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
          >
            <DayField />
          </Form.Item>
        </>
      ) : null}
      <Form.Item
        name="ground"
        label={t('replacement.ground')}
        rules={[{ required: true, message: t('replacement.groundMissing') }]}
      >
        <Select
          options={groundsOfAsker[asker].map((ground) => ({ value: ground, label: t(`replacementGround.${ground}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="facts"
        label={t('replacement.facts')}
        rules={[{ required: true, whitespace: true, message: t('replacement.factsMissing') }]}
        extra={t('replacement.factsHint')}
      >
        <ProseField maxLength={2000} rows={5} />
      </Form.Item>
    </ActionForm>
  );
}

interface Decided {
  readonly opinion: string;
}

/** What was asked, in sight of whoever decides. */
function AskedNote({ matter }: Pick<ActionProps, 'matter'>): ReactNode {
  const { t } = useWords();
  const asked = matter.aidCase?.replacements.find((one) => one.state === 'requested');
  if (asked === undefined) return null;
  return (
    <>
      <p>
        {t(`replacementAsker.${asked.askedBy}`)}
        {t('word.dot')}
        {t(`replacementGround.${asked.ground}`)}
      </p>
      <p>{asked.facts}</p>
    </>
  );
}

function OpinionField({ label }: { label: string }): ReactNode {
  const { t } = useWords();
  return (
    <Form.Item
      name="opinion"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('replacement.opinionMissing') }]}
    >
      <ProseField maxLength={1000} rows={3} />
    </Form.Item>
  );
}

export function ApproveReplacementForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Decided>
      {...props}
      event="approveReplacement"
      send={({ opinion }, version, key) =>
        moveCase(props.matter.current, 'approveReplacement', { version, opinion: opinion.trim() }, key)
      }
      intro={
        <>
          <AskedNote matter={props.matter} />
          <p>{t('replacement.approveIntro', { name: props.matter.aidCase?.case.handlerName ?? '' })}</p>
        </>
      }
    >
      <OpinionField label={t('replacement.opinion')} />
    </ActionForm>
  );
}

export function KeepHandlerForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const event = props.matter.current.events.includes('keepHandler') ? 'keepHandler' : 'keepHandlerUnsigned';
  return (
    <ActionForm<Decided>
      {...props}
      event={event}
      send={({ opinion }, version, key) =>
        moveCase(props.matter.current, event, { version, opinion: opinion.trim() }, key)
      }
      intro={
        <>
          <AskedNote matter={props.matter} />
          <p>{t('replacement.keepIntro')}</p>
        </>
      }
    >
      <OpinionField label={t('replacement.whyKept')} />
    </ActionForm>
  );
}

interface HandedOver {
  readonly handedOverOn: string;
  readonly materials: string;
  readonly note?: string;
}

export function RecordHandoverForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ActionForm<HandedOver>
      {...props}
      event="recordHandover"
      initial={{ handedOverOn: today() }}
      fieldOf={(path) => (path[0] === 'materials' ? ['materials'] : [...path])}
      send={({ handedOverOn, materials, note }, version, key) =>
        moveCase(
          props.matter.current,
          'recordHandover',
          {
            version,
            handedOverOn,
            materials: materials
              .split('\n')
              .map((name) => name.trim())
              .filter((name) => name !== '')
              .map((name) => ({ name })),
            ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
          },
          key,
        )
      }
      intro={<p>{t('handover.intro')}</p>}
    >
      <Form.Item
        name="handedOverOn"
        label={t('handover.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="materials"
        label={t('handover.materials')}
        rules={[{ required: true, whitespace: true, message: t('handover.materialsMissing') }]}
      >
        <ProseField maxLength={8000} rows={5} placeholder={t('handover.materialsHint')} />
      </Form.Item>
      <Form.Item name="note" label={t('handover.note')}>
        <Input maxLength={500} />
      </Form.Item>
    </ActionForm>
  );
}
