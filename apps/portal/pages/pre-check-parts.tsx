import type { ReactElement, ReactNode } from 'react';
import { causeCatalogue, type Group, type PreCheckEnd } from '../../../modules/policy/index.ts';
import { citationText } from '../citations.ts';
import { plainText } from '../components/field.tsx';
import type { Row } from '../components/rows.tsx';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { groupWords, inUsualOrder } from '../pre-check/options.ts';
import { papersFor } from '../pre-check/papers.ts';
import type { PreTurn, PreWalk } from '../pre-check/walk.ts';
import { yuanText } from '../steps/display.ts';
import { fields, type Values } from '../steps/values.ts';
import { rich, typeset } from '../typography.tsx';

// The parts of a pre-check's result: why, what would change it, what to bring, what was answered.

type Ended = PreWalk & { readonly end: PreCheckEnd };

/** The reasons that are certain, each with its article, and the means in plain figures. */
export function Why({ frame, walk }: { frame: Frame; walk: Ended }): ReactElement {
  const { words } = frame;
  const { reasons, means } = walk.end;
  const plain = reasons.filter(({ rule }) => rule !== means?.reason?.rule);
  return (
    <>
      <h2>{words.t('pre.why')}</h2>
      <ul>
        {plain.map(({ rule, text, citation, met }) => (
          <li key={`${rule}/${met}`}>{typeset(withArticle(frame, text[words.language], citation), words.language)}</li>
        ))}
        {means !== undefined && means.perHead !== undefined && (
          <li>
            {rich(words, 'pre.means.counted', { income: yuanText(means.perHead) })}
            {words.language === 'zh' ? '' : ' '}
            {means.near
              ? rich(words, 'pre.means.near')
              : means.above !== undefined && rich(words, means.above ? 'pre.means.above' : 'pre.means.within')}
          </li>
        )}
        {means?.standards.map(({ residence, threshold, verified }) => (
          <li key={`${residence}/${threshold}`}>
            {rich(words, 'pre.means.line', {
              residence: words.t(`o.residence.${residence}`),
              line: yuanText(Math.floor(threshold)),
            })}
            {!verified && (
              <>
                {' '}
                <span className="tag soon">{words.t('pre.why.unverified')}</span>
              </>
            )}
          </li>
        ))}
        {means !== undefined && means.standards.length === 0 && <li>{rich(words, 'pre.means.none')}</li>}
      </ul>
    </>
  );
}

/** A sentence with its article after it, unless the sentence names it itself. */
function withArticle({ words }: Frame, text: string, citation: string): string {
  const cited = citationText(words, citation);
  if (words.language === 'en') return /\(art[s.]/.test(text) ? text : `${text} (${cited})`;
  return `${text.replace(/。$/, '')}（${cited}）。`;
}

/** What would open the door, and what is within scope where nothing named was. */
export function WhatWouldChange({ frame, end }: { frame: Frame; end: PreCheckEnd }): ReactElement {
  const { words } = frame;
  const helping = end.wouldHelp.flatMap(({ fact }) =>
    fact.startsWith('group.') ? [fact.slice('group.'.length) as Group] : [],
  );
  const groups = inUsualOrder(helping).map((group) => groupWords(group, words));
  const others = end.wouldHelp.flatMap(({ fact }): LocaleKey[] => {
    const key = otherChanges[fact];
    return key === undefined ? [] : [key];
  });
  const listedCauses = end.causesInScope ?? [];
  return (
    <>
      {groups.length + others.length + listedCauses.length > 0 && (
        <>
          <h2>{words.t('pre.change')}</h2>
          <ul>
            {listedCauses.length > 0 && <li>{rich(words, 'pre.change.cause')}</li>}
            {groups.length > 0 && <li>{rich(words, 'pre.change.group', { groups: listed(frame, groups) })}</li>}
            {[...new Set(others)].map((key) => (
              <li key={key}>{rich(words, key)}</li>
            ))}
          </ul>
        </>
      )}
      {listedCauses.length > 0 && (
        <details>
          <summary>{words.t('pre.scope')}</summary>
          <ul>
            {causeCatalogue
              .filter(({ cause }) => listedCauses.includes(cause))
              .map(({ cause, plain }) => (
                <li key={cause}>{typeset(plain[words.language], words.language)}</li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

const otherChanges: Readonly<Partial<Record<string, LocaleKey>>> = {
  noFixedLivelihood: 'pre.change.noFixedLivelihood',
  hasDefender: 'pre.change.hasDefender',
  lifeOrDeathPossible: 'pre.change.lifeOrDeathPossible',
  householdIncome: 'pre.change.income',
  ownIncome: 'pre.change.income',
};

/** What to bring, for this matter and this route. */
export function Bring({ frame, walk }: { frame: Frame; walk: Ended }): ReactElement {
  const { words } = frame;
  const { need, proofs } = papersFor(walk);
  return (
    <>
      <h2>{words.t('pre.bring')}</h2>
      <p className="hint">{rich(words, 'pre.bring.hint')}</p>
      <ul>
        <li>{rich(words, 'pre.bring.id')}</li>
        {([1, 2, 3] as const).map((n) => (
          <li key={n}>{rich(words, `papers.${need}.${n}`)}</li>
        ))}
        {proofs.map(({ key, papers }) => (
          <li key={key}>
            {rich(
              words,
              key,
              papers === undefined
                ? {}
                : {
                    papers: listed(
                      frame,
                      papers.map((paper) => words.t(paper)),
                    ),
                  },
            )}
          </li>
        ))}
        <li>{rich(words, 'pre.bring.agent')}</li>
      </ul>
    </>
  );
}

/** Everything answered, each with its way back. */
export function answerRows(frame: Frame, { turns, values }: PreWalk): readonly Row[] {
  const { words } = frame;
  return turns.flatMap((turn, at) =>
    turn.page.fields.map((name): Row => {
      const label = turn.page.fields.length === 1 ? turn.page.title : fields[name].label;
      return {
        label: rich(words, label),
        value: turn.told === 'unsure' ? words.t('pre.skipped') : shown(frame, turn, name, values),
        change: { href: `/can-i-apply/${at + 1}`, text: words.t('check.change'), of: words.t(label) },
      };
    }),
  );
}

function shown(frame: Frame, { options }: PreTurn, name: keyof Values, values: Values): ReactNode {
  const { words } = frame;
  const value: unknown = values[name];
  if (fields[name].kind === 'money') {
    return typeset(`${yuanText(Number(value))} ${words.t('form.yuan')}`, words.language);
  }
  const offered = options[name] ?? [];
  const chosen = (Array.isArray(value) ? value : [value]).map(String);
  const labels = offered.filter((option) => chosen.includes(option.value)).map(({ label }) => plainText(words, label));
  return typeset(labels.length === 0 ? String(value ?? '') : listed(frame, labels), words.language);
}

function listed({ words }: Frame, parts: readonly string[]): string {
  return parts.join(words.language === 'zh' ? '、' : '; ');
}
