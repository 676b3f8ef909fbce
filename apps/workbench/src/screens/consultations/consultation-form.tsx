import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Checkbox, Form, Radio } from 'antd';
import { type ReactNode, useRef } from 'react';
import { type Cause, causes, type Group, groups, type MatterClass, matterClasses } from '../../api/codes.ts';
import {
  type ConsultationChannel,
  type ConsultationInput,
  consultationChannels,
  registerConsultation,
} from '../../api/consultations.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { CodesSelect } from '../../parts/codes-select.tsx';
import { PersonFields } from '../../parts/person-fields.tsx';
import { type PersonValues, personFieldOf, personInputOf } from '../../parts/person-values.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useIntake } from '../../session/use-intake.ts';
import css from './reception-screen.module.css';

interface Values {
  readonly channel: ConsultationChannel;
  readonly anonymous: boolean;
  readonly person: PersonValues;
  readonly groups: readonly Group[];
  readonly class: MatterClass;
  readonly topic: Cause;
  readonly question: string;
  readonly answer: string;
  readonly callBack: boolean;
}

/** Channels a window or a seat enters by hand; web and kiosk come in by themselves. */
const byHand = consultationChannels.filter((channel) => channel !== 'web' && channel !== 'kiosk');

/** 咨询登记: as fast as somebody talks. After saving the form is empty for the next. */
export function ConsultationForm({ channel }: { channel: 'window' | 'hotline' }): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intake = useIntake();
  const key = useRef(newIdempotencyKey());
  const turn = useRef(false);
  const anonymous = Form.useWatch('anonymous', form);

  const register = useMutation({
    mutationFn: async (values: Values) => {
      const tenant = intake?.tenant ?? '';
      return { tenant, ...(await registerConsultation(inputOf(values, tenant, intake?.agency), key.current)) };
    },
    onSuccess: ({ tenant, consultationId }) => {
      key.current = newIdempotencyKey();
      form.resetFields();
      void client.invalidateQueries({ queryKey: ['consultations'] });
      if (turn.current) void navigate({ to: '/applications/new', search: { tenant, consultation: consultationId } });
      else void message.success(t('consultation.registered'));
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: personFieldOf(pathOf(fault.pointer)),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
    },
  });
  const send = (turning: boolean): void => {
    turn.current = turning;
    form.submit();
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        channel,
        anonymous: false,
        person: { documentKind: 'residentCard' },
        groups: [],
        class: 'civil',
        question: '',
        answer: '',
        callBack: false,
      }}
      onFinish={(values) => register.mutate(values)}
    >
      {register.isError ? <ProblemNote error={register.error} /> : null}
      <div className={css.fields}>
        <div className={css.whole}>
          <Form.Item name="channel" label={t('consultation.channel')}>
            <Radio.Group
              optionType="button"
              options={byHand.map((code) => ({ value: code, label: t(`channel.${code}`) }))}
            />
          </Form.Item>
        </div>
        {anonymous === true ? null : <PersonFields name="person" near={intake?.tenant} brief />}
        <Form.Item
          name="anonymous"
          valuePropName="checked"
          {...(anonymous === true ? { className: css.whole ?? '' } : {})}
        >
          <Checkbox>{t('consultation.anonymous')}</Checkbox>
        </Form.Item>
        <Form.Item name="class" label={t('column.class')}>
          <Radio.Group options={matterClasses.map((code) => ({ value: code, label: t(`class.${code}`) }))} />
        </Form.Item>
        <Form.Item
          name="topic"
          label={t('consultation.topic')}
          rules={[{ required: true, message: t('consultation.topicMissing') }]}
        >
          <CodesSelect codes={causes} words={(code) => t(`cause.${code}`)} />
        </Form.Item>
        <div className={css.whole}>
          <Form.Item name="groups" label={t('column.groups')}>
            <CodesBoxes codes={groups} words={(group) => t(`group.${group}`)} />
          </Form.Item>
          <Form.Item
            name="question"
            label={t('consultation.question')}
            rules={[{ required: true, whitespace: true, message: t('consultation.questionMissing') }]}
          >
            <ProseField maxLength={5000} />
          </Form.Item>
          <Form.Item name="answer" label={t('consultation.answer')}>
            <ProseField maxLength={5000} />
          </Form.Item>
          <Form.Item name="callBack" valuePropName="checked">
            <Checkbox>{t('consultation.callBack')}</Checkbox>
          </Form.Item>
        </div>
      </div>
      <div className={css.foot}>
        <Button type="primary" size="large" loading={register.isPending && !turn.current} onClick={() => send(false)}>
          {t('consultation.register')}
        </Button>
        <Button size="large" loading={register.isPending && turn.current} onClick={() => send(true)}>
          {t('consultation.registerAndTurn')}
        </Button>
      </div>
    </Form>
  );
}

function inputOf(values: Values, tenant: string, agencyId: string | undefined): ConsultationInput {
  const named = !values.anonymous && (values.person.name?.trim() ?? '') !== '';
  return {
    tenant,
    ...(agencyId === undefined ? {} : { agencyId }),
    channel: values.channel,
    ...(named ? { person: personInputOf(values.person) } : {}),
    groups: values.groups,
    topic: values.topic,
    class: values.class,
    ...(values.person.region === undefined ? {} : { region: values.person.region }),
    question: values.question.trim(),
    answer: values.answer.trim(),
    callBack: values.callBack,
  };
}
