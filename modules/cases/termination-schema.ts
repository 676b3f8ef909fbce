import type { z } from 'zod';
import type { Words } from './schema.ts';
import { prose, versioned } from './shapes.ts';

/*
 * What may become of a termination (Legal Aid Law arts 48, 49): objected to and maintained, or taken back, by the bureau's order or by
 * the centre itself, and then the aid goes on.
 */

/** On what a termination rests: the centre's own decision on the case, or a finding made elsewhere that has its own life. */
export type MadeFor = 'decision' | 'commitment' | 'provisional';

/** Why it was taken back: the bureau ordered it, the finding it rested on was wrong, or the centre saw its own mistake. */
export const revocationGrounds = ['objection', 'commitment', 'ownMotion'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

export const revocationText: Readonly<Record<RevocationGround, Words>> = {
  objection: { zh: '司法行政部门经审查异议，责令改正', en: 'The justice bureau ordered correction' },
  commitment: {
    zh: '据以终止的诚信承诺不实认定已经纠正',
    en: 'The finding on the commitment, on which it rested, was taken back',
  },
  ownMotion: { zh: '本机构发现终止决定有错误，自行纠正', en: 'The centre found its decision to be wrong' },
};

/** 撤销终止决定, by the centre itself. */
export const RevokeTermination = versioned.extend({ reason: prose(1000) });
export type RevokeTermination = z.infer<typeof RevokeTermination>;

/** 恢复援助: with the same handler where they may still act, else designated anew. */
export const ResumeAid = versioned.extend({ note: prose(1000).optional() });
export type ResumeAid = z.infer<typeof ResumeAid>;
