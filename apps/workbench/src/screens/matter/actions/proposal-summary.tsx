import type { ReactNode } from 'react';
import { useWords } from '../../../locales/i18n.ts';
import type { MatterView } from '../matter-view.ts';
import css from './proposal-summary.module.css';

/** 审查意见 as the approver reads it before signing: outcome, grounds with their articles, note, whose hand. */
export function ProposalSummary({ matter }: { matter: MatterView }): ReactNode {
  const { t } = useWords();
  const proposal = matter.application?.application.proposal;
  if (proposal === null || proposal === undefined) return null;
  return (
    <blockquote className={css.proposal}>
      <p>
        <strong>{t(`proposal.${proposal.outcome}`)}</strong>
        <span className="soft"> · {t('proposal.by', { name: proposal.proposedByName })}</span>
      </p>
      {proposal.grounds.length === 0 ? null : (
        <ol>
          {proposal.grounds.map((ground) => (
            <li key={ground.text}>
              {ground.text}
              <span className="soft"> {ground.citation}</span>
            </li>
          ))}
        </ol>
      )}
      {proposal.note === '' ? null : <p className={css.note}>{proposal.note}</p>}
    </blockquote>
  );
}
