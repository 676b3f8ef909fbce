import { Button, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { today } from '../../api/server-clock.ts';
import {
  moveSupervision,
  recordSupervision,
  type Supervision,
  type SupervisionInput,
  supervisionFindings,
  supervisionKinds,
} from '../../api/supervision.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './facts-column.module.css';

type Values = Omit<SupervisionInput, 'tenant' | 'caseId'>;

/** 记录督促: which way, when, of whom, what was seen; and what the handler is to explain or put right. */
export function RecordSupervisionForm({
  tenant,
  caseId,
  onClose,
}: {
  tenant: string;
  caseId: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const move = useDeskMove(t('supervision.record'), 'supervisions', onClose);
  const needed = [{ required: true, whitespace: true, message: t('form.reasonMissing') }];
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'hearing', happenedOn: today(), finding: 'ordinary' }}
      onFinish={({ asked, ...values }) =>
        move.mutate((key) =>
          recordSupervision({ tenant, caseId, ...values, ...(asked?.trim() ? { asked: asked.trim() } : {}) }, key),
        )
      }
    >
      {move.isError ? <ProblemNote error={move.error} /> : null}
      <Form.Item name="kind" label={t('supervision.kind')}>
        <Select options={supervisionKinds.map((value) => ({ value, label: t(`supervision.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="happenedOn"
        label={t('supervision.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="source" label={t('supervision.source')} extra={t('supervision.sourceHint')} rules={needed}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="finding" label={t('supervision.finding')}>
        <Radio.Group
          options={supervisionFindings.map((value) => ({ value, label: t(`supervision.finding.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('supervision.text')} rules={needed}>
        <ProseField maxLength={2000} rows={4} />
      </Form.Item>
      <Form.Item name="asked" label={t('supervision.askedOf')} extra={t('supervision.askedHint')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
      <div className={css.buttons}>
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {t('supervision.save')}
        </Button>
        <Button onClick={onClose}>{t('word.cancel')}</Button>
      </div>
    </Form>
  );
}

/** Steps that are sent with words. */
const withWords = ['ask', 'reply', 'sendBack'];

/** One step of a record; what needs words opens to be written. */
export function SupervisionStep({ row, step }: { row: Supervision; step: string }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const name = lifecycle.action('supervision', row.state, step);
  const move = useDeskMove(name, 'supervisions');
  const [open, setOpen] = useState(false);
  const worded = withWords.includes(step);
  if (worded && !open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {name}
      </Button>
    );
  return (
    <Form<{ text?: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ text }) => move.mutate((key) => moveSupervision(row, step, text?.trim(), key))}
    >
      {move.isError ? <ProblemNote error={move.error} /> : null}
      {worded ? (
        <Form.Item
          name="text"
          label={name}
          rules={[{ required: true, whitespace: true, message: t('result.textMissing') }]}
        >
          <ProseField maxLength={2000} rows={3} />
        </Form.Item>
      ) : null}
      <Button size="small" type={worded ? 'primary' : 'default'} htmlType="submit" loading={move.isPending}>
        {name}
      </Button>
    </Form>
  );
}
