import type { ReactElement } from 'react';
import type { VerifiedDocument } from '../../../modules/documents/index.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Icon } from '../components/icons.tsx';
import { Rows } from '../components/rows.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';

export interface VerifyProps {
  readonly frame: Frame;
  readonly typed: { readonly number: string; readonly code: string };
  readonly answer: VerifiedDocument | 'unknown' | undefined;
}

/** 核验文书: whether a paper with this number and code was issued. Reached from the code printed on it, or by typing. */
export function VerifyPage({ frame, typed, answer }: VerifyProps): ReactElement {
  const { words } = frame;
  const unknown = answer === 'unknown';
  if (answer !== undefined && answer !== 'unknown') return <Genuine frame={frame} paper={answer} />;
  return (
    <Shell frame={frame} title={words.t('verify.title')} back="/" faulty={unknown}>
      <ErrorSummary words={words} faults={unknown ? [{ target: 'number', text: rich(words, 'verify.unknown') }] : []} />
      <h1>{words.t('verify.title')}</h1>
      <p className="hint">{rich(words, 'verify.lead')}</p>
      <form method="get" action="/verify">
        <div className={unknown ? 'field bad' : 'field'}>
          <label className="label" htmlFor="number">
            {words.t('verify.number')}
          </label>
          <p className="hint" id="number-hint">
            {typeset(words.t('verify.number.hint'), words.language)}
          </p>
          <input
            className="in"
            id="number"
            name="number"
            type="text"
            maxLength={120}
            autoComplete="off"
            defaultValue={typed.number}
            aria-describedby="number-hint"
          />
        </div>
        <div className={unknown ? 'field bad' : 'field'}>
          <label className="label" htmlFor="code">
            {words.t('verify.code')}
          </label>
          <input
            className="in w18"
            id="code"
            name="code"
            type="text"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={typed.code}
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('verify.do')}
          </button>
        </div>
      </form>
    </Shell>
  );
}

function Genuine({ frame, paper }: { frame: Frame; paper: VerifiedDocument }): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('verify.found')} back="/verify">
      <h1>{words.t('verify.found')}</h1>
      <p className="tags">
        <span className="tag ok">
          <Icon name="tick" />
          {words.t('verify.title')}
        </span>
      </p>
      <Rows
        rows={[
          { label: words.t('verify.kind'), value: paper.title[words.language] },
          { label: words.t('verify.number'), value: paper.number },
          { label: words.t('verify.agency'), value: paper.agency },
          {
            label: words.t('verify.on'),
            value: typeset(dayText(words, paper.issuedOn, frame.today), words.language),
          },
        ]}
      />
      <p className="hint">{rich(words, 'verify.privacy')}</p>
      <div className="actions">
        <a className="btn second" href="/verify">
          {words.t('verify.again')}
        </a>
      </div>
    </Shell>
  );
}
