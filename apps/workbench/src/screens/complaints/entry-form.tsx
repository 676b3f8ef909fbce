import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useDeferredValue, useRef } from 'react';
import { againstKinds, complaintDoors, complaintStandings } from '../../api/codes.ts';
import { besideQuery, type RegisteredComplaint, registerComplaint } from '../../api/complaints.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from '../application-entry/entry-form.module.css';
import { Section, Whole } from '../application-entry/section.tsx';
import { BesideList } from './complaint-facts.tsx';
import own from './complaints.module.css';
import { complaintInputOf, type EntryValues, entryFieldOf, speaksThere } from './entry-values.ts';

interface EntryFormProps {
  readonly initial: EntryValues;
  /** The place is that of the matter or the consultation that it comes from. */
  readonly fixedPlace: boolean;
  readonly consultationId: string | undefined;
  readonly onRegistered: (registered: RegisteredComplaint) => void;
}

/** Doors that somebody enters by hand. */
const byHand = complaintDoors.filter((door) => door !== 'web');
const enoughOfPhone = /^[\d\s+-]{7,}$/;

export function EntryForm({ initial, fixedPlace, consultationId, onRegistered }: EntryFormProps): ReactNode {
  const { t } = useWords();
  const words = useComplaintWords();
  const dayRules = useDayRules();
  const client = useQueryClient();
  const { tenants } = useScope();
  const [form] = Form.useForm<EntryValues>();
  const key = useRef(newIdempotencyKey());
  const who = Form.useWatch('who', form) ?? initial.who;
  const door = Form.useWatch('door', form) ?? initial.door;
  const oral = Form.useWatch('oral', form) === true;
  const againstKind = Form.useWatch('againstKind', form) ?? initial.againstKind;
  const send = useMutation({
    mutationFn: (values: EntryValues) => registerComplaint(complaintInputOf(values, consultationId), key.current),
    onSuccess: async (registered) => {
      await client.invalidateQueries({ queryKey: ['complaints', 'list'] });
      onRegistered(registered);
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: entryFieldOf(pathOf(fault.pointer)),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
      if (faults[0] !== undefined) form.scrollToField(faults[0].name as never, { block: 'center' });
    },
  });
  const needed = (text: string) => [{ required: true, whitespace: true, message: text }];
  const yes = (text: string) => [
    {
      validator: (_: unknown, ticked: boolean | undefined) =>
        ticked === true ? Promise.resolve() : Promise.reject(new Error(text)),
    },
  ];

  return (
    <Form<EntryValues>
      form={form}
      layout="vertical"
      className={css.entry ?? ''}
      requiredMark={false}
      initialValues={initial}
      onFinish={() => send.mutate(form.getFieldsValue(true) as EntryValues)}
    >
      <div className={css.sections}>
        <Section title={t('complaint.how')}>
          <Whole>
            <Form.Item name="door" label={t('complaint.door')}>
              <Radio.Group
                optionType="button"
                options={byHand.map((value) => ({ value, label: t(`complaint.door.${value}`) }))}
              />
            </Form.Item>
          </Whole>
          <Form.Item
            name="receivedOn"
            label={t('complaint.receivedOn')}
            rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
          >
            <DayField />
          </Form.Item>
          <Form.Item name="tenant" label={t('complaint.bureau')} hidden={fixedPlace || tenants.length < 2}>
            <Select options={tenants.map(({ code, name }) => ({ value: code, label: name }))} />
          </Form.Item>
        </Section>
        <Section title={t('complaint.complainant')}>
          <Whole>
            <Form.Item name="who" label={t('complaint.who')}>
              <Radio.Group
                options={(['recipient', 'named', 'anonymous'] as const).map((value) => ({
                  value,
                  label: t(`complaint.who.${value}`),
                }))}
              />
            </Form.Item>
          </Whole>
          <Form.Item
            name="matterNumber"
            label={t('complaint.matterNumber')}
            extra={t('complaint.matterNumberHint')}
            dependencies={['who']}
            rules={who === 'recipient' ? needed(t('complaint.matterMissing')) : []}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="standing" label={t('complaint.standing')}>
            <Select options={complaintStandings.map((value) => ({ value, label: t(`complaint.standing.${value}`) }))} />
          </Form.Item>
          {who === 'named' ? (
            <>
              <Form.Item name="name" label={t('complaint.name')} rules={needed(t('complaint.nameMissing'))}>
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              <Form.Item name="phone" label={`${t('fact.phone')}${t('complaint.optional')}`}>
                <Input maxLength={40} inputMode="tel" autoComplete="off" />
              </Form.Item>
              <Whole>
                <Form.Item name="address" label={`${t('fact.address')}${t('complaint.optional')}`}>
                  <Input maxLength={200} autoComplete="off" />
                </Form.Item>
              </Whole>
            </>
          ) : null}
        </Section>
        <Section title={t('complaint.about')}>
          <Whole>
            <Form.Item name="againstKind" label={t('complaint.against')}>
              <Radio.Group options={againstKinds.map((value) => ({ value, label: t(`complaint.against.${value}`) }))} />
            </Form.Item>
          </Whole>
          <Whole>
            <Form.Item
              name="againstName"
              label={
                againstKind === 'staff'
                  ? t('complaint.againstName')
                  : `${t('complaint.againstName')}${t('complaint.optional')}`
              }
              extra={t('complaint.againstNameHint')}
              rules={againstKind === 'staff' ? needed(t('complaint.againstNameMissing')) : []}
            >
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
          </Whole>
          <Whole>
            <Form.Item
              name="grounds"
              label={t('complaint.grounds')}
              rules={[{ required: true, type: 'array', min: 1, message: t('complaint.groundsMissing') }]}
            >
              <CodesBoxes codes={words.grounds.map(([code]) => code)} words={words.ground} />
            </Form.Item>
          </Whole>
          <Whole>
            <Form.Item
              name="statement"
              label={t('complaint.statement')}
              extra={t('complaint.statementHint')}
              rules={needed(t('complaint.statementMissing'))}
            >
              <ProseField maxLength={5000} rows={7} />
            </Form.Item>
            <Form.Item name="wish" label={`${t('complaint.wish')}${t('complaint.optional')}`}>
              <ProseField maxLength={1000} rows={2} />
            </Form.Item>
          </Whole>
        </Section>
        {speaksThere(door) ? (
          <Section title={t('complaint.record')}>
            <Whole>
              <Form.Item name="oral" valuePropName="checked" extra={t('complaint.oralHint')}>
                <Checkbox>{t('complaint.oral')}</Checkbox>
              </Form.Item>
            </Whole>
            {oral ? (
              <>
                <Form.Item
                  name="recordedBy"
                  label={t('complaint.recorder')}
                  rules={needed(t('complaint.recorderMissing'))}
                >
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
                <Whole>
                  <Form.Item name="readBack" valuePropName="checked" rules={yes(t('complaint.readBackMissing'))}>
                    <Checkbox>{t('complaint.readBack')}</Checkbox>
                  </Form.Item>
                  <Form.Item name="signed" valuePropName="checked" rules={yes(t('complaint.signedMissing'))}>
                    <Checkbox>{t('complaint.signed')}</Checkbox>
                  </Form.Item>
                </Whole>
              </>
            ) : null}
          </Section>
        ) : null}
      </div>
      <aside className={css.side}>
        <Earlier />
        <div className={css.hand}>
          <p className="soft">{t('complaint.goesToBureau')}</p>
          {send.isError ? <ProblemNote error={send.error} /> : null}
          <Button type="primary" size="large" block htmlType="submit" loading={send.isPending}>
            {t('complaint.register')}
          </Button>
        </div>
      </aside>
    </Form>
  );
}

