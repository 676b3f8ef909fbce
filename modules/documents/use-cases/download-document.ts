import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import { mayReadDocuments, readersOfSubject } from '../permissions.ts';
import { type DocumentRow, loadDocument } from '../store.ts';
import { titleOf } from './read-documents.ts';
import {
  type DocumentFile,
  type DocumentFormat,
  keepPrinted,
  openPaper,
  type Press,
  printPaper,
} from './render-document.ts';

export interface DownloadDocument {
  readonly tenant: string;
  readonly documentId: string;
  readonly format: DocumentFormat;
}

/** Whether somebody without a role at the centre is concerned by the matter: a handler, by the case's rules. */
export type ConcernedByMatter = (
  tx: Tx,
  actor: Actor,
  matter: { readonly tenant: string; readonly matterId: string },
) => Promise<boolean>;

/**
 * A paper's file for the staff (下载文书). Rendered at the first asking; from then on the stored file is what the paper is.
 * @throws Refusal `record.notFound`, `auth.forbidden`
 */
export function downloadDocument(
  runner: Runner,
  press: Press,
  actor: Actor,
  input: DownloadDocument,
  concerned?: ConcernedByMatter,
): Promise<DocumentFile> {
  return openDocument(runner, press, actor, input, async (tx, row) => {
    const own = readersOfSubject[row.subject];
    if (own !== undefined) return actor.must(own, { tenant: row.tenant });
    if (actor.holds(mayReadDocuments.roles, { tenant: row.tenant })) return;
    if (concerned === undefined || !(await concerned(tx, actor, row))) {
      throw new Refusal('auth.forbidden', { permission: mayReadDocuments.key });
    }
  });
}

/**
 * The same for a caller that has its own ground: the citizen who showed number and code of the matter.
 * `authorise` sees the paper inside the transaction and throws where the caller may not have it.
 */
export async function openDocument(
  runner: Runner,
  press: Press,
  actor: Actor,
  input: DownloadDocument,
  authorise: (tx: Tx, row: DocumentRow) => Promise<void>,
): Promise<DocumentFile> {
  const { tenant, documentId, format } = input;
  const paper = await runUseCase(runner, actor, async (tx) => {
    const row = await loadDocument(tx, tenant, documentId);
    await authorise(tx, row);
    if (row.destroyedOn !== null) throw new Refusal('document.destroyed', { day: row.destroyedOn });
    // Papers name people: reading one is remembered with the matter.
    tx.record({
      tenant,
      matterId: row.matterId,
      kind: 'document.opened',
      subject: 'document',
      subjectId: row.id,
      payload: { formKey: row.formKey, format },
    });
    return openPaper(tx, row);
  });
  const kept = format === 'pdf' ? paper.row.pdfHash : paper.row.docxHash;
  const hash = kept ?? (await printAndKeep(runner, press, actor, paper, format));
  const { bytes, stream } = await press.files.read(hash);
  return { name: fileName(paper.row), format, bytes, stream };
}

async function printAndKeep(
  runner: Runner,
  press: Press,
  actor: Actor,
  paper: ReturnType<typeof openPaper>,
  format: DocumentFormat,
): Promise<string> {
  const { hash } = await printPaper(press, paper, format);
  return runUseCase(runner, actor, (tx) => keepPrinted(tx, paper.row, format, hash));
}

/** 不予法律援助决定书（2026）保法援民不字第000123号 */
function fileName(row: DocumentRow): string {
  return `${titleOf(row.formKey).zh}${row.number ?? row.head.matterNumber ?? ''}`;
}
