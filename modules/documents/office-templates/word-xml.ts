import { unzipSync } from 'fflate';

/*
 * WordprocessingML read as elements: enough to lay a paper out and to find what stands where. What is handed in was written by a word
 * processor and has been looked through by `kernel/files` before (no macros, no remote content, no bomb).
 */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const largestPart = 20 * 1_048_576;

/** The XML parts of a .docx by their path. Errors: an Error for bytes that are no zip, or unpack to more than 20 MiB a part. */
export function xmlParts(docx: Uint8Array): ReadonlyMap<string, string> {
  const parts = unzipSync(docx, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      if (originalSize > largestPart) throw new Error(`${name} is too large`);
      return true;
    },
  });
  const decoder = new TextDecoder();
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

const token = /<(\/?)([\w.-]+:?[\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** Errors: an Error for text that is no well-formed XML, or declares entities of its own. */
export function parseXml(text: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('a document type is not allowed');
  const source = text.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, '');
  const root: { name: string; attributes: Record<string, string>; children: (Element | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  };
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== end) throw new Error('not well-formed');
    end = match.index + match[0].length;
    const [, closing, name = '', attributes = '', empty, words] = match;
    const parent = open.at(-1) ?? root;
    if (words !== undefined) {
      parent.children.push(unescaped(words));
    } else if (closing === '/') {
      if (open.length < 2 || parent.name !== name) throw new Error('not well-formed');
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [only] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || end !== source.length || only === undefined) throw new Error('not well-formed');
  return only;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      unescaped(double ?? single ?? ''),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    return entities[name] ?? whole;
  });
}

export function childrenOf(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

export function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (at, name) => (at === undefined ? undefined : childrenOf(at, name)[0]),
    element,
  );
}

/** Every element of these names, in order, however deep. */
export function within(element: Element, ...names: readonly string[]): readonly Element[] {
  return childrenOf(element).flatMap((one) => [...(names.includes(one.name) ? [one] : []), ...within(one, ...names)]);
}

export function wordsIn(element: Element): string {
  return within(element, 'w:t', 'w:br', 'w:tab')
    .map((one) => (one.name === 'w:t' ? one.children.filter((part) => typeof part === 'string').join('') : ' '))
    .join('');
}
