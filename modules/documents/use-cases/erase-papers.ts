import type { Tx } from '../../../kernel/use-case/index.ts';
import { sealBody, sealServiceWords } from '../sealed.ts';
import { eraseServices } from '../service-store.ts';
import { eraseAttachments, eraseDocuments } from '../store.ts';

/**
 * Forget what a matter's papers said (销毁): bodies emptied, files let go, names of received files gone. Numbers, forms and days
 * stay: a paper in somebody's hand can still be verified. The caller has authorised the destruction and removes the files.
 * @returns the hashes of the stored files that nothing here refers to any more
 */
export async function eraseMatterPapers(
  tx: Tx,
  matter: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  const papers = await eraseDocuments(tx, matter, (id) => sealBody(tx, { tenant: matter.tenant, id }, {}));
  const files = await eraseAttachments(tx, matter);
  const signatures = await eraseServices(tx, matter, (id) => sealServiceWords(tx, { tenant: matter.tenant, id }, {}));
  return [...papers, ...files, ...signatures];
}
