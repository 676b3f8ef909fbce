import type { Permission } from '../../kernel/use-case/index.ts';

/** Where the change applies, the proposer must hold one of these; another person with `manager` there approves (`lifecycle.ts`). */
export const mayProposeChange: Permission = { key: 'policy.proposeChange', roles: ['policyAdmin', 'manager'] };
