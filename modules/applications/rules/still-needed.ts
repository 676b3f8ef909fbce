import type { Standing } from './standing.ts';

const words: Readonly<Record<Exclude<Standing['proof'], 'none'>, string>> = {
  guardianship: '监护关系证明',
  kinship: '与申请人的亲属关系证明',
  powerOfAttorney: '授权委托书等有代理权的证明',
};

/** What somebody who applies for another has still to show, with its article: the proof that they may (art. 40). */
export function stillNeeded(
  { standing }: { readonly standing: Standing | null },
  materials: readonly { readonly kind: string }[],
): readonly string[] {
  if (standing === null || standing.proof === 'none') return [];
  return materials.some(({ kind }) => kind === 'authority') ? [] : [`${words[standing.proof]}（${standing.citation}）`];
}
