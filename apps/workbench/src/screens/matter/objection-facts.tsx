import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { objectionQuery, terminationObjectionQuery } from '../../api/applications.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import type { MatterView } from './matter-view.ts';

/** A handler reads the case, but not what was said against the centre's decision. */
const readers = ['bureauReviewer', 'clerk', 'reviewer', 'approver', 'quality', 'manager'];

/** 不予 or 终止: what an objection is against. */
export type ContestedKind = 'refusal' | 'termination';

export const contestedKind = ({ current }: MatterView): ContestedKind =>
  current.subject === 'case' ? 'termination' : 'refusal';

/** The objection that the decision may have: where it is read, and of what day the decision is. */
export function objectionTo({ tenant, application, aidCase }: MatterView, kind: ContestedKind) {
  const decidedOn =
    kind === 'termination'
      ? aidCase?.terminations.at(-1)?.terminatedOn
      : (application?.application.refusedOn ?? undefined);
  const query =
    kind === 'termination'
      ? terminationObjectionQuery(tenant, aidCase?.case.id ?? '')
      : objectionQuery(tenant, application?.application.id ?? '');
  return { query, decidedOn };
}

/** 异议: what was said against the decision, whether in time, and what the bureau decided. Nothing where none was raised. */
export function ObjectionFacts({ matter, kind }: { matter: MatterView; kind: ContestedKind }): ReactNode {
  const { t, language } = useWords();
  const session = useSession();
  const { query: asked, decidedOn } = objectionTo(matter, kind);
  const query = useQuery({
    ...asked,
    enabled: decidedOn !== undefined && session.roles.some((role) => readers.includes(role)),
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
