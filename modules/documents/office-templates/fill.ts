import { withFixedTimes } from '../render/docx/steady-zip.ts';

const delimiters = { start: '{', end: '}' } as const;

/** An office's own form with its fields filled. The formatting of each placeholder stays. The same values give the same bytes. */
export async function fillTemplate(
  template: Uint8Array,
  values: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { PatchType, patchDocument, TextRun } = await import('docx');
  const patches = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [
      name,
      {
        type: PatchType.PARAGRAPH,
        children: text.split('\n').map((line, i) => new TextRun(i === 0 ? { text: line } : { text: line, break: 1 })),
      },
    ]),
  );
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches,
    keepOriginalStyles: true,
    placeholderDelimiters: delimiters,
    trimPlaceholders: true,
  });
  return withFixedTimes(filled);
}
