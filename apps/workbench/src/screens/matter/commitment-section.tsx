import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Commitment, commitmentQuery } from '../../api/commitments.ts';
import { useWords } from '../../locales/i18n.ts';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import { CommitmentFacts, CommitmentPanel } from '../commitments/commitment-panel.tsx';

/** Those of a centre who look after commitments; the bureau sees only false ones, on their own screen. */
const readers = ['reviewer', 'approver', 'manager', 'quality'];

/** 诚信承诺 on which aid was granted: whether it is checked, what was found, and what this person may do about it. */
export function CommitmentSection({ tenant, applicationId }: { tenant: string; applicationId: string }): ReactNode {
  const session = useSession();
  const may = session.roles.some((role) => readers.includes(role));
  const { data } = useQuery({ ...commitmentQuery(tenant, applicationId), enabled: may });
  return data === undefined ? null : <Shown commitment={data} />;
}

function Shown({ commitment }: { commitment: Commitment }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2>{t('nav.commitments')}</h2>
      <CommitmentFacts commitment={commitment} />
      {commitment.allowedActions.length === 0 ? null : (
        <TextButton onClick={() => setOpen(true)}>{t('commitment.handle')}</TextButton>
      )}
      {open ? <CommitmentPanel commitment={commitment} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
