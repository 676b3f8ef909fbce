import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CasePage } from '../../api/cases.ts';
import { criminalStages, isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import css from './facts-column.module.css';

/** 通知、各阶段、开庭: what an organ asked for, the stages of the proceeding, and when the court sits. */
export function DefenceFacts({ page }: { page: CasePage }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const day = (on: string): string => dayShort(on, language, today());
  const notice = page.notices.at(-1);
  const told = page.designations.find((one) => one.handlerId === page.case.handlerId && one.organToldOn !== null);
  return (
    <>
      {notice === undefined ? null : (
        <section>
          <h2>{t('notice.facts')}</h2>
          <Facts>
            <Fact label={t('notice.organName')}>{notice.organName}</Fact>
            <Fact label={t('notice.officer')}>
              {notice.officer} <span className="whole">{notice.officerContact}</span>
            </Fact>
            <Fact label={t('notice.ground')}>{t(`noticeGround.${notice.ground}`)}</Fact>
            {notice.noticeNumber === null ? null : <Fact label={t('notice.number')}>{notice.noticeNumber}</Fact>}
            <Fact label={t('notice.receivedOn')}>{day(notice.receivedOn)}</Fact>
            {notice.custodyPlace === null ? null : <Fact label={t('notice.custodyPlace')}>{notice.custodyPlace}</Fact>}
            {page.case.handlerId === null ? null : (
              <Fact label={t('replyOrgan.fact')}>
                {told?.organToldOn == null ? t('replyOrgan.notYet') : day(told.organToldOn)}
              </Fact>
            )}
          </Facts>
          {notice.note === null ? null : <p className={css.narrative}>{notice.note}</p>}
          {page.refusals.map((one) => (
            <p key={one.id} className={css.conflict}>
              {t('refusal.fact', { day: day(one.refusedOn), words: one.words })}
            </p>
          ))}
        </section>
      )}
      {page.stages.length === 0 ? null : (
        <section>
          <h2>{t('notice.stages')}</h2>
          <ul>
            {page.stages.map((one) => (
              <li key={one.id}>
                <Link
                  to="/matters/$tenant/$matterId"
                  params={{ tenant: page.case.tenant, matterId: one.matterId }}
                  search={{ case: one.id }}
                >
                  {isOneOf(criminalStages, one.stage) ? t(`stage.${one.stage}`) : one.number}
                </Link>{' '}
                <span className="soft">
                  {[one.handlerName ?? '', lifecycle.state('case', one.state)]
                    .filter((p) => p !== '')
                    .join(t('word.dot'))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.hearings.length === 0 ? null : (
        <section>
          <h2>{t('hearing.title')}</h2>
          <ul>
            {page.hearings.map((one) => (
              <li key={one.id} className={one.state === 'moved' || one.state === 'cancelled' ? 'soft' : undefined}>
                <span className="whole">{day(one.heldOn)}</span> {one.startsAt ?? ''} {one.place ?? ''}{' '}
                <span className="soft">
                  {t(`hearingState.${one.state}`)}
                  {one.note === null ? null : `（${one.note}）`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
