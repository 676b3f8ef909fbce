const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

/**
 * What an 18-digit identity number tells (GB 11643-1999), so that nobody types a birth date twice. Undefined while it is incomplete or
 * its check digit is wrong; the server has the last word.
 */
export function readResidentNumber(
  typed: string,
): { readonly birthDate: string; readonly sex: 'male' | 'female' } | undefined {
  const number = typed.replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return undefined;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (checks[sum % 11] !== number[17]) return undefined;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const day = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthDate) return undefined;
  return { birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}
