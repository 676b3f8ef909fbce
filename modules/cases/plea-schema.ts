import { z } from 'zod';
import type { Words } from './schema.ts';
import { line, prose } from './shapes.ts';

/*
 * 认罪认罚具结见证 (Criminal Procedure Law arts 173, 174; Legal Aid Law art. 30): what the duty lawyer saw and said before the suspect or
 * defendant signed, or did not sign. Articles 173 and 174 were not read again here: 待核实.
 */

/** What the person was told of before they decided (art. 173, first and second paragraphs). */
export const pleaTold = ['rights', 'charge', 'sentence', 'procedure', 'consequences'] as const;
export type PleaTold = (typeof pleaTold)[number];

/** On what the lawyer gives a view of their own (art. 173, second paragraph, items 1 to 3). */
export const pleaMatters = ['charge', 'sentence', 'procedure'] as const;
export type PleaMatter = (typeof pleaMatters)[number];

export const pleaViews = ['agrees', 'dissents'] as const;
export type PleaView = (typeof pleaViews)[number];

/** Why nothing was signed: the person's own will, or a case in which none is to be signed (art. 174, second paragraph). */
export const unsignedReasons = ['notWilling', 'impaired', 'guardianObjects', 'other'] as const;
export type UnsignedReason = (typeof unsignedReasons)[number];

export const pleaText: {
  readonly told: Readonly<Record<PleaTold, Words>>;
  readonly matter: Readonly<Record<PleaMatter, Words>>;
  readonly view: Readonly<Record<PleaView, Words>>;
  readonly unsigned: Readonly<Record<UnsignedReason, Words>>;
} = {
  told: {
    rights: { zh: '享有的诉讼权利和认罪认罚的法律规定', en: 'Their rights and the law on pleading guilty' },
    charge: { zh: '涉嫌的犯罪事实、罪名和适用的法律', en: 'The facts, the charge and the law applied' },
    sentence: { zh: '量刑建议', en: 'The sentence proposed' },
    procedure: { zh: '适用的审理程序', en: 'The procedure of the trial' },
    consequences: { zh: '认罪认罚的法律后果和反悔的后果', en: 'What pleading guilty leads to, and taking it back' },
  },
  matter: {
    charge: { zh: '罪名和适用的法律', en: 'Charge and law' },
    sentence: { zh: '量刑建议', en: 'Sentence proposed' },
    procedure: { zh: '审理程序', en: 'Procedure' },
  },
  view: { agrees: { zh: '没有异议', en: 'No objection' }, dissents: { zh: '有异议', en: 'Dissents' } },
  unsigned: {
    notWilling: { zh: '本人不愿意签署', en: 'The person would not sign' },
    impaired: {
      zh: '盲、聋、哑人或者尚未完全丧失辨认、控制能力的精神病人，依法不需要签署',
      en: 'Not to be signed: impaired',
    },
    guardianObjects: {
      zh: '未成年人的法定代理人、辩护人对认罪认罚有异议，依法不需要签署',
      en: 'Not to be signed: the minor’s guardian or defender objects',
    },
    other: { zh: '其他不需要签署的情形', en: 'Another case in which none is to be signed' },
  },
};

export const PleaWitness = z.strictObject({
  /** The organ whose officer took the plea, and where. */
  organ: line(80),
  place: line(80),
  /** 涉嫌罪名, as the person was told it. */
  charge: line(80),
  /** 量刑建议, as the person was told it. */
  sentence: line(200),
  told: z
    .array(z.enum(pleaTold))
    .max(5)
    .transform((all) => [...new Set(all)]),
  /** 就法律后果给出的解释和建议. */
  advice: prose(2000),
  views: z.strictObject({
    charge: z.enum(pleaViews),
    sentence: z.enum(pleaViews),
    procedure: z.enum(pleaViews),
  }),
  /** 不同意见: whatever the lawyer, or the person, holds against it. */
  dissent: prose(2000).optional(),
  /** 自愿: whether the person, asked by the lawyer, consents of their own free will. */
  voluntary: z.boolean(),
  unsigned: z.enum(unsignedReasons).optional(),
  /** 值班律师在场并签名. */
  lawyerSigned: z.boolean(),
});
export type PleaWitness = z.infer<typeof PleaWitness>;
