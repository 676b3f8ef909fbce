import type { FormKey } from '../forms/index.ts';
import { sampleBodies, sampleHead } from '../forms/samples.ts';
import { renderOwn } from '../office-templates/print.ts';
import type { Press } from './render-document.ts';

/** 预览: the form filled with an invented matter, marked as that on every page. */
export async function previewTemplate(
  press: Press,
  formKey: FormKey,
  template: Uint8Array,
  format: 'pdf' | 'docx',
): Promise<Uint8Array> {
  const snapshot = { head: { ...sampleHead, demonstration: true }, body: sampleBodies[formKey] };
  const { bytes } = await renderOwn(formKey, template, snapshot, format, {
    fonts: press.fonts(),
    at: '2026-01-01T00:00:00.000Z',
    qr: true,
  });
  return bytes;
}
