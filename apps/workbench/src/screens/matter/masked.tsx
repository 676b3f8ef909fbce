import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Popover, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type ProtectedField, type RevealReason, revealPerson, revealReasons } from '../../api/people.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import css from './masked.module.css';

interface MaskedProps {
  readonly field: ProtectedField;
  readonly masked: string;
  readonly tenant: string;
  readonly matterId: string;
  readonly personId: string;
}

interface Why {
  readonly code: RevealReason;
  readonly text: string;
}

/** How long an opened value stays open on a screen that others may see. */
const openForMs = 60_000;

/** A masked value with 查看 behind it: say why, see it for a minute; the look is remembered. */
export function Masked({ field, masked, tenant, matterId, personId }: MaskedProps): ReactNode {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (why: Why) =>
      revealPerson(tenant, personId, { matterId, fields: [field], reason: { code: why.code, text: why.text.trim() } }),
    onSuccess: () => setAsking(false),
  });
  const value = reveal.data?.[field];
  const { reset } = reveal;
  useEffect(() => {
    if (value === undefined) return;
    const timer = window.setTimeout(reset, openForMs);
    return () => window.clearTimeout(timer);
  }, [value, reset]);

  if (value !== undefined) {
    return (
      <span className={css.value}>
        <span className={css.open}>{value ?? t('fact.notGiven')}</span>
        <TextButton onClick={reset}>{t('reveal.hide')}</TextButton>
      </span>
    );
  }
  return (
    <span className={css.value}>
      <span>{masked}</span>
      <Popover
        trigger="click"
        open={asking}
        onOpenChange={setAsking}
        title={t('reveal.title')}
        content={
          <Form<Why>
            className={css.form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ code: 'contact', text: '' }}
            onFinish={(why) => reveal.mutate(why)}
          >
            {reveal.isError ? <ProblemNote error={reveal.error} /> : null}
            <Form.Item name="code" label={t('reveal.why')}>
              <Select options={revealReasons.map((code) => ({ value: code, label: t(`revealReason.${code}`) }))} />
            </Form.Item>
            <Form.Item
              name="text"
              label={t('reveal.words')}
              extra={t('reveal.remembered')}
              rules={[{ required: true, whitespace: true, min: 4, message: t('reveal.wordsMissing') }]}
            >
              <Input maxLength={200} autoFocus />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
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
