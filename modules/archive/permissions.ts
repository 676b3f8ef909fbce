import type { Permission } from '../../kernel/use-case/index.ts';

/** Who reads the register of archived files and opens a bound one. Each opening is remembered in the matter. */
export const mayReadArchives: Permission = {
  key: 'archive.read',
  roles: ['archivist', 'reviewer', 'approver', 'quality', 'manager'],
};
/** 停销、延长保管期限、合订: the archivist's daily work. */
export const mayKeepArchives: Permission = { key: 'archive.keep', roles: ['archivist', 'manager'] };
/** 提出销毁. */
export const mayProposeDestruction: Permission = { key: 'archive.proposeDestruction', roles: ['archivist', 'manager'] };
