import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { moveAssessed } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './review.module.css';

/** Steps that are sent with words. */
const withWords = ['askReassessment', 'requireRectification', 'replyRectification', 'returnRectification'];

/** What may be done with an assessed case now, as the server's table says. */
export function StepForms({
  at,
  state,
  steps,
  readAnew,
}: {
  at: { readonly tenant: string; readonly itemId: string; readonly version: number };
  state: string;
  steps: readonly string[];
  readAnew: string;
}): ReactNode {
  return steps.map((step) => (
    <StepForm key={`${step}${at.version}`} at={at} state={state} step={step} readAnew={readAnew} />
  ));
}

function StepForm({
  at,
  state,
  step,
  readAnew,
}: {
  at: { readonly tenant: string; readonly itemId: string; readonly version: number };
  state: string;
  step: string;
  readAnew: string;
}): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const name = lifecycle.action('assessment', state, step);
  const move = useDeskMove(name, readAnew);
  return (
    <Form<{ text?: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ text }) => move.mutate((key) => moveAssessed(at, step, text === undefined ? {} : { text }, key))}
    >
      {move.isError ? <ProblemNote error={move.error} /> : null}
      {withWords.includes(step) ? (
        <Form.Item
          name="text"
          label={name}
          rules={[{ required: true, whitespace: true, message: t('result.textMissing') }]}
        >
          <ProseField maxLength={2000} rows={3} />
        </Form.Item>
      ) : null}
      <div className={css.buttons}>
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {name}
        </Button>
      </div>
    </Form>
  );
}
