import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../../api/keys.ts';
import { isProblem, isStale, pathOf } from '../../../api/problem.ts';
import { useWords } from '../../../locales/i18n.ts';
import { useLifecycleWords } from '../../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import type { MatterView } from '../matter-view.ts';
import css from './action-form.module.css';
import { StaleNote } from './stale-note.tsx';

/** What every form behind a button is handed. */
export interface ActionProps {
  readonly matter: MatterView;
  readonly onDone: () => void;
}

interface ActionFormProps<V extends object> extends ActionProps {
  readonly event: string;
  readonly send: (values: V, version: number, idempotencyKey: string) => Promise<unknown>;
  readonly initial?: Partial<V>;
  readonly form?: FormInstance<V>;
  /** What the step does, before the fields. */
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
  readonly danger?: boolean;
  /** Where a fault of the server's belongs, when the form's fields are named differently. */
  readonly fieldOf?: (path: readonly (string | number)[]) => (string | number)[];
}

/**
 * One move of the life cycle as a small form. A screen that is behind loses nothing: the page is read anew, what changed is shown, what
 * was typed stays, and the person decides again.
 */
export function ActionForm<V extends object>({
  matter,
  onDone,
  event,
  send,
  initial,
  form: given,
  intro,
  children,
  danger = false,
  fieldOf,
}: ActionFormProps<V>): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [own] = Form.useForm<V>();
  const form = given ?? own;
  const seen = useRef({
    version: matter.current.version,
    seq: matter.story[0]?.seq ?? 0,
    state: matter.current.state,
    key: newIdempotencyKey(),
  });
  const [name] = useState(() => lifecycle.action(matter.current.subject, matter.current.state, event));
  const { current } = matter;

  const move = useMutation({
    mutationFn: (values: V) => send(values, seen.current.version, seen.current.key),
    onSuccess: async () => {
      await client.invalidateQueries();
      void message.success(t('action.done', { action: name }));
      onDone();
    },
    onError: async (error) => {
      // The server said no for certain: the next attempt is a new one. A lost connection repeats the same.
      if (isProblem(error) && error.status >= 400) seen.current.key = newIdempotencyKey();
      if (isProblem(error) && error.body.errors !== undefined) {
        const fields = error.body.errors.map((fault) => {
          const path = pathOf(fault.pointer);
          return { name: fieldOf?.(path) ?? path, errors: [fault.detail] };
        });
        form.setFields(fields as Parameters<typeof form.setFields>[0]);
      }
      if (isStale(error)) await client.invalidateQueries({ queryKey: [`${current.subject}s`, 'one'] });
    },
  });

  const behind = isStale(move.error);
  const stillAllowed = current.events.includes(event);
  const again = (): void => {
    seen.current = { ...seen.current, version: current.version, seq: matter.story[0]?.seq ?? 0 };
    move.reset();
    form.submit();
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial ?? {}}
      onFinish={(values) => move.mutate(values)}
    >
      {intro === undefined ? null : <div className={css.intro}>{intro}</div>}
      {behind ? (
        <StaleNote matter={matter} since={seen.current.seq} name={name} allowed={stillAllowed} />
      ) : move.isError ? (
        <ProblemNote error={move.error} />
      ) : null}
      {children}
      <div className={css.foot}>
        {behind ? (
          <Button type="primary" disabled={!stillAllowed} danger={danger} onClick={again}>
            {t('action.again', { action: name })}
          </Button>
        ) : (
          <Button type="primary" danger={danger} htmlType="submit" loading={move.isPending}>
            {name}
          </Button>
        )}
        <Button onClick={onDone}>{t('word.cancel')}</Button>
      </div>
    </Form>
  );
}
