import type { ReactNode } from 'react';
import type { Candidate, ScoreLine } from '../../api/cases.ts';
import { conflictKinds, handlerKinds, isOneOf } from '../../api/codes.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import css from './candidates-screen.module.css';

/** One candidate: place in the ranking, who, the score part by part with its reason, and what must be looked into. */
export function CandidateRow({
  candidate,
  chosen,
  onChoose,
}: {
  candidate: Candidate;
  chosen: boolean;
  /** Absent where nobody is chosen: everybody is asked. */
  onChoose: (() => void) | undefined;
}): ReactNode {
  const { t, side } = useWords();
  const { handler } = candidate;
  return (
    <li className={chosen ? `${css.row} ${css.chosen}` : css.row}>
      <label className={css.pick}>
        <input type="radio" name="candidate" checked={chosen} disabled={onChoose === undefined} onChange={onChoose} />
        <span className={css.rank}>{candidate.rank}</span>
        <span className={css.who}>
          <strong>{handler.name}</strong>
          <span className="soft">
            {[
              isOneOf(handlerKinds, handler.kind) ? t(`handlerKind.${handler.kind}`) : handler.kind,
              handler.agencyName,
            ].join(t('word.dot'))}
          </span>
        </span>
        <span className={css.total}>{candidate.total.toFixed(1)}</span>
      </label>
      {chosen ? (
        <ul className={css.parts}>
          {candidate.lines.map((line) => (
            <li key={line.part}>
              <span className={css.bar} aria-hidden="true">
                <span style={{ width: `${(100 * line.points) / line.of}%` }} />
              </span>
              <span className={css.points}>{pointsOf(line)}</span>
              <span>{side(line.text)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ul className={css.reasons}>
          {candidate.lines.map((line) => (
            <li key={line.part}>
              {side(line.text)} <span className={css.points}>{pointsOf(line)}</span>
            </li>
          ))}
        </ul>
      )}
      {candidate.cautions.map((caution) => (
        <p key={`${caution.kind}${caution.caseId}`} className={css.caution}>
          <Icon name="alert" size={13} />
          {t('candidates.caution', {
            what: isOneOf(conflictKinds, caution.kind) ? t(`conflict.${caution.kind}`) : caution.kind,
            number: caution.caseNumber,
          })}
        </p>
      ))}
    </li>
  );
}

/** `22.9/25`. */
function pointsOf(line: ScoreLine): string {
  return `${line.points.toFixed(line.points % 1 === 0 ? 0 : 1)}/${line.of}`;
}
