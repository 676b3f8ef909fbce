import type { ReactNode } from 'react';
import type { CasePage } from '../../api/cases.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';

/** 更换承办人: each request with who asked and why, what was decided, and whether the papers have come over. */
export function ReplacementFacts({ page }: { page: CasePage }): ReactNode {
  const { t, language } = useWords();
  const day = (on: string): string => dayShort(on, language, today());
  if (page.replacements.length === 0) return null;
  return (
    <section>
      <h2>{t('replacement.title')}</h2>
      {page.replacements.map((one) => (
        <div key={one.id}>
          <Facts>
            <Fact label={t('replacement.askedBy')}>
              {t(`replacementAsker.${one.askedBy}`)} <span className="soft">{day(one.receivedOn)}</span>
            </Fact>
            <Fact label={t('replacement.ground')}>{t(`replacementGround.${one.ground}`)}</Fact>
            {one.facts === '' ? null : <Fact label={t('replacement.told')}>{one.facts}</Fact>}
            <Fact label={t('replacement.decision')}>
              {t(`replacementState.${one.state}`)}
              {one.decidedOn === null ? null : <span className="soft"> {day(one.decidedOn)}</span>}
            </Fact>
            {one.opinion === null ? null : <Fact label={t('replacement.opinion')}>{one.opinion}</Fact>}
            {one.handedOverOn === null ? null : (
              <Fact label={t('handover.title')}>
                {day(one.handedOverOn)}
                <br />
                <span className="soft">{one.handover?.materials.map(({ name }) => name).join(t('word.list'))}</span>
              </Fact>
            )}
          </Facts>
        </div>
      ))}
    </section>
  );
}
