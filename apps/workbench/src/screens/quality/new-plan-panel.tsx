import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { type PlanInput, planAssessment } from '../../api/assessments.ts';
import { matterClasses } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import { useScope } from '../../shell/scope.ts';

/** 制定评估计划: a period that is over, kinds of cases, and how many. */
export function NewPlanPanel({
  tenants,
  tenant,
  onClose,
}: {
  tenants: readonly string[];
  tenant: string | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { nameOf } = useScope();
  const dayRules = useDayRules();
  const [form] = Form.useForm<PlanInput>();
  const basis = Form.useWatch('basis', form);
  const move = useDeskMove(t('qualityPlan.new'), 'assessments', onClose);
  const year = Number(today().slice(0, 4)) - 1;
  return (
    <Panel title={t('qualityPlan.new')} onClose={onClose}>
      <Form<PlanInput>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          tenant: tenant ?? tenants[0],
          firstDay: `${year}-01-01`,
          lastDay: `${year}-12-31`,
          classes: ['civil', 'administrative'],
          basis: 'percent',
          amount: 10,
        }}
        onFinish={(input) => move.mutate((key) => planAssessment(input, key))}
      >
        {move.isError ? <ProblemNote error={move.error} /> : null}
        <Form.Item name="tenant" label={t('column.place')} hidden={tenants.length === 1}>
          <Select options={tenants.map((code) => ({ value: code, label: nameOf(code) }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label={t('qualityPlan.title')}
          rules={[{ required: true, whitespace: true, message: t('qualityPlan.titleMissing') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="firstDay"
          label={t('qualityPlan.firstDay')}
          rules={dayRules({ required: t('qualityPlan.dayMissing') })}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="lastDay"
          label={t('qualityPlan.lastDay')}
          rules={dayRules({ required: t('qualityPlan.dayMissing') })}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="classes"
          label={t('column.class')}
          rules={[{ required: true, type: 'array', min: 1, message: t('qualityPlan.classesMissing') }]}
        >
          <CodesBoxes codes={matterClasses} words={(code) => t(`class.${code}`)} />
        </Form.Item>
        <Form.Item name="basis" label={t('qualityPlan.basis')}>
          <Select
            options={(['percent', 'count'] as const).map((value) => ({
              value,
              label: t(`qualityPlan.basis.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="amount"
          label={t('qualityPlan.amount')}
          extra={t('qualityPlan.amountNote')}
          rules={[{ required: true, message: t('qualityPlan.amountMissing') }]}
        >
          <InputNumber min={1} max={basis === 'count' ? 2000 : 100} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {t('qualityPlan.new')}
        </Button>
      </Form>
    </Panel>
  );
}
