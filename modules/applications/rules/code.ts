/** Letters and digits that nobody confuses when read aloud or copied by hand: no 0/O, 1/I/L, no vowels that spell words. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** A code that only its holder knows: `length` characters from random bytes, without bias. */
export function makeCode(random: (bytes: number) => Uint8Array, length: number): string {
  let code = '';
  const limit = 256 - (256 % alphabet.length);
  while (code.length < length) {
    for (const byte of random(length * 2)) {
      if (byte < limit && code.length < length) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}

/** As a person may type it: spaces, hyphens, lower case, full-width forms and the look-alikes are forgiven. */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}
