import { Refusal } from '../errors/index.ts';
import { safeFileName } from './download.ts';
import { type InspectedFile, inspectFile } from './inspect.ts';
import { type InspectionLimits, inspectionLimits } from './kinds.ts';
import type { FileStore, StoredFile } from './store.ts';

export interface Upload {
  readonly content: AsyncIterable<Uint8Array>;
  readonly name: string;
  readonly type?: string | undefined;
}

export type AcceptedFile = StoredFile & Omit<InspectedFile, 'ok'> & { readonly name: string };

/**
 * Receive a file, look at it, and only then keep it. What is refused leaves nothing behind.
 * @throws Refusal with a code of `fileRefusals`
 */
export async function acceptUpload(
  store: FileStore,
  { content, name, type }: Upload,
  maxBytes: number,
  limits: InspectionLimits = inspectionLimits,
): Promise<AcceptedFile> {
  const received = await store.receive(content, maxBytes);
  try {
    const { ok: _, ...inspected } = orRefuse(await inspectFile(received.path, name, type, limits));
    return { ...(await received.keep()), ...inspected, name: safeFileName(name, inspected.kind) };
  } catch (error) {
    await received.discard();
    throw error;
  }
}

function orRefuse(inspected: Awaited<ReturnType<typeof inspectFile>>): InspectedFile {
  if (!inspected.ok) throw new Refusal(inspected.code, inspected.details);
  return inspected;
}
