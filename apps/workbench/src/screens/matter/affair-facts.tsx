import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type Affair, affairGroundsQuery } from '../../api/affairs.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import type { Movable } from '../../parts/movable.ts';
import css from './affair-facts.module.css';
import type { MatterView } from './matter-view.ts';

/** 办理中的往来: reports, letters and referrals, how each stands, and what may be done with it now. */
export function AffairFacts({
  matter,
  onChoose,
}: {
  matter: MatterView;
  onChoose: (event: string, record: Movable) => void;
}): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const groundWords = useGroundWords();
  const affairs = matter.aidCase?.affairs ?? [];
  if (affairs.length === 0) return null;
  const day = (on: string): string => dayShort(on, language, today());
  return (
    <section>
      <h2>{t('affair.title')}</h2>
      {affairs.map((one) => {
        const record = matter.aside.find(({ id }) => id === one.id);
        return (
          <div key={one.id} className={css.affair}>
            <h3>{t(`affairKind.${one.kind}`)}</h3>
            <Facts>
              <Fact label={t('affair.state')}>
                {lifecycle.state(one.kind, one.state)}
                {one.answeredOn === null ? null : <span className="soft"> {day(one.answeredOn)}</span>}
                {one.dueOn === null ? null : (
                  <>
                    {' '}
                    <ClockChip dueOn={one.dueOn} citation={one.dueCitation} />
                  </>
                )}
              </Fact>
              {one.addressee === '' ? null : <Fact label={t('affair.to')}>{one.addressee}</Fact>}
              <Fact label={t('affair.ground')}>
                {one.grounds.map((ground) => groundWords(one, ground)).join(t('word.list'))}
                <span className="soft"> {day(one.openedOn)}</span>
              </Fact>
              {one.words === null ? null : <Fact label={t('affair.words')}>{one.words}</Fact>}
              {one.consentOn === null ? null : <Fact label={t('affair.consentOn')}>{day(one.consentOn)}</Fact>}
              {one.total === null ? null : <Fact label={t('affair.total')}>{money(one.total)}</Fact>}
              {one.amount === null ? null : (
                <Fact label={t(`affairAmount.${one.kind === 'feeRelief' ? 'fee' : 'relief'}`)}>
                  {money(one.amount)}
                </Fact>
              )}
              {one.untilOn === null ? null : <Fact label={t('affair.until')}>{day(one.untilOn)}</Fact>}
              {one.answer === null ? null : <Fact label={t('affair.answer')}>{one.answer}</Fact>}
            </Facts>
            {record === undefined || record.events.length === 0 ? null : (
              <p className={css.actions}>
                {record.events.map((event) => (
                  <Button key={event} size="small" onClick={() => onChoose(event, record)}>
                    {lifecycle.action(one.kind, one.state, event)}
                  </Button>
                ))}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** The server's own words for a ground, with the article where there is one. */
function useGroundWords(): (affair: Pick<Affair, 'kind'>, ground: string) => string {
  const { side } = useWords();
  const tables = useQuery(affairGroundsQuery).data;
  return ({ kind }, ground) => {
    const table =
      kind === 'majorMatter'
        ? tables?.majorMatterKinds
        : kind === 'feeRelief'
          ? tables?.feeGrounds
          : tables?.reliefGrounds;
    const words = table?.[ground];
    return words === undefined ? ground : side(words);
  };
}
