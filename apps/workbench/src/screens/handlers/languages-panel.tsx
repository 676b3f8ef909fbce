import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { type ReactNode, useRef } from 'react';
import { isOneOf, type Language, languages } from '../../api/codes.ts';
import { changeLanguages, type RosterHandler } from '../../api/handlers.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isStale } from '../../api/problem.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { UpheldList } from '../complaints/upheld-list.tsx';
import css from './handlers.module.css';

interface Values {
  readonly languages: readonly Language[];
}

/** One handler: what they can be spoken to in, with which the next ranking counts, and the complaints found true about them. */
export function LanguagesPanel({ handler, onClose }: { handler: RosterHandler; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const known = handler.languages.filter((code): code is Language => isOneOf(languages, code));
  const save = useMutation({
    mutationFn: (values: Values) => changeLanguages(handler, values.languages, handler.version, key.current),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['handlers'] });
      void message.success(t('handlers.saved'));
      onClose();
    },
    onError: async (error) => {
      key.current = newIdempotencyKey();
      if (isStale(error)) await client.invalidateQueries({ queryKey: ['handlers'] });
    },
  });
  return (
    <Panel title={handler.name} onClose={onClose}>
      <p className="soft">{handler.agencyName}</p>
      {save.isError ? <ProblemNote error={save.error} /> : null}
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ languages: known }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="languages"
          label={t('handlers.languages')}
          extra={t('handlers.languagesHint')}
          rules={[{ required: true, type: 'array', min: 1, message: t('handlers.languagesMissing') }]}
        >
          <CodesBoxes codes={languages} words={(code) => t(`language.${code}`)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('handlers.save')}
        </Button>
      </Form>
      <section className={css.upheld}>
        <h3>{t('complaint.upheldTitle')}</h3>
        <UpheldList filter={{ tenant: handler.tenant, handlerId: handler.id }} none={t('complaint.noneUpheld')} />
      </section>
    </Panel>
  );
}
