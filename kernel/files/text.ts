import type { ByteSource } from './byte-source.ts';
import type { InspectionLimits } from './kinds.ts';
import { type FileFault, refuse } from './refusals.ts';

/** Plain text: UTF-8, no control characters, nothing in front that a browser might take for a page. */
export async function inspectText(
  bytes: ByteSource,
  limits: InspectionLimits,
): Promise<{ readonly ok: true } | FileFault> {
  if (bytes.size > limits.textBytes) return refuse('files.tooLarge', { max: Math.floor(limits.textBytes / 1_048_576) });
  const content = await bytes.read(0, bytes.size);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    // GBK from a Chinese Windows is text too, and the person can put it right; anything else is no text.
    return isGbk(content) ? refuse('files.textEncoding') : refuse('files.unsupported');
  }
  if (hasControl(content)) return refuse('files.unsupported');
  if (/<(script|html|head|body|iframe|svg|object|embed)\b/i.test(text.slice(0, 2048))) return refuse('files.markup');
  return { ok: true };
}

function isGbk(content: Buffer): boolean {
  if (hasControl(content)) return false;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(content) !== '';
  } catch {
    return false;
  }
}

const hasControl = (content: Buffer): boolean =>
  content.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
