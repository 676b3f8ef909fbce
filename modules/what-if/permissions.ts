import type { Permission } from '../../kernel/use-case/index.ts';

/** 政策推演 looks into every application of the places it is asked about: for whoever answers for these places. */
export const mayAskWhatIf: Permission = { key: 'policy.whatIf', roles: ['manager'] };
