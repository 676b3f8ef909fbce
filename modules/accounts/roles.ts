/**
 * What a role is for. One account's roles, wherever they are held, belong to one duty only: system, security and audit
 * administration are kept apart from each other (三员分立, GB/T 22239-2019 level 3) and from the work on matters.
 * The justice bureau's review of objections (supervision) is kept apart in the same way: nobody of a centre holds it (法律援助法 art. 49).
 * Reviewer and approver are the same duty, because a small county has no more people; that nobody decides what they
 * proposed themselves is a rule of each matter and is kept there.
 */
type Duty = 'systemAdministration' | 'securityAdministration' | 'auditAdministration' | 'business' | 'supervision';

interface RoleEntry {
  readonly zh: string;
  readonly en: string;
  readonly duty: Duty;
}

/** 角色: what a person may be at a centre or agency. The order is that of the screens. */
export const roles = {
  clerk: { zh: '窗口接待', en: 'Window clerk', duty: 'business' },
  hotlineAgent: { zh: '12348 坐席', en: '12348 hotline agent', duty: 'business' },
  liaison: { zh: '村（社区）联络员', en: 'Village liaison', duty: 'business' },
  reviewer: { zh: '审查人', en: 'Reviewer', duty: 'business' },
  approver: { zh: '审批人', en: 'Approver', duty: 'business' },
  designator: { zh: '指派人', en: 'Designator', duty: 'business' },
  handler: { zh: '承办人', en: 'Case handler', duty: 'business' },
  firmHead: { zh: '承办单位负责人', en: 'Head of a firm', duty: 'business' },
  archivist: { zh: '档案管理员', en: 'Archivist', duty: 'business' },
  finance: { zh: '财务', en: 'Finance', duty: 'business' },
  quality: { zh: '质量管理', en: 'Quality management', duty: 'business' },
  manager: { zh: '中心负责人', en: 'Head of centre', duty: 'business' },
  bureauReviewer: { zh: '司法局异议审查人', en: 'Bureau reviewer of objections', duty: 'supervision' },
  policyAdmin: { zh: '政策管理员', en: 'Policy administrator', duty: 'business' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator', duty: 'systemAdministration' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator', duty: 'securityAdministration' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator', duty: 'auditAdministration' },
} as const satisfies Readonly<Record<string, RoleEntry>>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];

export function isRole(name: string): name is Role {
  return Object.hasOwn(roles, name);
}
