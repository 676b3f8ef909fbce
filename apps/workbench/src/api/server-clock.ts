/*
 * The law's clock is the server's. A desk computer may be a day off; what a chip says must not be.
 */
let offset = 0;

/** Learn how far this computer's clock stands from the server's, from the `Date` of any answer. */
export function observeDate(header: string | null): void {
  if (header === null) return;
  const at = Date.parse(header);
  // The header counts whole seconds; a smaller difference says nothing.
  if (Number.isFinite(at) && Math.abs(at - Date.now()) > 2_000) offset = at - Date.now();
}

/** Now, by the server's clock, in milliseconds. */
export function serverNow(): number {
  return Date.now() + offset;
}

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today as the law counts it: a day in Asia/Shanghai, `YYYY-MM-DD`. */
export function today(): string {
  return shanghaiDay.format(serverNow());
}
