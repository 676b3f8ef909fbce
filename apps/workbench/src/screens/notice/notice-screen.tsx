import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { type NotifyingOrgan, noticeGrounds, notifyingOrgans } from '../../api/codes.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { registerNotice } from '../../api/notices.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { LanguageField } from '../../parts/language-field.tsx';
import { PersonFields } from '../../parts/person-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useIntake } from '../../session/use-intake.ts';
import { useScope } from '../../shell/scope.ts';
import css from '../application-entry/entry-form.module.css';
import { Section, Whole } from '../application-entry/section.tsx';
import { EntryChecks } from '../checks/entry-checks.tsx';
import { EarlierCases } from './earlier-cases.tsx';
import { type NoticeValues, noticeFieldOf, noticeInputOf, stagesOfOrgan } from './notice-values.ts';

/** 登记通知辩护: the organ's notice on one page; it goes straight to designation, with three days to designate and to answer. */
export function NoticeScreen(): ReactNode {
  const { t, side } = useWords();
  const dayRules = useDayRules();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const scope = useScope();
  const intake = useIntake();
  const tenant = scope.tenant ?? intake?.tenant ?? scope.tenants[0]?.code ?? '';
  const [form] = Form.useForm<NoticeValues>();
  const key = useRef(newIdempotencyKey());
  const organ = Form.useWatch('organ', form) ?? 'court';
  const person = Form.useWatch('person', form) ?? {};
  const coDefendants = Form.useWatch('coDefendants', form);
  const organCaseNumber = Form.useWatch('organCaseNumber', form);

  const send = useMutation({
    mutationFn: (values: NoticeValues) => registerNotice(tenant, noticeInputOf(values), key.current),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['cases'] });
      for (const warning of answer.warnings) void message.warning(side(warning), 8);
      void message.success(t('notice.done', { number: answer.number }));
      void navigate({
        to: '/matters/$tenant/$matterId',
        params: { tenant: answer.tenant, matterId: answer.matterId },
        search: { case: answer.caseId },
      });
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: noticeFieldOf(pathOf(fault.pointer)),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
      if (faults[0] !== undefined) form.scrollToField(faults[0].name as never, { block: 'center' });
    },
  });
  const needed = (text: string) => [{ required: true, whitespace: true, message: text }];

  return (
    <>
      <ScreenHead title={t('notice.title')} beside={t('notice.hint', { place: scope.nameOf(tenant) })} />
      <Form<NoticeValues>
        form={form}
        layout="vertical"
        className={css.entry}
        requiredMark={false}
        initialValues={{ organ: 'court', stage: 'firstInstance', receivedOn: today(), person: {} }}
        onFinish={() => send.mutate(form.getFieldsValue(true) as NoticeValues)}
      >
        <div className={css.sections}>
          <Section title={t('notice.organ')}>
            <Form.Item name="organ" label={t('notice.organKind')}>
              <Select
                options={notifyingOrgans.map((value) => ({ value, label: t(`organ.${value}`) }))}
                onChange={(value: NotifyingOrgan) => form.setFieldValue('stage', stagesOfOrgan[value][0])}
              />
            </Form.Item>
            <Form.Item name="organName" label={t('notice.organName')} rules={needed(t('notice.organNameMissing'))}>
              <Input maxLength={80} autoComplete="off" />
            </Form.Item>
            <Form.Item name="officer" label={t('notice.officer')} rules={needed(t('notice.officerMissing'))}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="officerContact"
              label={t('notice.officerContact')}
              rules={needed(t('notice.officerContactMissing'))}
            >
              <Input maxLength={40} inputMode="tel" autoComplete="off" />
            </Form.Item>
            <Form.Item name="noticeNumber" label={t('notice.number')}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="organCaseNumber"
              label={t('notice.organCaseNumber')}
              extra={t('notice.organCaseNumberHint')}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="receivedOn"
              label={t('notice.receivedOn')}
              extra={t('notice.receivedOnHint')}
              rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
            >
              <DayField />
            </Form.Item>
          </Section>
          <Section title={t('notice.person')}>
            <PersonFields name="person" near={tenant} />
            <LanguageField />
            <Form.Item name="custodyPlace" label={t('notice.custodyPlace')}>
              <Input maxLength={80} autoComplete="off" />
            </Form.Item>
          </Section>
          <Section title={t('notice.matter')}>
            <Form.Item
              name="ground"
              label={t('notice.ground')}
              rules={[{ required: true, message: t('notice.groundMissing') }]}
            >
              <Select
                popupMatchSelectWidth={false}
                options={noticeGrounds.map((value) => ({ value, label: t(`noticeGround.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="stage" label={t('entry.stage')}>
              <Select options={stagesOfOrgan[organ].map((value) => ({ value, label: t(`stage.${value}`) }))} />
            </Form.Item>
            <Form.Item name="charge" label={t('notice.charge')}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="coDefendants" label={t('notice.coDefendants')} extra={t('notice.coDefendantsHint')}>
              <Input maxLength={1000} autoComplete="off" />
            </Form.Item>
            <Whole>
              <Form.Item name="lifeOrDeathPossible" valuePropName="checked">
                <Checkbox>{t('notice.lifeOrDeath')}</Checkbox>
              </Form.Item>
            </Whole>
            {organ === 'court' ? (
              <>
                <Form.Item name="hearingOn" label={t('hearing.on')} rules={dayRules({})}>
                  <DayField />
                </Form.Item>
                <Form.Item name="hearingAt" label={t('hearing.at')}>
                  <Input type="time" />
                </Form.Item>
                <Form.Item name="hearingPlace" label={t('hearing.place')}>
                  <Input maxLength={80} autoComplete="off" />
                </Form.Item>
                <Form.Item name="summaryOrFastTrack" valuePropName="checked" label=" " colon={false}>
                  <Checkbox>{t('notice.summary')}</Checkbox>
                </Form.Item>
              </>
            ) : null}
            <Whole>
              <Form.Item name="note" label={t('notice.note')}>
                <ProseField maxLength={1000} rows={2} />
              </Form.Item>
            </Whole>
          </Section>
        </div>
        <aside className={css.side}>
          <EarlierCases tenant={tenant} form={form} />
          <EntryChecks
            tenant={tenant}
            person={person}
            others={(coDefendants ?? '').split(/[、，,;；\s]+/u)}
            othersAs="coDefendants"
            organCaseNumber={organCaseNumber?.trim()}
          />
          <div className={css.hand}>
            <p className="soft">{t('notice.what')}</p>
            {send.isError ? <ProblemNote error={send.error} /> : null}
            <Button type="primary" size="large" block htmlType="submit" loading={send.isPending}>
              {t('notice.submit')}
            </Button>
          </div>
        </aside>
      </Form>
    </>
  );
}
