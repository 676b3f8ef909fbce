import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { dutyModes, dutyPeriods } from '../../api/codes.ts';
import { type PlanInput, planShifts, type Rota } from '../../api/duty.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** 排班: one lawyer at one place on some days of the week in view. All of them are planned, or none. */
export function PlanPanel({
  tenant,
  rota,
  days,
  onClose,
}: {
  tenant: string;
  rota: Rota;
  days: readonly string[];
  onClose: () => void;
}): ReactNode {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const [form] = Form.useForm<PlanInput>();
  const now = today();
  const plan = useMutation({
    mutationFn: (input: PlanInput) => planShifts(tenant, input, key.current),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['duty'] });
      void message.success(t('duty.planned'));
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: pathOf(fault.pointer).slice(0, 1),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
    },
  });
  return (
    <Panel title={t('duty.plan')} onClose={onClose}>
      <Form<PlanInput>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          period: 'day',
          mode: 'onSite',
          days: days.filter((day) => day >= now && !rota.daysOff.includes(day)),
          ...(rota.places.length === 1 ? { agencyId: rota.places[0]?.agencyId } : {}),
        }}
        onFinish={(input) => plan.mutate(input)}
      >
        {plan.isError ? <ProblemNote error={plan.error} /> : null}
        <Form.Item
          name="agencyId"
          label={t('duty.place')}
          rules={[{ required: true, message: t('duty.placeMissing') }]}
        >
          <Select options={rota.places.map((place) => ({ value: place.agencyId, label: place.name }))} />
        </Form.Item>
        <Form.Item
          name="handlerId"
          label={t('duty.lawyer')}
          rules={[{ required: true, message: t('duty.lawyerMissing') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={rota.lawyers.map((one) => ({
              value: one.handlerId,
              label: `${one.name} ${one.agencyName}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="period" label={t('duty.period')}>
          <Select options={dutyPeriods.map((value) => ({ value, label: t(`dutyPeriod.${value}`) }))} />
        </Form.Item>
        <Form.Item name="mode" label={t('duty.mode')}>
          <Select options={dutyModes.map((value) => ({ value, label: t(`dutyMode.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="days"
          label={t('duty.days')}
          rules={[{ required: true, type: 'array', min: 1, message: t('duty.daysMissing') }]}
        >
          <CodesBoxes
            codes={days}
            words={(day) =>
              `${dayInWords(day, language, now)}${rota.daysOff.includes(day) ? ` ${t('duty.dayOff')}` : ''}`
            }
            off={(day) => day < now}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={plan.isPending}>
          {t('duty.plan')}
        </Button>
      </Form>
    </Panel>
  );
}
