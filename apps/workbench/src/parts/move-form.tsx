import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/keys.ts';
import type { StoryEvent } from '../api/matter.ts';
import { isProblem, isStale, pathOf } from '../api/problem.ts';
import { useWords } from '../locales/i18n.ts';
import { useLifecycleWords } from './lifecycle-words.ts';
import type { Movable } from './movable.ts';
import css from './move-form.module.css';
import { ProblemNote } from './problem-note.tsx';
import { StaleNote } from './stale-note.tsx';
import { changedFacts, type Mine, type RecordedFact } from './stale-values.ts';

export interface MoveFormProps<V extends object> {
  /** The record as the newest page shows it. */
  readonly movable: Movable;
  readonly story: readonly StoryEvent[];
  /** The record's facts in words, as the newest page shows them: what somebody else changed meanwhile is told from them. */
  readonly recorded?: readonly RecordedFact[];
  /** What the form would write over them, under the same keys. */
  readonly mine?: (values: V) => Mine;
  /** What is read anew when the record turns out to have changed. */
  readonly page: QueryKey;
  readonly event: string;
  readonly send: (values: V, version: number, idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => void;
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
 * One move of a life cycle as a small form. A screen that is behind loses nothing: the page is read anew, what changed is shown, what
 * was typed stays, and the person decides again.
 */
export function MoveForm<V extends object>(props: MoveFormProps<V>): ReactNode {
  const { movable, story, event, onDone, danger = false } = props;
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [own] = Form.useForm<V>();
  const form = props.form ?? own;
  const recorded = props.recorded ?? [];
  const seen = useRef({ version: movable.version, seq: story[0]?.seq ?? 0, recorded, key: newIdempotencyKey() });
  // The words of the move as it was begun: after a change the state may no longer have it.
  const [begun] = useState(movable.state);
  const name = lifecycle.action(movable.subject, begun, event);

  const move = useMutation({
    mutationFn: (values: V) => props.send(values, seen.current.version, seen.current.key),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      void message.success(t('action.done', { action: name }));
      onDone();
    },
    onError: async (error) => {
      if (!isProblem(error)) return;
      // The server said no for certain: the next attempt is a new one. A lost connection repeats the same.
      if (error.status >= 400) seen.current.key = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => {
        const path = pathOf(fault.pointer);
        return { name: props.fieldOf?.(path) ?? path, errors: [fault.detail] };
      });
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
      if (isStale(error)) await client.invalidateQueries({ queryKey: props.page });
    },
  });

  const behind = isStale(move.error);
  const stillAllowed = movable.events.includes(event);
  const again = (): void => {
    seen.current = { ...seen.current, version: movable.version, seq: story[0]?.seq ?? 0, recorded };
    move.reset();
    form.submit();
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={props.initial ?? {}}
      onFinish={(values) => move.mutate(values)}
    >
      {props.intro === undefined ? null : <div className={css.intro}>{props.intro}</div>}
      {behind ? (
        <StaleNote
          movable={movable}
          story={story}
          since={seen.current.seq}
          changed={changedFacts(
            seen.current.recorded,
            recorded,
            props.mine?.({ ...props.initial, ...form.getFieldsValue(true) } as V) ?? {},
          )}
          name={name}
          allowed={stillAllowed}
        />
      ) : move.isError ? (
        <ProblemNote error={move.error} />
      ) : null}
      {props.children}
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
