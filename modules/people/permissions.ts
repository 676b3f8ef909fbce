import type { Permission } from '../../kernel/use-case/index.ts';

/** 查看隐去的信息. A handler may only for a person of a matter of their own (see `revealPerson`). */
export const mayReveal: Permission = {
  key: 'person.reveal',
  roles: ['clerk', 'hotlineAgent', 'reviewer', 'approver', 'designator', 'quality', 'handler'],
};

/** The address of a shielded person: only who decides on the matter, and who handles it. */
export const mayRevealShielded: Permission = { key: 'person.revealShielded', roles: ['reviewer', 'handler'] };

export const maySearch: Permission = {
  key: 'person.search',
  roles: ['clerk', 'hotlineAgent', 'reviewer', 'approver', 'designator', 'quality', 'manager'],
};

export const mayCorrect: Permission = { key: 'person.correct', roles: ['clerk', 'hotlineAgent', 'reviewer'] };

export const mayShield: Permission = { key: 'person.shield', roles: ['clerk', 'hotlineAgent', 'reviewer', 'manager'] };
