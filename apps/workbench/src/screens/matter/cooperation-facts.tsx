import type { ReactNode } from 'react';
import { findings, isOneOf } from '../../api/codes.ts';
import type { CooperationRequest } from '../../api/cooperation.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';

/** 协助核查: what was asked of which centre, or by which, and what was found. */
export function CooperationFacts({
  requests,
  asked = false,
}: {
  requests: readonly CooperationRequest[];
  /** True at the centre that is asked. */
  asked?: boolean;
}): ReactNode {
  const { t, language } = useWords();
  const { nameOf } = useScope();
  return requests.map((request) => (
    <Facts key={request.id}>
      <Fact label={t(asked ? 'cooperation.by' : 'cooperation.to')}>
        {nameOf(request.peerTenant)}
        {request.state === 'ASKED' ? <Tag tone="amber">{t('cooperation.waiting')}</Tag> : null}
        {request.state === 'RECALLED' ? <Tag>{t('cooperation.recalled')}</Tag> : null}
        {isOneOf(findings, request.finding) ? (
          <Tag tone={request.finding === 'confirmed' ? 'green' : 'zhu'}>{t(`finding.${request.finding}`)}</Tag>
        ) : null}
      </Fact>
      <Fact label={t('cooperation.question')}>{request.question}</Fact>
      <Fact label={t('cooperation.days')}>
        {t('objection.untilDay', { day: dayInWords(request.dueOn, language, today()) })}
      </Fact>
      {request.answer === null ? null : <Fact label={t('cooperation.answer')}>{request.answer}</Fact>}
    </Facts>
  ));
}
