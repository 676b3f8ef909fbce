import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { moveCase } from '../../api/cases.ts';
import { conflictKinds, declineGrounds, isOneOf } from '../../api/codes.ts';
import { type FirmCase, firmCasesQuery } from '../../api/designation.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Fact } from '../../parts/facts.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { CaseInShortView } from '../offers/case-in-short.tsx';
import css from '../offers/offers.module.css';

/** 待确定承办人: cases that a firm has and is to name somebody for; the head's own firm, at the counter every firm's. */
export function FirmScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant = session.account.tenant } = useScope();
  const query = useQuery(firmCasesQuery(tenant));
  const cases = query.data?.cases ?? [];
  return (
    <>
      <ScreenHead title={t('firm.title')} beside={t('firm.hint')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && cases.length === 0 ? <Empty title={t('firm.none')} hint={t('firm.noneHint')} /> : null}
      <div className={css.cards}>
        {cases.map((one) => (
          <FirmCard key={one.caseId} of={one} />
        ))}
      </div>
    </>
  );
}

interface Answer {
  readonly reason?: string;
  readonly ground?: string;
}

function FirmCard({ of }: { of: FirmCase }): ReactNode {
  const { t, side, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Answer>();
  const [chosen, setChosen] = useState<string>();
  const [givingBack, setGivingBack] = useState(false);
  const key = useRef(newIdempotencyKey());
  const cautions = of.people.find((one) => one.handlerId === chosen)?.cautions ?? [];
  const send = useMutation({
    mutationFn: ({ reason, ground }: Answer) => {
      const told = reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() };
      const place = { tenant: of.tenant, id: of.caseId };
      return givingBack
        ? moveCase(place, 'giveBack', { version: of.version, ground, ...told }, key.current)
        : moveCase(place, 'nameHandler', { version: of.version, handlerId: chosen, ...told }, key.current);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      void message.success(givingBack ? t('firm.givenBack') : t('firm.named'));
    },
    onError: (error) => {
      if (isProblem(error) && error.status >= 400) key.current = newIdempotencyKey();
    },
  });
  return (
    <article className={css.card} aria-label={of.number}>
      <CaseInShortView of={of}>
        <Fact label={t('firm.unit')}>
          {of.agencyName}
          <span className="soft"> {t('firm.since', { day: dayShort(of.designatedOn, language, today()) })}</span>
        </Fact>
        <Fact label={t('firm.due')}>
          <ClockChip dueOn={of.dueOn} citation={of.dueCitation} />
        </Fact>
      </CaseInShortView>
      <Form<Answer> form={form} layout="vertical" requiredMark={false} onFinish={(values) => send.mutate(values)}>
        {givingBack ? (
          <Form.Item
            name="ground"
            label={t('decline.ground')}
            rules={[{ required: true, message: t('decline.groundMissing') }]}
          >
            <Select
              options={declineGrounds.map((ground) => ({ value: ground, label: t(`declineGround.${ground}`) }))}
            />
          </Form.Item>
        ) : (
          <ul className={css.people} aria-label={t('firm.people')}>
            {of.people.map((person) => (
              <li key={person.handlerId}>
                <label>
                  <input
                    type="radio"
                    name={of.caseId}
                    disabled={person.barred.length > 0}
                    checked={chosen === person.handlerId}
                    onChange={() => setChosen(person.handlerId)}
                  />
                  <strong>{person.name}</strong>
                  <span className="soft">
                    {person.barred.length > 0
                      ? person.barred.map((bar) => `${side(bar.text)}（${bar.citation}）`).join(t('word.list'))
                      : t('firm.load', { count: person.openCases })}
                  </span>
                </label>
                {person.cautions.map((caution) => (
                  <span key={`${caution.kind}${caution.caseId}`} className={css.caution}>
                    {t('candidates.caution', {
                      what: isOneOf(conflictKinds, caution.kind) ? t(`conflict.${caution.kind}`) : caution.kind,
                      number: caution.caseNumber,
                    })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
        {givingBack || cautions.length > 0 ? (
          <ReasonItem
            label={givingBack ? t('decline.reason') : t('candidates.reasonCaution')}
            maxLength={500}
            rows={2}
          />
        ) : null}
        {send.isError ? <ProblemNote error={send.error} /> : null}
        <div className={css.foot}>
          <Button
            type="primary"
            danger={givingBack}
            htmlType="submit"
            disabled={!givingBack && chosen === undefined}
            loading={send.isPending}
          >
            {givingBack ? t('firm.giveBack') : t('firm.name')}
          </Button>
          <TextButton onClick={() => setGivingBack(!givingBack)}>
            {givingBack ? t('word.cancel') : t('firm.giveBack')}
          </TextButton>
        </div>
      </Form>
    </article>
  );
}
