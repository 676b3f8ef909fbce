import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CasePage } from '../../api/cases.ts';
import {
  aidForms,
  caseOutcomes,
  closingEvents,
  conflictKinds,
  criminalStages,
  handlerKinds,
  isOneOf,
} from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import css from './facts-column.module.css';
import { FileView } from './file-view.tsx';

/** 办理: who handles it, since when, how it ended; the file; the subsidy. */
export function CaseFacts({ page }: { page: CasePage }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const aidCase = page.case;
  const day = (on: string): string => dayShort(on, language, today());
  const current = page.designations.find((designation) => designation.handlerId === aidCase.handlerId);
  const file = page.files.at(-1);
  return (
    <>
      <section>
        <h2>{t('case.title')}</h2>
        {page.conflicts.map((conflict) => (
          <p key={`${conflict.kind}${conflict.caseId}`} className={css.conflict}>
            <Icon name="alert" />
            {isOneOf(conflictKinds, conflict.kind) ? t(`conflict.${conflict.kind}`) : conflict.kind}（
            {conflict.caseNumber}）{conflict.certain ? null : t('conflict.maybe')}
          </p>
        ))}
        <Facts>
          <Fact label={t('case.aidForm')}>
            {isOneOf(aidForms, aidCase.aidForm) ? t(`aidForm.${aidCase.aidForm}`) : aidCase.aidForm}
          </Fact>
          {isOneOf(criminalStages, aidCase.stage) ? (
            <Fact label={t('entry.stage')}>{t(`stage.${aidCase.stage}`)}</Fact>
          ) : null}
          {aidCase.handlerName === null ? null : (
            <Fact label={t('column.handler')}>
              {aidCase.handlerName}
              {current !== undefined && isOneOf(handlerKinds, current.handlerKind) ? (
                <span className="soft"> {t(`handlerKind.${current.handlerKind}`)}</span>
              ) : null}
              <br />
              <span className="soft">{aidCase.handlerUnit}</span>
            </Fact>
          )}
          {aidCase.designatedOn === null ? null : (
            <Fact label={t('case.designatedOn')}>{day(aidCase.designatedOn)}</Fact>
          )}
          {aidCase.agreementOn === null ? null : <Fact label={t('case.agreementOn')}>{day(aidCase.agreementOn)}</Fact>}
          {aidCase.withoutAgreement === null ? null : (
            <Fact label={t('case.withoutAgreement')}>{aidCase.withoutAgreement}</Fact>
          )}
          {aidCase.closedOn === null ? null : (
            <Fact label={t('case.closedOn')}>
              {day(aidCase.closedOn)}
              {isOneOf(closingEvents, aidCase.closingEvent) ? (
                <span className="soft"> {t(`closingEvent.${aidCase.closingEvent}`)}</span>
              ) : null}
            </Fact>
          )}
          {isOneOf(caseOutcomes, aidCase.outcome) ? (
            <Fact label={t('case.outcome')}>{t(`caseOutcome.${aidCase.outcome}`)}</Fact>
          ) : null}
          {aidCase.recovered === null || aidCase.recovered === 0 ? null : (
            <Fact label={t('case.recovered')}>{money(aidCase.recovered)}</Fact>
          )}
          {page.archive == null ? null : (
            <Fact label={t('archive.number')}>
              <Link to="/archive" search={{ view: 'all', open: `${aidCase.tenant}.${page.archive.id}` }}>
                {page.archive.number}
              </Link>
              <br />
              <span className="soft">{t(`archive.term.${page.archive.term}`)}</span>
            </Fact>
          )}
          {page.subsidy === null ? null : (
            <Fact label={t('case.subsidy')}>
              {page.subsidy.amount === null ? null : <span className="whole">{money(page.subsidy.amount)} </span>}
              <Link to="/subsidies" search={{ open: `${aidCase.tenant}.${page.subsidy.subsidyId}` }}>
                {lifecycle.state('subsidy', page.subsidy.state)}
              </Link>
            </Fact>
          )}
        </Facts>
        {page.closing === null ? null : (
          <>
            <p className={css.narrative}>{page.closing.result}</p>
            <p className={`${css.narrative} soft`}>{page.closing.summary}</p>
          </>
        )}
      </section>
      {file === undefined ? null : (
        <section>
          <h2>{t('case.file')}</h2>
          <FileView file={file} page={page} />
        </section>
      )}
    </>
  );
}
