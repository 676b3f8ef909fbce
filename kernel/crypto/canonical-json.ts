/** A value that JSON cannot carry without loss; the pointer (RFC 6901) says where it sits, never what it is. */
export class NotCanonical extends Error {
  readonly pointer: string;

  constructor(pointer: string, what: string) {
    super(`cannot be written as canonical JSON: ${what} at "${pointer}"`);
    this.name = 'NotCanonical';
    this.pointer = pointer;
  }
}

/**
 * One text for one value (RFC 8785): keys in UTF-16 order, no white space, numbers as ECMAScript writes them.
 * A key whose value is `undefined` is left out, as it is when the value travels through a `jsonb` column and back, so the text is the same before and after.
 * @throws NotCanonical for NaN, infinities, bigint, functions, symbols, `undefined` in an array, lone surrogates, and anything
 *   that is no plain object (a Date, a Map, a Buffer): turn them into text first
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', []);
}

function write(value: unknown, pointer: string, above: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return text(value, pointer);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(pointer, String(value));
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : container(value, pointer, above);
    default:
      throw new NotCanonical(pointer, typeof value);
  }
}

function container(value: object, pointer: string, above: readonly object[]): string {
  if (above.includes(value)) throw new NotCanonical(pointer, 'a circle');
  const path = [...above, value];
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, i) => write(item, `${pointer}/${i}`, path)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotCanonical(
      pointer,
      `a ${(value.constructor as { name?: string } | undefined)?.name ?? 'strange object'}`,
    );
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical(pointer, 'a symbol as key');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => {
      const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return `${text(key, here)}:${write(member, here, path)}`;
    });
  return `{${members.join(',')}}`;
}

/** A lone surrogate has no UTF-8 form: two different texts would hash alike. */
function text(value: string, pointer: string): string {
  if (/\p{Cs}/u.test(value)) throw new NotCanonical(pointer, 'a lone surrogate');
  return JSON.stringify(value);
}
