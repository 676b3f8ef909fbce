/** Fen as yuan for reading: `1234567` is `12,345.67`. Integers only, no rounding. */
export function yuan(fen: number): string {
  const cents = fen % 100;
  let rest = (fen - cents) / 100;
  let text = cents < 10 ? `.0${cents}` : `.${cents}`;
  while (rest >= 1000) {
    const three = rest % 1000;
    rest = (rest - three) / 1000;
    text = `,${three < 10 ? '00' : three < 100 ? '0' : ''}${three}${text}`;
  }
  return `${rest}${text}`;
}
