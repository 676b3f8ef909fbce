import type { ReactNode } from 'react';
import { aidForms, criminalStages, isOneOf } from '../../api/codes.ts';
import type { CaseInShort } from '../../api/designation.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './offers.module.css';

/** What is told of a case before it is anybody's. */
export function CaseInShortView({ of, children }: { of: CaseInShort; children?: ReactNode }): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const { nameOf } = useScope();
  return (
    <>
      <header className={css.head}>
        <h2>{words.subject(of)}</h2>
        {of.urgent ? <Tag tone="zhu">{t('mark.urgent')}</Tag> : null}
        {of.demonstration ? <Tag tone="amber">{t('desk.demonstration')}</Tag> : null}
        <span className="soft whole">{of.number}</span>
      </header>
      <Facts>
        <Fact label={t('party.recipient')}>
          {of.recipient}
          {t('word.dot')}
          {nameOf(of.county)}
        </Fact>
        {of.others.length === 0 ? null : <Fact label={t('party.opponent')}>{of.others.join(t('word.list'))}</Fact>}
        <Fact label={t('case.aidForm')}>
          {isOneOf(aidForms, of.aidForm) ? t(`aidForm.${of.aidForm}`) : of.aidForm}
          {isOneOf(criminalStages, of.stage) ? `${t('word.dot')}${t(`stage.${of.stage}`)}` : ''}
        </Fact>
        {of.hearingOn === null ? null : (
          <Fact label={t('hearing.on')}>{dayInWords(of.hearingOn, language, today())}</Fact>
        )}
        {children}
      </Facts>
    </>
  );
}
