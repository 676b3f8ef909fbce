import type { ReactNode } from 'react';
import { isOneOf, provisionalGrounds } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { MatterView } from './matter-view.ts';

/** 先行提供: on what ground, what was to follow, until when, whether it came. Nothing where no aid was given so. */
export function ProvisionalFacts({ matter }: { matter: MatterView }): ReactNode {
  const { t, language } = useWords();
  const provisional = matter.application?.provisional ?? null;
  if (provisional === null) return null;
  const came = provisional.completedAt !== null;
  const day = (on: string): string => dayInWords(on, language, today());
  return (
    <Facts>
      <Fact label={t('provisional.ground')}>
        {isOneOf(provisionalGrounds, provisional.ground)
          ? t(`provisionalGround.${provisional.ground}`)
          : provisional.ground}
      </Fact>
      {provisional.periodExpiresOn === null ? null : (
        <Fact label={t('provisional.periodExpiresOn')}>{day(provisional.periodExpiresOn)}</Fact>
      )}
      {provisional.note === '' ? null : <Fact label={t('provisional.note')}>{provisional.note}</Fact>}
      <Fact label={t('provisional.toComplete')}>{provisional.toComplete.join(t('word.list'))}</Fact>
      <Fact label={t('provisional.completeBy')}>
        {day(provisional.completeBy)}
        <Tag tone={came ? 'green' : 'amber'}>{came ? t('provisional.came') : t('provisional.waiting')}</Tag>
      </Fact>
    </Facts>
  );
}
