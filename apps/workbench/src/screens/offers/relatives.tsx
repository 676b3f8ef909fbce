import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { type Relation, relations } from '../../api/codes.ts';
import { declareRelative, relativesQuery, withdrawRelative } from '../../api/designation.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import css from './offers.module.css';

interface Values {
  readonly relation: Relation;
  readonly name: string;
}

/** 回避声明: relatives the handler tells the centre of, so that no case against them comes unseen. */
export function Relatives({ tenant }: { tenant: string }): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const key = useRef(newIdempotencyKey());
  const told = useQuery({ ...relativesQuery(tenant), retry: false });
  const again = async (): Promise<void> => {
    key.current = newIdempotencyKey();
    form.resetFields();
    await client.invalidateQueries({ queryKey: ['designation'] });
  };
  const add = useMutation({
    mutationFn: ({ relation, name }: Values) => declareRelative(tenant, { relation, name: name.trim() }, key.current),
    onSuccess: again,
  });
  const remove = useMutation({ mutationFn: (id: string) => withdrawRelative(tenant, id), onSuccess: again });
  const error = add.error ?? remove.error;
  return (
    <section className={css.relatives}>
      <h2>{t('relatives.title')}</h2>
      <p className="soft">{t('relatives.hint')}</p>
      <ul className={css.told}>
        {(told.data?.relatives ?? []).map((one) => (
          <li key={one.id}>
            {t(`relation.${one.relation}`)} <strong>{one.name}</strong>{' '}
            <TextButton onClick={() => remove.mutate(one.id)}>{t('relatives.withdraw')}</TextButton>
          </li>
        ))}
      </ul>
      <Form<Values>
        form={form}
        layout="inline"
        requiredMark={false}
        initialValues={{ relation: 'spouse' }}
        onFinish={(values) => add.mutate(values)}
      >
        <Form.Item name="relation" label={t('relatives.relation')}>
          <Select
            className={css.relation ?? ''}
            options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('relatives.name')}
          rules={[{ required: true, whitespace: true, message: t('relatives.nameMissing') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          {t('relatives.declare')}
        </Button>
      </Form>
      {error === null ? null : <ProblemNote error={error} />}
    </section>
  );
}
