/**
 * Money of the interface is an integer in fen. `123456` → `1,234.56`; whole yuan keep their two places, so that columns align.
 * Only a hardship line may end in half a fen, half of an odd figure: `1,234.565`.
 */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(fen));
  const cents = String(whole % 100).padStart(2, '0');
  const half = Number.isInteger(fen) ? '' : '5';
  return `${sign}${Math.floor(whole / 100).toLocaleString('en-US')}.${cents}${half}`;
}

/** `¥1,234.56`. */
export function money(fen: number): string {
  return fen < 0 ? `−¥${yuan(-fen)}` : `¥${yuan(fen)}`;
}

/** What a person typed, in fen: `1,200.5`, `￥1200.50` and `1200` are money; anything else is not. */
export function fenOf(typed: string): number | undefined {
  const clean = typed
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s¥￥]/g, '')
    .replace(/元$/, '');
  const parts = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(clean);
  if (parts === null) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
