/*
 * Eighty characters of names and places had no Unicode value when GBK was made, and old systems kept them in the private-use
 * area (U+E815 to U+E864, the order of GBK FE50 to FEA0). Exports of such systems still carry them. GB 18030-2022 gives nearly all
 * of them their real value; the six that its table still maps privately are added by hand.
 */
const addedByHand: Readonly<Record<number, number>> = {
  59414: 0x20087,
  59415: 0x20089,
  59416: 0x200cc,
  59441: 0x215d7,
  59451: 0x2298f,
  59477: 0x241fe,
};

const real: ReadonlyMap<string, string> = (() => {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, string>();
  let privateUse = 0xe815;
  for (let trail = 0x50; trail <= 0xa0; trail++) {
    if (trail === 0x7f) continue;
    const byHand = addedByHand[privateUse];
    const character = byHand === undefined ? decoder.decode(Uint8Array.of(0xfe, trail)) : String.fromCodePoint(byHand);
    pairs.set(String.fromCharCode(privateUse), character);
    privateUse++;
  }
  return pairs;
})();

/** The text with the private characters of GBK replaced by the real ones; other private characters stay. */
export function withRealHan(text: string): string {
  return text.replace(/[\ue815-\ue864]/g, (character) => real.get(character) ?? character);
}
