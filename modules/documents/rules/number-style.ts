import { defaultNumberTemplate } from './document-number.ts';

export interface NumberStyle {
  readonly agencyWord: string;
  readonly template: string;
}

/**
 * 机构代字 of the centres of Baoshan. Composed after the pattern of numbers seen elsewhere; no register of them has been
 * read, so each centre sets its own where it differs (`verified: false`).
 */
const knownWords: Readonly<Record<string, string>> = {
  '530500': '保',
  '530502': '保隆',
  '530521': '保施',
  '530523': '保龙',
  '530524': '保昌',
  '530581': '保腾',
};

/** The house style; a tenant without a word of its own prints its code, so that numbers stay apart. */
export function houseStyle(tenant: string): NumberStyle {
  return { agencyWord: knownWords[tenant] ?? tenant, template: defaultNumberTemplate };
}
