import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/errors/index.ts';
import { acceptUpload, fileKinds, fileRefusals } from '../../kernel/files/index.ts';
import { fill } from '../../kernel/i18n/index.ts';
import type { DraftFile } from '../../modules/applications/index.ts';
import { type Body, textOf } from './bodies.ts';
import type { Say } from './frame.ts';
import { isOurForm, type Site } from './site.ts';

/** Files that one application may carry, all uploads together. */
export const mostFiles = 30;
/** Files sent at a time; the form's parser stops there. */
export const filesAtOnce = 10;

export interface Uploaded {
  /** The form's other fields. */
  readonly body: Body;
  /** False when the form was not ours: nothing was kept. */
  readonly ours: boolean;
  readonly kept: readonly DraftFile[];
  /** One line for each file that was not accepted, in the reader's language. */
  readonly faults: readonly Say[];
}

export function limitsOf(site: Site): { mb: number; n: number } {
  return { mb: Math.floor(site.deps.config.uploadBytes / 1_048_576), n: filesAtOnce };
}

/**
 * Take a form with files. Each file is looked at by its content and kept, or refused for itself: one bad file does not cost the others.
 * @param room how many more files are welcome
 */
export async function takeUploads(site: Site, request: FastifyRequest, room: number): Promise<Uploaded> {
  const fields: Record<string, string> = {};
  const kept: DraftFile[] = [];
  const faults: Say[] = [];
  let ours: boolean | undefined;
  // The token stands first in our forms, so that a strange form's files are never written.
  const isOurs = (): boolean => {
    ours ??= isOurForm(site, request, fields.csrf);
    return ours;
  };
  try {
    for await (const part of request.parts({
      limits: { files: filesAtOnce, fileSize: site.deps.config.uploadBytes },
    })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value;
        continue;
      }
      // A browser sends an empty part for a file input that holds nothing.
      const empty = part.filename === '' || part.filename === undefined;
      if (empty || !isOurs()) {
        part.file.resume();
        continue;
      }
      if (kept.length >= room) {
        part.file.resume();
        faults.push({ key: 'papers.fault.tooMany' });
        continue;
      }
      try {
        const file = await acceptUpload(
          site.deps.files,
          { content: whole(part.file, limitsOf(site).mb), name: part.filename, type: part.mimetype },
          site.deps.config.uploadBytes,
        );
        kept.push({
          id: file.hash.slice(0, 16),
          kind: 'facts',
          fileHash: file.hash,
          fileName: file.name,
          mediaType: fileKinds[file.kind].mediaType,
          bytes: file.bytes,
        });
      } catch (error) {
        part.file.resume();
        if (!(error instanceof Refusal) || !(error.code in fileRefusals) || error.code === 'files.diskFull')
          throw error;
        faults.push(faultOf(part.filename, error, request));
      }
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'FST_FILES_LIMIT') throw error;
    faults.push({ key: 'papers.fault.tooMany' });
  }
  return { body: fields, ours: ours ?? isOurForm(site, request, textOf(fields, 'csrf')), kept, faults };
}

/** The stream, or `files.tooLarge` where the parser cut it off at its limit. */
async function* whole(
  file: AsyncIterable<Uint8Array> & { readonly truncated?: boolean },
  mb: number,
): AsyncIterable<Uint8Array> {
  yield* file;
  if (file.truncated === true) throw new Refusal('files.tooLarge', { max: mb });
}

function faultOf(name: string, refusal: Refusal, request: FastifyRequest): Say {
  const text = fileRefusals[refusal.code as keyof typeof fileRefusals];
  return {
    key: 'papers.fault',
    slots: { name: [...name].slice(-60).join(''), why: fill(text[request.language], refusal.details) },
  };
}
