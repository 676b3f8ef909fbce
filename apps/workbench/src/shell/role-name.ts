import { isOneOf } from '../api/codes.ts';
import { roles } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';

/** The word for a role; a role this desk does not know keeps its key. */
export function useRoleName(): (role: string) => string {
  const { t } = useWords();
  return (role) => (isOneOf(roles, role) ? t(`role.${role}`) : role);
}
