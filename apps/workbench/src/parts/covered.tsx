import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Popover } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../locales/i18n.ts';
import css from './covered.module.css';
import { ProblemNote } from './problem-note.tsx';
import { TextButton } from './text-button.tsx';

interface CoveredProps<T, V extends { readonly text: string }> {
  /** What everybody sees. */
  readonly covered: ReactNode;
  readonly initial: V;
  /** Ask for it, with the reason; the answer is shown by `children`. */
  readonly reveal: (why: V) => Promise<T>;
  readonly children: (value: T) => ReactNode;
  /** Fields of the reason before its words. */
  readonly fields?: ReactNode;
}

/** How long an opened value stays open on a screen that others may see. */
const openForMs = 60_000;

/** A covered value with 查看 behind it: say why, see it for a minute; the look is remembered. */
export function Covered<T, V extends { readonly text: string }>({
  covered,
  initial,
  reveal,
  children,
  fields,
}: CoveredProps<T, V>): ReactNode {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const look = useMutation({
    mutationFn: (why: V) => reveal({ ...why, text: why.text.trim() }),
    onSuccess: () => setAsking(false),
  });
  const { data, reset } = look;
  useEffect(() => {
    if (data === undefined) return;
    const timer = window.setTimeout(reset, openForMs);
    return () => window.clearTimeout(timer);
  }, [data, reset]);

  if (data !== undefined) {
    return (
      <span className={css.value}>
        <span className={css.open}>{children(data)}</span>
        <TextButton onClick={reset}>{t('reveal.hide')}</TextButton>
      </span>
    );
  }
  return (
    <span className={css.value}>
      <span>{covered}</span>
      <Popover
        trigger="click"
        open={asking}
        onOpenChange={setAsking}
        title={t('reveal.title')}
        content={
          <Form<V>
            className={css.form ?? ''}
            layout="vertical"
            requiredMark={false}
            initialValues={initial}
            onFinish={(why) => look.mutate(why)}
          >
            {look.isError ? <ProblemNote error={look.error} /> : null}
            {fields}
            <Form.Item
              name="text"
              label={t('reveal.words')}
              extra={t('reveal.remembered')}
              rules={[{ required: true, whitespace: true, min: 4, message: t('reveal.wordsMissing') }]}
            >
              <Input maxLength={200} autoFocus />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={look.isPending}>
              {t('reveal.show')}
            </Button>
          </Form>
        }
      >
        <TextButton>{t('reveal.action')}</TextButton>
      </Popover>
    </span>
  );
}
