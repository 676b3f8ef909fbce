import { no, type PeopleFault } from './refusals.ts';
import { compactNumber } from './typed-number.ts';

export type PhoneKind = 'mobile' | 'landline' | 'service' | 'international' | 'demonstration';

export interface PhoneNumber {
  readonly ok: true;
  /** Mobile `13800001234`; landline `0875-2123456` or `0875-2123456-801`; service `4008001234`; abroad `+959450012345`. */
  readonly normalised: string;
  readonly kind: PhoneKind;
}

export interface PhoneOptions {
  /** Only the demonstration city may use its block of numbers. */
  readonly allowDemonstration?: boolean | undefined;
}

/** Ten thousand numbers of a mobile prefix that no operator has been given. */
const demonstrationBlock = '1540000';

/** A three-digit area code (010, 02x) goes with eight digits, in some places seven; a four-digit one with seven or eight. */
const landline = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})(?:(?:转|EXT\.?|X|#|,)(\d{1,6}))?$/;

/** Country codes with the length of the number behind them, where the traffic is; any other is held to ITU-T E.164. */
const abroad: readonly RegExp[] = [/^852\d{8}$/, /^853\d{8}$/, /^886\d{8,9}$/, /^(?!86)[1-9]\d{6,14}$/];

/** A phone number as people write it: spaces, hyphens, +86, full-width digits, an extension. */
export function checkPhone(typed: string, options: PhoneOptions = {}): PhoneNumber | PeopleFault {
  if (typed.length > 100) return no('phone.unknown');
  const extension = /\p{Pd}\s*(\d{1,6})\s*$/u.exec(typed.normalize('NFKC'))?.[1];
  const number = compactNumber(typed)
    .toUpperCase()
    .replace(/[().]/g, '')
    .replace(/^(\+|00)(?=[1-9])/, '+');
  if (number === '') return no('phone.empty');
  if (!/^\+?\d+((转|EXT|X|#|,)\d+)?$/.test(number)) return no('phone.characters');
  const domestic = number.replace(/^(\+86|86(?=1\d{10}$))/, '');
  if (domestic.startsWith('+')) {
    const digits = domestic.slice(1);
    return abroad.some((shape) => shape.test(digits)) ? yes(domestic, 'international') : no('phone.unknown');
  }
  const withCountry = number.startsWith('+86');
  if (withCountry && /^10[2-9]/.test(domestic)) return fixed(`0${domestic}`, extension);
  if (domestic.startsWith('1')) return mobile(domestic, options);
  if (/^[48]00\d{7}$/.test(domestic)) return yes(domestic, 'service');
  if (/^[2-9]\d{6,7}$/.test(domestic)) return no('phone.areaCodeMissing');
  return fixed(withCountry && !domestic.startsWith('0') ? `0${domestic}` : domestic, extension);
}

/** @param serial 0 to 9999 */
export function demonstrationPhone(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 9999) throw new RangeError('the serial is 0 to 9999');
  return demonstrationBlock + String(serial).padStart(4, '0');
}

function mobile(number: string, options: PhoneOptions): PhoneNumber | PeopleFault {
  if (number.length !== 11) return no('phone.mobileLength', { length: number.length });
  if (!/^1[3-9]\d{9}$/.test(number)) return no('phone.unknown');
  if (!number.startsWith(demonstrationBlock)) return yes(number, 'mobile');
  return options.allowDemonstration === true ? yes(number, 'demonstration') : no('phone.demonstration');
}

function fixed(number: string, hyphenated: string | undefined): PhoneNumber | PeopleFault {
  // A short group after the last hyphen is an extension when the digits before it make a whole number by themselves.
  const whole =
    (hyphenated === undefined ? null : landline.exec(withExtension(number, hyphenated))) ?? landline.exec(number);
  if (whole === null) return no('phone.unknown');
  const [, area = '', local = '', extension] = whole;
  return yes(extension === undefined ? `${area}-${local}` : `${area}-${local}-${extension}`, 'landline');
}

const withExtension = (number: string, extension: string): string =>
  `${number.slice(0, number.length - extension.length)}转${extension}`;

const yes = (normalised: string, kind: PhoneKind): PhoneNumber => ({ ok: true, normalised, kind });
