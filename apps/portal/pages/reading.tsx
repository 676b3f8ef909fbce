import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

// Pages that are only read: who may apply, common questions, how information is used.

/** What the pre-check is, and the rules for those who would rather read. */
export function EligiblePage({ frame, days, minutes }: { frame: Frame; days: number; minutes: number }): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('pre.title')} back={frame.kiosk ? '/kiosk' : '/'}>
      <h1>{words.t('pre.title')}</h1>
      <p className="lead">{rich(words, 'pre.lead')}</p>
      <p className="hint">{rich(words, 'pre.anonymous', { minutes })}</p>
      <p className="hint">{rich(words, 'pre.other')}</p>
      <div className="actions">
        <a className="btn" href="/can-i-apply/again">
          {words.t('pre.start')}
        </a>
      </div>
      <p>{rich(words, 'eligible.ask')}</p>
      <details>
        <summary>{words.t('pre.rules')}</summary>
        <p>{rich(words, 'eligible.lead')}</p>
        <h2>{words.t('eligible.free')}</h2>
        <ul>
          {([1, 2, 3, 4, 5, 6] as const).map((n) => (
            <li key={n}>{rich(words, `eligible.free.${n}`)}</li>
          ))}
        </ul>
        <h2>{words.t('eligible.means')}</h2>
        <p>{rich(words, 'eligible.means.text', { days })}</p>
        <h2>{words.t('eligible.criminal')}</h2>
        <p>{rich(words, 'eligible.criminal.text')}</p>
        <p className="soft">{rich(words, 'eligible.law')}</p>
        <p>
          <a href="/start">{words.t('eligible.do')}</a>
        </p>
      </details>
    </Shell>
  );
}

export function QuestionsPage({ frame }: { frame: Frame }): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('faq.title')} back="/">
      <h1>{words.t('faq.title')}</h1>
      {([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((n) => (
        <details key={n}>
          <summary>{rich(words, `faq.${n}.q`)}</summary>
          <p>{rich(words, `faq.${n}.a`)}</p>
        </details>
      ))}
    </Shell>
  );
}

export function PrivacyPage({ frame }: { frame: Frame }): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('privacy.title')} back="/">
      <h1>{words.t('privacy.title')}</h1>
      <ul>
        {([1, 2, 3, 4, 5, 6] as const).map((n) => (
          <li key={n}>{rich(words, `privacy.${n}`)}</li>
        ))}
      </ul>
    </Shell>
  );
}
