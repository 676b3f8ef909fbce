import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { complaintDoors, isOneOf } from '../../api/codes.ts';
import { type RegisteredComplaint, seedComplaint } from '../../api/complaints.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { registersComplaints } from '../../session/roles-that.ts';
import { useScope } from '../../shell/scope.ts';
import { ComplaintReceipt } from './complaint-receipt.tsx';
import { EntryForm } from './entry-form.tsx';
import { entryValues } from './entry-values.ts';

const route = getRouteApi('/complaints/new');

/** 登记投诉: what somebody says at the window, on the telephone or in a letter; it goes to the bureau, never to whom it is about. */
export function ComplaintEntryScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const scope = useScope();
  const search = route.useSearch();
  const [registered, setRegistered] = useState<RegisteredComplaint>();
  const [round, setRound] = useState(0);
  const { consultation, number } = search;
  const own = session.grants.find(({ role }) => registersComplaints.includes(role))?.tenant;
  const tenant = search.tenant ?? scope.tenant ?? own ?? scope.tenants[0]?.code ?? '';
  const seed = useQuery({
    queryKey: ['complaint-seed', tenant, consultation],
    queryFn: () => seedComplaint(tenant, consultation ?? ''),
    enabled: consultation !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (registered !== undefined)
    return (
      <ComplaintReceipt
        registered={registered}
        onNext={() => {
          setRegistered(undefined);
          setRound(round + 1);
        }}
      />
    );
  if (seed.isError) return <ProblemNote error={seed.error} page />;
  if (consultation !== undefined && seed.data === undefined) return null;
  const door = seed.data?.door ?? search.door;
  const first = round === 0;
  return (
    <>
      <ScreenHead
        title={t('complaint.register')}
        beside={
          first && (consultation !== undefined || number !== undefined)
            ? t('complaint.carried')
            : t('complaint.registerHint')
        }
      />
      <EntryForm
        key={round}
        initial={entryValues({
          tenant,
          door: isOneOf(complaintDoors, door) && door !== 'web' ? door : 'window',
          matterNumber: first ? number : undefined,
          recordedBy: session.account.name,
          seed: first ? seed.data : undefined,
        })}
        fixedPlace={first && (consultation !== undefined || number !== undefined)}
        consultationId={first ? consultation : undefined}
        onRegistered={setRegistered}
      />
    </>
  );
}
