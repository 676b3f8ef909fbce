import { isLocalDate, type LocalDate } from '../../../kernel/time/index.ts';
import { no, type PeopleFault } from './refusals.ts';
import { compactNumber } from './typed-number.ts';

export type Sex = 'male' | 'female';

/** 公民身份号码 and its kin: whose number it is, read off its first digits. */
export type IdentityNumberKind =
  | 'resident'
  | 'hongKong'
  | 'macau'
  | 'taiwan'
  | 'permanentResidentForeigner'
  | 'demonstration';

export interface IdentityNumber {
  readonly ok: true;
  /** 18 places, X upper-case. */
  readonly normalised: string;
  readonly kind: IdentityNumberKind;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
}

export interface IdentityOptions {
  /** The day on which the number is judged: nobody is born after it. */
  readonly today: LocalDate;
  /** Only the demonstration city may use numbers of the region 000000, which does not exist. */
  readonly allowDemonstration?: boolean | undefined;
}

/** GB/T 2260: the provincial units that have issued resident numbers. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

const demonstrationRegion = '000000';

/** Longer than anybody has lived. */
const longestLife = 130;

/**
 * An 18-place identity number by GB 11643-1999: region, birth date, serial (odd for men), check digit by ISO 7064 MOD 11-2.
 * Taken alike: residence permits of Hong Kong, Macau and Taiwan residents (810000, 820000, 830000) and the number of foreigners'
 * permanent residence cards since 2023 (9, province, ISO 3166 country, then as above).
 * A 15-digit number is refused with the reason, never converted: it has not been valid since 2013-01-01.
 */
export function checkIdentityNumber(typed: string, options: IdentityOptions): IdentityNumber | PeopleFault {
  const number = normaliseIdentityNumber(typed.slice(0, 100));
  if (number === '') return no('identity.empty');
  if (!/^\d+X?$/.test(number)) return no('identity.characters');
  if (/^\d{15}$/.test(number)) return no('identity.fifteenDigits');
  if (number.length !== 18) return no('identity.length', { length: number.length });
  const kind = kindOf(number);
  if (kind === undefined) return no('identity.region');
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isLocalDate(birthDate)) return no('identity.birthDate');
  if (birthDate > options.today) return no('identity.birthInFuture');
  if (Number(options.today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > longestLife)
    return no('identity.birthTooLongAgo');
  if (identityCheckDigit(number) !== number[17]) return no('identity.checkDigit');
  if (kind === 'demonstration' && options.allowDemonstration !== true) return no('identity.demonstration');
  return { ok: true, normalised: number, kind, birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** The spelling under which equal numbers are equal; for look-up also of numbers that are not valid. */
export function normaliseIdentityNumber(typed: string): string {
  // × and the Greek and Cyrillic letters that look like X stand for it when they come last.
  return compactNumber(typed)
    .toUpperCase()
    .replace(/[×ΧХ]$/u, 'X');
}

/** The 18th place for 17 digits (the rest of the text is ignored): weights 2^(17−i) mod 11. */
export function identityCheckDigit(seventeenDigits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(seventeenDigits[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * A number that belongs to nobody: region 000000, valid check digit.
 * @param serial 0 to 499, for telling apart people of one birth date and sex
 */
export function demonstrationIdentityNumber(birthDate: LocalDate, serial: number, sex: Sex): string {
  if (!isLocalDate(birthDate)) throw new RangeError(`no such day: ${birthDate}`);
  if (!Number.isInteger(serial) || serial < 0 || serial > 499) throw new RangeError('the serial is 0 to 499');
  const order = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const digits = `${demonstrationRegion}${birthDate.replaceAll('-', '')}${order}`;
  return digits + identityCheckDigit(digits);
}

function kindOf(number: string): IdentityNumberKind | undefined {
  const region = number.slice(0, 6);
  if (region === demonstrationRegion) return 'demonstration';
  if (region === '810000') return 'hongKong';
  if (region === '820000') return 'macau';
  if (region === '830000') return 'taiwan';
  if (region.startsWith('9')) {
    return provinces.has(region.slice(1, 3)) && region.slice(3) !== '000' ? 'permanentResidentForeigner' : undefined;
  }
  return provinces.has(region.slice(0, 2)) ? 'resident' : undefined;
}
