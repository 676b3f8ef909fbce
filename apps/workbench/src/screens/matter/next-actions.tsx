import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import type { Movable } from '../../parts/movable.ts';
import { MoveButtons } from '../../parts/move-buttons.tsx';
import { useSession } from '../../session/gate.tsx';
import type { MatterView } from './matter-view.ts';

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

/** What may be done now with the matter, its case, and what stands beside it. */
export function NextActions({ matter, open, onChoose }: NextActionsProps): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { current, beside } = matter;
  const moves = [current, ...(beside === null ? [] : [beside])].flatMap((record) =>
    record.events.filter((event) => !elsewhere.includes(event)).map((event) => ({ event, record })),
  );
  const ownProposal =
    current.state === 'PROPOSED' && matter.application?.application.proposal?.proposedBy === session.account.id;
  return (
    <MoveButtons moves={moves} exits={exits} first={leadingMove(matter)} open={open} onChoose={onChoose}>
      {ownProposal ? <p className="soft">{t('matter.ownProposal')}</p> : null}
    </MoveButtons>
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
