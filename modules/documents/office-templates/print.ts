import { type FormKey, formOf, type Snapshot } from '../forms/index.ts';
import { addressed, composeForm, printableBlocks } from '../render/compose.ts';
import type { RenderOptions } from '../render/options.ts';
import { renderBlocks } from '../render/pdf/render-blocks.ts';
import { demonstrationText } from '../render/verification-text.ts';
import type { Rendered } from '../render/warnings.ts';
import { valuesOf } from './fields.ts';
import { fillTemplate } from './fill.ts';
import { blocksOfDocx } from './lay-out.ts';

/**
 * A paper on the office's own form: the Word file filled, or the PDF laid out from it. The same snapshot, form and instant give the
 * same bytes. Errors: a ZodError when the snapshot is not one of this form.
 */
export async function renderOwn(
  key: FormKey,
  template: Uint8Array,
  snapshot: Snapshot,
  format: 'pdf' | 'docx',
  options: RenderOptions,
): Promise<Rendered> {
  const { snapshot: printed, warnings } = composeForm(key, snapshot, options, false);
  const values = valuesOf(key, printed);
  const { head } = printed;
  // Word shows no watermark on a form that the office drew: an invented paper says so beside its number.
  const said = (name: string): Record<string, string> =>
    head.demonstration && format === 'docx' ? { [name]: `${values.texts[name]}（${demonstrationText}）` } : {};
  const texts = { ...values.texts, ...said('编号'), ...said('案件编号') };
  const filled = await fillTemplate(key, template, { ...values, texts });
  if (format === 'docx') return { bytes: filled, warnings };
  const form = formOf(key);
  const bytes = await renderBlocks(printableBlocks(blocksOfDocx(filled), options.fonts), {
    title: [form.title.zh, head.number].filter(Boolean).join(' '),
    layout: form.layout,
    head: addressed(head, options.publicUrl),
    fonts: options.fonts,
    at: options.at,
    qr: options.qr ?? false,
  });
  return { bytes, warnings };
}
