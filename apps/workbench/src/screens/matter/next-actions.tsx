import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import type { Movable } from '../../parts/movable.ts';
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
  'endProvisional',
  'claimCost',
  'reportMajorMatter',
  'issueFeeLetter',
  'referForRelief',
  'revokeTermination',
  'resumeByDesignation',
];

/** Moves that have a screen of their own, beside the one that leads there. */
const elsewhere = ['openOffer', 'designateFirm', 'nameHandler', 'giveBack', 'takeOffer'];

interface NextActionsProps {
  readonly matter: MatterView;
  readonly open: string | undefined;
  readonly onChoose: (event: string, record: Movable) => void;
}

/** What may be done now. The server's table says which moves there are; this only lays them out. */
export function NextActions({ matter, open, onChoose }: NextActionsProps): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const session = useSession();
  const { current, beside } = matter;
  const first = leadingMove(matter);
  const moves = [current, ...(beside === null ? [] : [beside])].flatMap((record) =>
    record.events.filter((event) => !elsewhere.includes(event)).map((event) => ({ event, record })),
  );
  const ways = moves
    .filter(({ event }) => !exits.includes(event))
    .sort((a, b) => Number(b.event === first) - Number(a.event === first));
  const out = moves.filter(({ event }) => exits.includes(event));
  const ownProposal =
    current.state === 'PROPOSED' && matter.application?.application.proposal?.proposedBy === session.account.id;
  return (
    <section className={css.actions} aria-label={t('matter.actions')}>
      {ways.map(({ event, record }) => (
        <Button
          key={record.subject + event}
          type={event === first ? 'primary' : 'default'}
          block
          size="large"
          aria-expanded={open === event}
          onClick={() => onChoose(event, record)}
        >
          {lifecycle.action(record.subject, record.state, event)}
        </Button>
      ))}
      {ownProposal ? <p className="soft">{t('matter.ownProposal')}</p> : null}
      {ways.length === 0 && !ownProposal ? <p className="soft">{t('matter.noActions')}</p> : null}
      {out.length === 0 ? null : (
        <div className={css.out}>
          {out.map(({ event, record }) => (
            <TextButton
              key={record.subject + event}
              aria-expanded={open === event}
              onClick={() => onChoose(event, record)}
            >
              {lifecycle.action(record.subject, record.state, event)}
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
  // A period that is about to end does not wait for the review.
  if (current.events.includes('provideProvisionally') && application?.application.assessment.provisionalAid.available)
    return 'provideProvisionally';
  const aside = [
    ...exits,
    'requestSupplement',
    'requestCooperation',
    'provideProvisionally',
    'returnFile',
    'returnProposal',
  ];
  return current.events.find((event) => !aside.includes(event));
}
