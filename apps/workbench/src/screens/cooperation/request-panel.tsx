import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Radio } from 'antd';
import { type ReactNode, useRef } from 'react';
import { findings } from '../../api/codes.ts';
import { answerRequest, type CooperationRequest } from '../../api/cooperation.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { useWords } from '../../locales/i18n.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { CooperationFacts } from '../matter/cooperation-facts.tsx';

interface Values {
  readonly finding: string;
  readonly answer: string;
}

/** One request: what is to be checked, and the answer, if this person may give it. */
export function RequestPanel({ request, onClose }: { request: CooperationRequest; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const answer = useMutation({
    mutationFn: ({ finding, answer: text }: Values) =>
      answerRequest(request, { finding, answer: text.trim() }, key.current),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cooperation'] });
      void message.success(t('cooperation.sent'));
      onClose();
    },
  });
  return (
    <Panel title={`${request.applicantName} · ${request.applicationNumber}`} onClose={onClose}>
      <CooperationFacts requests={[request]} asked />
      {request.allowedActions.includes('answer') ? (
        <Form<Values>
          layout="vertical"
          requiredMark={false}
          initialValues={{ finding: 'confirmed' }}
          onFinish={(values) => answer.mutate(values)}
        >
          {answer.isError ? <ProblemNote error={answer.error} /> : null}
          <Form.Item name="finding" label={t('cooperation.finding')}>
            <Radio.Group options={findings.map((value) => ({ value, label: t(`finding.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="answer"
            label={t('cooperation.answer')}
            rules={[{ required: true, whitespace: true, message: t('cooperation.answerMissing') }]}
          >
            <ProseField maxLength={3000} rows={5} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={answer.isPending}>
            {t('cooperation.send')}
          </Button>
        </Form>
      ) : null}
    </Panel>
  );
}
