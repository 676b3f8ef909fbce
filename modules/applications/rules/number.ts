/**
 * 申请编号: place, year and month, a running serial, and a check digit (Luhn), so that a number read out over the
 * telephone and mistyped by one digit is noticed before anybody looks for it.
 */
export function formatApplicationNumber(tenant: string, day: string, serial: number): string {
  const body = `${tenant}${day.slice(2, 4)}${day.slice(5, 7)}${String(serial).padStart(6, '0')}`;
  return `${body}${luhn(body)}`;
}

/** The number without spaces and full-width digits, if its check digit is right. */
export function parseApplicationNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{17,19}$/.test(digits)) return undefined;
  return luhn(digits.slice(0, -1)) === Number(digits.slice(-1)) ? digits : undefined;
}

/** In groups, as it stands on the receipt: `530521 2611 000042 7`. */
export function displayApplicationNumber(number: string): string {
  return `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10, -1)} ${number.slice(-1)}`;
}

/** The centre's place stands in front of the number. */
export function tenantOfNumber(number: string): string {
  return number.slice(0, 6);
}

function luhn(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}