/** 重复投诉, pointed out while it is written down: to the bureau alone, for whoever could try numbers would learn who complained. */
function Earlier(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const form = Form.useFormInstance<EntryValues>();
  const tenant = Form.useWatch('tenant', form) ?? '';
  const named = Form.useWatch('who', form) === 'named';
  const phone = useDeferredValue(Form.useWatch('phone', form)?.trim() ?? '');
  const number = useDeferredValue(Form.useWatch('matterNumber', form)?.trim() ?? '');
  const may = session.roles.includes('bureauReviewer');
  const asked = besideQuery({
    tenant,
    ...(named && enoughOfPhone.test(phone) ? { phone } : {}),
    ...(number.length >= 6 ? { matterNumber: number } : {}),
  });
  const found = useQuery({ ...asked, enabled: may && asked.enabled === true });
  if (!may) return <p className="soft">{t('complaint.repeatedLater')}</p>;
  const rows = found.data?.rows ?? [];
  if (rows.length === 0)
    return (
      <p className="soft">{found.data === undefined ? t('complaint.repeatedWaits') : t('complaint.repeatedNone')}</p>
    );
  return (
    <section className={own.repeated} aria-label={t('complaint.repeated')}>
      <p>
        <strong>{t('complaint.repeatedFound', { count: rows.length })}</strong>
      </p>
      <BesideList rows={rows} />
      <p className="soft">{t('complaint.repeatedHint')}</p>
    </section>
  );
}
