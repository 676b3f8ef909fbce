import { type FormKey, formOf, type Snapshot } from '../../forms/index.ts';
import { composeForm } from '../compose.ts';
import type { RenderOptions } from '../options.ts';
import type { Rendered } from '../warnings.ts';
import { renderBlocks } from './render-blocks.ts';

/**
 * An issued paper as PDF/A-2b. The same snapshot, fonts and instant give the same bytes.
 * Errors: a ZodError when the snapshot is not one of this form.
 */
export async function renderPdf<K extends FormKey>(
  key: K,
  snapshot: Snapshot<K>,
  options: RenderOptions,
): Promise<Rendered> {
  const form = formOf(key);
  const { blocks, snapshot: printed, warnings } = composeForm(key, snapshot as Snapshot, options, true);
  const { head } = printed;
  const bytes = await renderBlocks(blocks, {
    title: [form.title.zh, head.number].filter(Boolean).join(' '),
    layout: form.layout,
    head,
    fonts: options.fonts,
    at: options.at,
    qr: options.qr ?? false,
  });
  return { bytes, warnings };
}
