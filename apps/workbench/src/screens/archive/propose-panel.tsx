import { Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ArchiveLine, proposeDestruction } from '../../api/archives.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './archive.module.css';

/** 提出销毁: of the files that are due, those that are chosen, with the reason. Nothing is gone before two others agreed. */
export function ProposePanel({ rows }: { rows: readonly ArchiveLine[] }): ReactNode {
  const { t } = useWords();
  const free = rows.filter((row) => row.due && row.destructionId === null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [form] = Form.useForm<{ reason: string }>();
  const move = useDeskMove(t('archive.propose'), 'archive', () => {
    setChosen([]);
    form.resetFields();
  });
  const [first] = free.filter((row) => chosen.includes(row.id));
  if (free.length === 0) return null;
  return (
    <section className={css.propose}>
      <h2>{t('archive.propose')}</h2>
      <p className="soft">{t('archive.proposeNote')}</p>
      <Checkbox.Group
        aria-label={t('archive.propose')}
        className={css.pieces ?? ''}
        value={[...chosen]}
        onChange={(values) => setChosen(values.map(String))}
        options={free.map((row) => ({ value: row.id, label: `${row.number} ${row.recipientName} ${row.causeText}` }))}
      />
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => {
          const ids = free
            .filter((row) => row.tenant === first?.tenant && chosen.includes(row.id))
            .map((row) => row.id);
          if (first !== undefined) move.mutate((key) => proposeDestruction(first.tenant, ids, reason, key));
        }}
      >
        <Form.Item
          name="reason"
          label={t('archive.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('archive.reasonMissing') }]}
        >
          <ProseField maxLength={500} rows={2} />
        </Form.Item>
        {move.isError ? <ProblemNote error={move.error} /> : null}
        <Button type="primary" htmlType="submit" disabled={first === undefined} loading={move.isPending}>
          {t('archive.proposeCount', { count: chosen.length })}
        </Button>
      </Form>
    </section>
  );
}
