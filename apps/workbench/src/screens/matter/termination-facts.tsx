import type { ReactNode } from 'react';
import type { CasePage } from '../../api/cases.ts';
import { isOneOf, terminationGrounds } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import type { MatterView } from './matter-view.ts';
import { ObjectionFacts } from './objection-facts.tsx';

/** 终止: each decision with its ground, the objection to the latest, and whether it was taken back. */
export function TerminationFacts({ matter, page }: { matter: MatterView; page: CasePage }): ReactNode {
  const { t, language } = useWords();
  const day = (on: string): string => dayShort(on, language, today());
  if (page.terminations.length === 0) return null;
  return (
    <section>
      <h2>{t('termination.title')}</h2>
      {page.terminations.map((one) => (
        <Facts key={one.id}>
          <Fact label={t('termination.decision')}>
            {isOneOf(terminationGrounds, one.ground) ? t(`terminationGround.${one.ground}`) : one.ground}
            <span className="soft"> {day(one.terminatedOn)}</span>
          </Fact>
          {one.revokedFor === null || one.revokedOn === null ? null : (
            <Fact label={t('termination.revoked')}>
              {t(`revocation.${one.revokedFor}`)} <span className="soft">{day(one.revokedOn)}</span>
              {one.reason === null ? null : (
                <>
                  <br />
                  <span className="soft">{one.reason}</span>
                </>
              )}
            </Fact>
          )}
          {one.resumedOn === null ? null : <Fact label={t('termination.resumed')}>{day(one.resumedOn)}</Fact>}
        </Facts>
      ))}
      <ObjectionFacts matter={matter} kind="termination" />
    </section>
  );
}
