import { isLocalDate } from '../../../kernel/time/index.ts';
import type { LocaleKey } from '../locales/locale.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** The check character of an identity number's first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkDigitOf(seventeen: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0);
  return checkDigits[sum % 11] ?? '';
}

/** What is wrong with an 18-digit citizen identity number (公民身份号码), as a locale key that says what to do; undefined when it is sound. */
export function identityNumberFault(value: string): LocaleKey | undefined {
  if (value === '') return 'e.id.missing';
  if (/^\d{15}$/.test(value)) return 'e.id.fifteen';
  if (!/^\d{17}[\dX]$/.test(value)) return value.length === 18 ? 'e.id.shape' : 'e.id.length';
  if (!isLocalDate(birthDateOf(value))) return 'e.id.birth';
  return checkDigitOf(value.slice(0, 17)) === value[17] ? undefined : 'e.id.check';
}

/** Day of birth written in a sound identity number, `YYYY-MM-DD`. */
export function birthDateOf(identityNumber: string): string {
  return `${identityNumber.slice(6, 10)}-${identityNumber.slice(10, 12)}-${identityNumber.slice(12, 14)}`;
}

/** Sex written in a sound identity number: the seventeenth digit is odd for men. */
export function sexOf(identityNumber: string): 'male' | 'female' {
  return Number(identityNumber[16]) % 2 === 1 ? 'male' : 'female';
}
