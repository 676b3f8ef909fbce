import type { FileStore } from '../../kernel/files/index.ts';
import type { JobHandlers } from '../../kernel/outbox/index.ts';
import { loadDocument } from './store.ts';
import { renderTopic } from './topics.ts';
import { documentFormats, keepPrinted, makePress, openPaper, printPaper } from './use-cases/render-document.ts';

/** 出具后的文书: both files are made soon after the issue, so that what was issued is also what is kept. */
export function documentJobs(files: FileStore, fontFile?: string, publicUrl?: string): JobHandlers {
  const press = makePress(files, { fontFile, publicUrl });
  return {
    [renderTopic]: async (tx, job) => {
      const row = await loadDocument(tx, job.tenant, String(job.payload.documentId));
      const paper = openPaper(tx, row);
      for (const format of documentFormats) {
        if ((format === 'pdf' ? row.pdfHash : row.docxHash) !== null) continue;
        const { hash } = await printPaper(press, paper, format);
        await keepPrinted(tx, row, format, hash);
      }
    },
  };
}
