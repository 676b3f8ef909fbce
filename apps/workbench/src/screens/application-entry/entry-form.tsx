import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form } from 'antd';
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';
import { type Submitted, submitApplication } from '../../api/application-input.ts';
import { assessQuery } from '../../api/assess.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSession } from '../../session/gate.tsx';
import { useIntake } from '../../session/use-intake.ts';
import { EntryChecks } from '../checks/entry-checks.tsx';
import { AssessmentView } from '../matter/assessment-view.tsx';
import { keepDraft } from './entry-draft.ts';
import css from './entry-form.module.css';
import { applicationInputOf, type EntryValues, entryFieldOf, factsOf } from './entry-values.ts';
import { MatterSection } from './matter-section.tsx';
import { MeansSection } from './means-section.tsx';
import { OpponentsSection } from './opponents-section.tsx';
import { RecipientSection } from './recipient-section.tsx';
import { SourceSection } from './source-section.tsx';

interface EntryFormProps {
  readonly initial: EntryValues;
  readonly draftKey: string;
  readonly keptAt: string | undefined;
  readonly consultationId: string | undefined;
  readonly onSubmitted: (submitted: Submitted) => void;
  readonly onDiscard: () => void;
}

/** The form on the left, what the rules would say on the right, live. */
export function EntryForm({
  initial,
  draftKey,
  keptAt,
  consultationId,
  onSubmitted,
  onDiscard,
}: EntryFormProps): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<EntryValues>();
  const client = useQueryClient();
  const intake = useIntake();
  const session = useSession();
  const key = useRef(newIdempotencyKey());
  const [values, setValues] = useState(initial);
  const [savedAt, setSavedAt] = useState(keptAt);
  const shown = useDeferredValue(values);
  const facts = factsOf(shown, today());
  const assessment = useQuery(assessQuery(facts));

  useEffect(() => {
    if (values === initial) return;
    const timer = window.setTimeout(() => setSavedAt(keepDraft(draftKey, values)), 400);
    return () => window.clearTimeout(timer);
  }, [values, initial, draftKey]);

  const submit = useMutation({
    mutationFn: (entered: EntryValues) =>
      submitApplication(
        applicationInputOf(entered, { consultationId, intakeTenant: intake?.tenant, intakeAgency: intake?.agency }),
        key.current,
      ),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['applications'] });
      void client.invalidateQueries({ queryKey: ['consultations'] });
      onSubmitted(answer);
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: entryFieldOf(pathOf(fault.pointer)),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
      if (faults[0] !== undefined) form.scrollToField(faults[0].name as never, { block: 'center' });
    },
  });

  return (
    <Form<EntryValues>
      form={form}
      layout="vertical"
      className={css.entry}
      initialValues={initial}
      requiredMark={false}
      onValuesChange={() => setValues(form.getFieldsValue(true) as EntryValues)}
      onFinish={() => submit.mutate(form.getFieldsValue(true) as EntryValues)}
    >
      <div className={css.sections}>
        <SourceSection />
        <RecipientSection near={intake?.tenant} />
        <MatterSection near={intake?.tenant} />
        <MeansSection />
        <OpponentsSection />
      </div>
      <aside className={css.side}>
        {assessment.data === undefined || facts === undefined ? (
          <section>
            <h2>{t('entry.preview')}</h2>
            <p className="soft">{t('entry.previewWaits')}</p>
          </section>
        ) : (
          <AssessmentView assessment={assessment.data} title={t('entry.preview')} />
        )}
        <EntryChecks
          tenant={intake?.tenant ?? session.account.tenant}
          person={shown.recipient}
          others={shown.opponents.map(({ name }) => name?.trim() ?? '')}
          othersAs="opponents"
          matter={shown.matter}
        />
        {assessment.isError ? <ProblemNote error={assessment.error} /> : null}
        <div className={css.hand}>
          <Form.Item
            name="declaration"
            valuePropName="checked"
            rules={[
              {
                validator: (_, read: boolean | undefined) =>
                  read === true ? Promise.resolve() : Promise.reject(new Error(t('entry.declarationMissing'))),
              },
            ]}
          >
            <Checkbox>{t('entry.declaration')}</Checkbox>
          </Form.Item>
          {submit.isError ? <ProblemNote error={submit.error} /> : null}
          <Button type="primary" size="large" block htmlType="submit" loading={submit.isPending}>
            {t('entry.submit')}
          </Button>
          <p className={css.saved}>
            {savedAt === undefined ? t('entry.notSaved') : t('entry.saved', { time: timeOf(savedAt) })}
            {savedAt === undefined ? null : (
              <Button type="link" size="small" onClick={onDiscard}>
                {t('entry.discard')}
              </Button>
            )}
          </p>
        </div>
      </aside>
    </Form>
  );
}
