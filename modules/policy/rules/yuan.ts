/**
 * Fen as yuan for reading: `1234567` is `12,345.67`. Nothing is rounded: half a fen shows as a third place (`4,510.005`), any other part of a
 * fen as an ellipsis (`3,333.33…`).
 */
export function yuan(fen: number): string {
  const whole = Math.floor(fen);
  const part = fen - whole;
  const cents = whole % 100;
  let rest = (whole - cents) / 100;
  let text = `${cents < 10 ? '.0' : '.'}${cents}${part === 0 ? '' : part === 0.5 ? '5' : '…'}`;
  while (rest >= 1000) {
    const three = rest % 1000;
    rest = (rest - three) / 1000;
    text = `,${three < 10 ? '00' : three < 100 ? '0' : ''}${three}${text}`;
  }
  return `${rest}${text}`;
}
