import type { Role } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';

const known: Readonly<Record<Role, true>> = {
  clerk: true,
  reviewer: true,
  approver: true,
  designator: true,
  handler: true,
  finance: true,
  quality: true,
  manager: true,
  hotlineAgent: true,
  liaison: true,
  systemAdmin: true,
  securityAdmin: true,
  auditAdmin: true,
};

const isRole = (role: string): role is Role => Object.hasOwn(known, role);

/** The word for a role; a role this desk does not know keeps its key. */
export function useRoleName(): (role: string) => string {
  const { t } = useWords();
  return (role) => (isRole(role) ? t(`role.${role}`) : role);
}
