import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Proposal } from '../../api/applications.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { useSession } from '../../session/gate.tsx';
import type { Movable } from './matter-view.ts';
import css from './next-actions.module.css';

/** Ways out of the matter: below, quiet, and never the first button. */
const exits = ['withdraw', 'transfer', 'terminate', 'recall', 'decline'];

/** What may be done now. The server's table says which moves there are; this only lays them out. */
export function NextActions({
  movable,
  proposal,
  open,
  onChoose,
}: {
  movable: Movable;
  proposal: Proposal | null;
  open: string | undefined;
  onChoose: (event: string) => void;
}): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const session = useSession();
  const ways = movable.events.filter((event) => !exits.includes(event));
  const out = movable.events.filter((event) => exits.includes(event));
  const ownProposal = movable.state === 'PROPOSED' && proposal?.proposedBy === session.account.id;
  return (
    <section className={css.actions} aria-label={t('matter.actions')}>
      {ways.map((event, index) => (
        <Button
          key={event}
          type={index === 0 ? 'primary' : 'default'}
          block
          size="large"
          aria-expanded={open === event}
          onClick={() => onChoose(event)}
        >
          {lifecycle.action(movable.subject, movable.state, event)}
        </Button>
      ))}
      {ownProposal ? <p className="soft">{t('matter.ownProposal')}</p> : null}
      {ways.length === 0 && !ownProposal ? <p className="soft">{t('matter.noActions')}</p> : null}
      {out.length === 0 ? null : (
        <div className={css.out}>
          {out.map((event) => (
            <Button key={event} type="link" size="small" aria-expanded={open === event} onClick={() => onChoose(event)}>
              {lifecycle.action(movable.subject, movable.state, event)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
