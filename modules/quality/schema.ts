import { z } from 'zod';

/*
 * 满意度: "the people's faces are our barometer" (群众的表情包就是检验我们法援工作的晴雨表). Five faces, and words if the person likes.
 */

/** From the happiest to the unhappiest; stored and counted by name, never by number. */
export const faces = ['verySatisfied', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied'] as const;
export type Face = (typeof faces)[number];

export const faceText: Readonly<Record<Face, { readonly zh: string; readonly en: string }>> = {
  verySatisfied: { zh: '非常满意', en: 'Very satisfied' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  neutral: { zh: '一般', en: 'Neither' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  veryDissatisfied: { zh: '很不满意', en: 'Very dissatisfied' },
};

export const satisfactionInput = z.strictObject({
  face: z.enum(faces),
  words: z
    .string()
    .trim()
    .max(2000)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u)
    .default(''),
});
export type SatisfactionInput = z.infer<typeof satisfactionInput>;
