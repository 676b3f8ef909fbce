import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import type { MatterView } from './matter-view.ts';
import css from './next-actions.module.css';

/** Ways out of the matter: below, quiet, and never the first button. */
const exits = [
  'withdraw',
  'transfer',
  'terminate',
  'recall',
  'recallFirm',
  'closeOffer',
  'decline',
  'requestReplacement',
  'reportRefusal',
];

/** Moves that have a screen of their own, beside the one that leads there. */
const elsewhere = ['openOffer', 'designateFirm', 'nameHandler', 'giveBack', 'takeOffer'];

interface NextActionsProps {
  readonly matter: MatterView;
  readonly open: string | undefined;
  readonly onChoose: (event: string) => void;
}

/** What may be done now. The server's table says which moves there are; this only lays them out. */
export function NextActions({ matter, open, onChoose }: NextActionsProps): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const session = useSession();
  const { current } = matter;
  const first = leadingMove(matter);
  const ways = current.events
    .filter((event) => !exits.includes(event) && !elsewhere.includes(event))
    .sort((a, b) => Number(b === first) - Number(a === first));
  const out = current.events.filter((event) => exits.includes(event));
  const ownProposal =
    current.state === 'PROPOSED' && matter.application?.application.proposal?.proposedBy === session.account.id;
  return (
    <section className={css.actions} aria-label={t('matter.actions')}>
      {ways.map((event) => (
        <Button
          key={event}
          type={event === first ? 'primary' : 'default'}
          block
          size="large"
          aria-expanded={open === event}
          onClick={() => onChoose(event)}
        >
          {lifecycle.action(current.subject, current.state, event)}
        </Button>
      ))}
      {ownProposal ? <p className="soft">{t('matter.ownProposal')}</p> : null}
      {ways.length === 0 && !ownProposal ? <p className="soft">{t('matter.noActions')}</p> : null}
      {out.length === 0 ? null : (
        <div className={css.out}>
          {out.map((event) => (
            <TextButton key={event} aria-expanded={open === event} onClick={() => onChoose(event)}>
              {lifecycle.action(current.subject, current.state, event)}
            </TextButton>
          ))}
        </div>
      )}
    </section>
  );
}

/** The move that brings the matter onward: what is missing is asked for first, a return never leads. */
function leadingMove({ current, application }: MatterView): string | undefined {
  if (
    current.events.includes('requestSupplement') &&
    application?.application.assessment.outcome === 'needsInformation'
  )
    return 'requestSupplement';
  const aside = [...exits, 'requestSupplement', 'returnFile', 'returnProposal'];
  return current.events.find((event) => !aside.includes(event));
}
