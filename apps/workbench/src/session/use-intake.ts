import { useScope } from '../shell/scope.ts';
import { useSession } from './gate.tsx';

const takesIn = ['clerk', 'reviewer', 'hotlineAgent', 'liaison'];

/** At which counter this person takes applications in: the grant that lets them, nearest to the place in view. */
export function useIntake(): { readonly tenant: string; readonly agency?: string } | undefined {
  const session = useSession();
  const { tenant } = useScope();
  const grants = session.grants.filter((grant) => takesIn.includes(grant.role));
  const grant = grants.find((candidate) => candidate.tenant === tenant) ?? grants[0];
  if (grant === undefined) return undefined;
  const place = tenant !== undefined && grant.subtree ? tenant : grant.tenant;
  return { tenant: place, ...(grant.agency === undefined ? {} : { agency: grant.agency }) };
}
