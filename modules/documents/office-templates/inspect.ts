import type { FormKey } from '../forms/index.ts';
import { fieldsOf } from './fields.ts';
import { type Element, parseXml, within, wordsIn, xmlParts } from './word-xml.ts';

export interface TemplateFault {
  readonly code:
    | 'template.unreadable'
    | 'template.external'
    | 'template.unknownField'
    | 'template.strayBrace'
    | 'template.missingField';
  /** The field at fault and where it stands, in the words of the document. */
  readonly field: string;
  readonly where: string;
}

/** What Word shows and the PDF beside it cannot. */
export const templateWarnings = [
  'picture',
  'header',
  'footnote',
  'sections',
  'nestedTable',
  'trackedChanges',
  'textBox',
] as const;
export type TemplateWarning = (typeof templateWarnings)[number];

export interface Inspected {
  readonly faults: readonly TemplateFault[];
  readonly warnings: readonly TemplateWarning[];
}

/** Whether an office's form may take the place of the built-in one: every field known, none of those that must be there missing. */
export function inspectTemplate(key: FormKey, docx: Uint8Array): Inspected {
  const unreadable: Inspected = { faults: [{ code: 'template.unreadable', field: '', where: '' }], warnings: [] };
  let parts: ReadonlyMap<string, string>;
  let read: readonly { readonly place: string; readonly root: Element }[];
  try {
    parts = xmlParts(docx);
    read = [...parts]
      .filter(([name]) => /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name))
      .map(([name, text]) => ({ place: name.slice(5, -4), root: parseXml(text) }));
  } catch {
    return unreadable;
  }
  const body = read.find(({ place }) => place === 'document');
  if (body === undefined) return unreadable;
  const external = [...parts].filter(
    ([name, text]) => name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/i.test(text),
  );
  const known = fieldsOf(key);
  const found = new Set<string>();
  const faults: TemplateFault[] = external.map(([name, text]) => ({
    code: 'template.external',
    field: /Target\s*=\s*["']([^"']*)["'][^>]*TargetMode\s*=\s*["']External/i.exec(text)?.[1] ?? name,
    where: name,
  }));
  for (const { place, root } of read) {
    for (const [i, paragraph] of within(root, 'w:p').entries()) {
      const text = within(paragraph, 'w:p').length > 0 ? '' : wordsIn(paragraph);
      const where = `${placeName(place)}第${i + 1}段“${text.trim().slice(0, 40)}”`;
      for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
        const field = name.trim();
        if (Object.hasOwn(known, field)) found.add(field);
        else faults.push({ code: 'template.unknownField', field: `{${name}}`, where });
      }
      if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
        faults.push({ code: 'template.strayBrace', field: '{ }', where });
      }
    }
  }
  for (const [field, { must }] of Object.entries(known)) {
    if (must && !found.has(field)) faults.push({ code: 'template.missingField', field: `{${field}}`, where: '' });
  }
  return {
    faults,
    warnings: warningsOf(
      body.root,
      read.map(({ place, root }) => ({ place, root })),
    ),
  };
}

const placeName = (place: string): string =>
  place.startsWith('header') ? '页眉' : place.startsWith('footer') ? '页脚' : place === 'document' ? '' : '脚注';

function warningsOf(
  body: Element,
  read: readonly { readonly place: string; readonly root: Element }[],
): readonly TemplateWarning[] {
  const has = (...names: readonly string[]): boolean => within(body, ...names).length > 0;
  const headed = read.some(({ place, root }) => place.startsWith('header') && wordsIn(root).trim() !== '');
  const there: Readonly<Record<TemplateWarning, boolean>> = {
    picture: has('w:drawing', 'w:pict'),
    textBox: has('w:txbxContent'),
    header: headed,
    footnote: has('w:footnoteReference', 'w:endnoteReference'),
    sections: within(body, 'w:sectPr').length > 1,
    nestedTable: within(body, 'w:tbl').some((table) => within(table, 'w:tbl').length > 0),
    trackedChanges: has('w:ins', 'w:del'),
  };
  return templateWarnings.filter((warning) => there[warning]);
}
