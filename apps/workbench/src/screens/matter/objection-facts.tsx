import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { objectionQuery } from '../../api/applications.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { MatterView } from './matter-view.ts';

/** 异议: what was said against the refusal, whether in time, and what the bureau decided. Nothing where none was raised. */
export function ObjectionFacts({ matter }: { matter: MatterView }): ReactNode {
  const { t, language } = useWords();
  const application = matter.application?.application;
  const query = useQuery({
    ...objectionQuery(matter.tenant, application?.id ?? ''),
    enabled: application !== undefined && application.refusedOn !== null,
  });
  const objection = query.data?.objection ?? null;
  if (objection === null) return null;
  const now = today();
  const day = (on: string): string => dayInWords(on, language, now);
  return (
    <>
      <Facts>
        <Fact label={t('raiseObjection.reasons')}>{objection.reasons}</Fact>
        <Fact label={t('raiseObjection.receivedOn')}>
          {day(objection.receivedOn)}
          {objection.late ? <Tag tone="amber">{t('objection.late')}</Tag> : null}
        </Fact>
        <Fact label={t('objection.servedOn')}>{day(objection.servedOn)}</Fact>
        <Fact label={t('objection.raiseBy')}>
          {objection.raiseBy === null
            ? t('objection.noLimit')
            : t('objection.untilDay', { day: day(objection.raiseBy) })}
        </Fact>
        {objection.lateReason === '' ? null : <Fact label={t('objection.lateReason')}>{objection.lateReason}</Fact>}
        {objection.correction === null ? null : <Fact label={t('objection.correction')}>{objection.correction}</Fact>}
      </Facts>
      {objection.grounds === null ? null : (
        <ol>
          {objection.grounds.map((ground) => (
            <li key={ground.text}>
              {ground.text}
              <span className="soft"> {ground.citation}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
