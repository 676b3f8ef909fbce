import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { recordService, type ServiceInput, type ServiceMethod, serviceMethods, signings } from '../../api/documents.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import type { MatterDocument } from '../../api/matter.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { SignaturePad } from '../../parts/signature-pad.tsx';

type Values = Omit<ServiceInput, 'tenant' | 'documentId'>;

/** Ways in which somebody takes the paper in hand and signs for it. */
const inHand: readonly ServiceMethod[] = ['direct', 'entrusted'];
/** Ways that leave nobody's signature and need a word of how. */
const unattended: readonly ServiceMethod[] = ['left', 'announced'];

interface ServicePanelProps {
  readonly tenant: string;
  readonly document: MatterDocument;
  /** Whom papers of this matter mostly go to. */
  readonly recipient: string;
  readonly onClose: () => void;
}

/** 登记送达: one paper, one person, one way; what the way needs is asked and nothing else. */
export function ServicePanel({ tenant, document, recipient, onClose }: ServicePanelProps): ReactNode {
  const { t, side } = useWords();
  const dayRules = useDayRules();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const [form] = Form.useForm<Values>();
  const method = Form.useWatch('method', form) ?? 'direct';
  const signing = Form.useWatch('signing', form);
  const receivedBy = Form.useWatch('receivedBy', form);
  const save = useMutation({
    mutationFn: (values: Values) => recordService(inputOf(tenant, document.documentId, values), key.current),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      void message.success(t('service.done'));
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map(({ pointer, detail }) => ({
        name: pathOf(pointer),
        errors: [detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
    },
  });
  const needed = (words: string) => [{ required: true, whitespace: true, message: words }];
  return (
    <Panel title={t('service.record')} onClose={onClose}>
      <p className="soft">
        {side({ zh: document.title, en: document.titleEn })} {document.number}
      </p>
      {save.isError ? <ProblemNote error={save.error} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ recipient, method: 'direct', servedOn: today(), signing: 'touch' }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="recipient" label={t('service.recipient')} rules={needed(t('service.recipientMissing'))}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="method" label={t('service.method')}>
          <Select options={serviceMethods.map((value) => ({ value, label: t(`service.method.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="servedOn"
          label={t('service.on')}
          rules={dayRules({ required: t('form.dayMissing'), notAfter: today(), notBefore: dayOf(document.issuedAt) })}
        >
          <DayField />
        </Form.Item>
        {method === 'electronic' ? (
          <Form.Item
            name="consentOn"
            label={t('service.consentOn')}
            extra={t('service.consentHint')}
            rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
          >
            <DayField />
          </Form.Item>
        ) : null}
        {method === 'post' ? (
          <Form.Item name="trackingNumber" label={t('service.tracking')} rules={needed(t('service.trackingMissing'))}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        ) : null}
        {inHand.includes(method) ? (
          <>
            <Form.Item name="receivedBy" label={t('service.receivedBy')} extra={t('service.receivedByHint')}>
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
            {receivedBy?.trim() ? (
              <Form.Item name="relation" label={t('service.relation')} rules={needed(t('service.relationMissing'))}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
            ) : null}
            <Form.Item name="signing" label={t('service.signing')}>
              <Radio.Group options={signings.map((value) => ({ value, label: t(`service.signing.${value}`) }))} />
            </Form.Item>
            {signing === 'touch' ? (
              <Form.Item
                name="signature"
                label={t('service.signature')}
                rules={[{ required: true, message: t('service.signatureMissing') }]}
              >
                <SignaturePad />
              </Form.Item>
            ) : null}
          </>
        ) : null}
        <Form.Item
          name="remark"
          label={t('service.remark')}
          {...(unattended.includes(method) ? { rules: needed(t('service.remarkMissing')) } : {})}
        >
          <ProseField maxLength={500} rows={2} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('service.save')}
        </Button>
      </Form>
    </Panel>
  );
}

/** What the way does not ask for is not sent, whatever was typed before it was chosen. */
function inputOf(tenant: string, documentId: string, values: Values): ServiceInput {
  const { recipient, method, servedOn, receivedBy, relation, signing, signature, consentOn, trackingNumber, remark } =
    values;
  const hand = inHand.includes(method);
  const said = (text: string | undefined): string | undefined => text?.trim() || undefined;
  const other = hand ? said(receivedBy) : undefined;
  const kept = {
    receivedBy: other,
    relation: other === undefined ? undefined : said(relation),
    signing: hand ? signing : undefined,
    signature: hand && signing === 'touch' ? signature : undefined,
    consentOn: method === 'electronic' ? consentOn : undefined,
    trackingNumber: method === 'post' ? said(trackingNumber) : undefined,
    remark: said(remark),
  };
  return {
    tenant,
    documentId,
    recipient: recipient.trim(),
    method,
    servedOn,
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
  };
}
