import { type Block, note } from '../forms/blocks.ts';
import { type FormKey, formOf, type Snapshot } from '../forms/index.ts';
import { type DocumentHead, documentHead } from '../schema.ts';
import { codePointName, coverageOfSet, findMissingGlyphs, getaMark, printable } from './missing-glyphs.ts';
import type { RenderOptions } from './options.ts';
import type { RenderWarning } from './warnings.ts';

export interface Composed {
  readonly blocks: readonly Block[];
  readonly snapshot: Snapshot;
  readonly warnings: readonly RenderWarning[];
}

/**
 * The blocks of a paper, from its snapshot alone. Invisible format characters are dropped. Where the file carries its own
 * fonts (`embedded`), characters that no face can print become 〓 and a note at the end names them.
 * Errors: a ZodError when the snapshot is not one of this form.
 */
export function composeForm(key: FormKey, given: Snapshot, options: RenderOptions, embedded: boolean): Composed {
  const form = formOf(key);
  const has = coverageOfSet(options.fonts);
  const warnings = findMissingGlyphs(given, has);
  const clean = (text: string) => {
    const visible = text.replace(/\p{Cf}/gu, '');
    return embedded
      ? [...visible.replace(/\p{Variation_Selector}/gu, '')]
          .map((char) => (printable(char, has) ? char : getaMark))
          .join('')
      : visible;
  };
  const head = addressed(mapTexts(documentHead.parse(given.head), clean), options.publicUrl);
  const body = mapTexts(form.body.parse(given.body), clean);
  const blocks = form.compose(body, head);
  const absent = [...new Set(warnings.map((warning) => warning.char))].map(codePointName);
  const footnote = absent.length === 0 ? [] : [embedded ? missingNote(absent) : readerNote(absent)];
  return { blocks: [...blocks, ...footnote], snapshot: { head, body } as Snapshot, warnings };
}

function missingNote(absent: readonly string[]): Block {
  return note(`注：文中“${getaMark}”为字库暂缺的字，依次为 ${absent.join('、')}，请核对身份证件后手写补正。`);
}

/** A Word file leaves the face to the reader, who may or may not have one for these. */
function readerNote(absent: readonly string[]): Block {
  return note(
    `注：文中有常用字库以外的字（${absent.join('、')}），打印前请核对字形；显示为方框的，请核对身份证件后手写补正。`,
  );
}

/** Blocks that no form composed, made fit to print: characters that no face of the set has become 〓, and a note names them. */
export function printableBlocks(blocks: readonly Block[], fonts: RenderOptions['fonts']): readonly Block[] {
  const has = coverageOfSet(fonts);
  const absent = [...new Set(findMissingGlyphs(blocks, has).map((warning) => warning.char))].map(codePointName);
  if (absent.length === 0) return blocks;
  const marked = mapTexts(blocks, (text) => [...text].map((char) => (printable(char, has) ? char : getaMark)).join(''));
  return [...marked, missingNote(absent)];
}

/** The head with the address at which the paper can be checked, where the portal has one. */
export function addressed(head: DocumentHead, publicUrl: string | undefined): DocumentHead {
  const { verification } = head;
  if (!verification || verification.url !== undefined || publicUrl === undefined) return head;
  const number = head.number ?? head.matterNumber ?? '';
  const url = `${publicUrl}/verify?code=${verification.code}&number=${encodeURIComponent(number)}`;
  return { ...head, verification: { ...verification, url } };
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)])) as T;
}
