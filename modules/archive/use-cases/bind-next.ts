import { wholeCountry } from '../../../kernel/db/index.ts';
import type { FileStore } from '../../../kernel/files/index.ts';
import type { Log } from '../../../kernel/log/index.ts';
import { type Runner, runUseCase, systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import {
  documentsOfMatter,
  keepPrinted,
  loadDocument,
  openPaper,
  type Press,
  printPaper,
} from '../../documents/index.ts';
import { bureauOf, centreOf } from '../../network/index.ts';
import { bindingLimits } from '../binding/limits.ts';
import type { BindingOrder, BoundFile } from '../binding/order.ts';
import { retentionSchedules, termText } from '../rules/retention.ts';
import type { PiecePart, PieceToBind } from '../schema.ts';
import { seal } from '../sealed.ts';
import { type ArchiveRow, loadArchive, nextToBind, updateArchive } from '../store.ts';

/** A matter's pieces beside its issued papers: what the rooms above received, as it stood when the file was accepted. */
export type PiecesOf = (
  tx: Tx,
  file: { readonly tenant: string; readonly matterId: string; readonly caseId: string; readonly archivedAt: string },
) => Promise<readonly PieceToBind[]>;

export interface Bindery {
  readonly runner: Runner;
  readonly press: Press;
  readonly files: FileStore;
  readonly log: Log;
  readonly sources: readonly PiecesOf[];
  readonly fontFile?: string | undefined;
  /** Does the binding; apart from this thread when a server runs. */
  bind(order: BindingOrder): Promise<BoundFile>;
}

/** After so many failures a file is shown as failed, and waits for a person. */
const attempts = 3;
/** A binder that has not answered for so long is taken for dead. */
const lostMinutes = 30;

/**
 * 合订下一卷: bind the file that waits longest, outside of any transaction. The catalogue, the hash of each piece and of the
 * whole are kept with it, and remembered in the matter's chain. @returns false when none waits
 */
export async function bindNext(bindery: Bindery): Promise<boolean> {
  const { runner, log } = bindery;
  const row = await claim(bindery);
  if (row === undefined) return false;
  try {
    const order = await orderFor(bindery, row);
    const bound = await bindery.bind(order);
    await asSystem(runner, (tx) => keepBound(tx, row, bound));
  } catch (error) {
    log.warn('binding failed', { archive: row.id, attempts: row.bindingAttempts, error: String(error) });
    await asSystem(runner, (tx) => noteFailure(tx, row, String(error)));
  }
  return true;
}

function asSystem<T>(runner: Runner, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runUseCase(runner, systemActor, work, { scope: wholeCountry });
}

async function claim({ runner }: Bindery): Promise<ArchiveRow | undefined> {
  return asSystem(runner, async (tx) => {
    const lostBefore = new Date(Date.parse(tx.at) - lostMinutes * 60_000).toISOString();
    const row = await nextToBind(tx, lostBefore);
    if (row === undefined) return undefined;
    return updateArchive(tx, row, {
      binding: 'binding',
      bindingSince: tx.at,
      bindingAttempts: row.bindingAttempts + 1,
    });
  });
}

const partOf = (subject: string): PiecePart => (subject === 'application' ? 'intake' : 'handling');

/** What is to be bound: papers of the time, printed where they were not, and what the rooms above received. */
async function orderFor(bindery: Bindery, row: ArchiveRow): Promise<BindingOrder> {
  const { runner, sources } = bindery;
  const { tenant, matterId } = row;
  const issued = await asSystem(runner, (tx) => documentsOfMatter(tx, tenant, matterId));
  const papers: PieceToBind[] = [];
  for (const paper of issued) {
    // The issued catalogue lists paper; the bound file has its own with the pages as they are.
    if (paper.formKey === 'archiveCatalogue' || paper.issuedAt > row.archivedAt) continue;
    papers.push({
      part: partOf(paper.subject),
      name: `${paper.title}${paper.number ?? ''}`,
      responsible: paper.issuedByName,
      on: paper.issuedAt.slice(0, 10),
      mediaType: 'application/pdf',
      sha256: await printedHash(bindery, tenant, paper.documentId),
    });
  }
  return asSystem(runner, async (tx) => {
    const received: PieceToBind[] = [];
    for (const pieces of sources) received.push(...(await pieces(tx, row)));
    const centre = await centreOf(tx, tenant);
    const bureau = await bureauOf(tx, tenant);
    const name = centre?.name ?? tenant;
    const schedule = retentionSchedules.find(({ key }) => key === row.schedule);
    return {
      head: {
        matterNumber: row.caseNumber,
        agency: { name, bureau: bureau?.name ?? name },
        issuedOn: row.archivedOn,
        demonstration: row.demonstration,
      },
      at: row.archivedAt,
      file: {
        number: row.number,
        caseNumber: row.caseNumber,
        recipientName: row.recipientName,
        causeText: row.causeText,
        handlerName: row.handlerName,
        handlerUnit: row.handlerUnit,
        closedOn: row.closedOn,
        archivedOn: row.archivedOn,
        archivedByName: row.archivedByName,
        term: termText[row.term].zh,
        termVerified: schedule?.verified ?? false,
      },
      pieces: inOrder([...papers, ...received]),
      limits: bindingLimits,
      fontFile: bindery.fontFile,
    };
  });
}

async function printedHash({ runner, press }: Bindery, tenant: string, documentId: string): Promise<string> {
  const paper = await asSystem(runner, async (tx) => openPaper(tx, await loadDocument(tx, tenant, documentId)));
  if (paper.row.pdfHash !== null) return paper.row.pdfHash;
  const { hash } = await printPaper(press, paper, 'pdf');
  return asSystem(runner, (tx) => keepPrinted(tx, paper.row, 'pdf', hash));
}

const partRank: Readonly<Record<PiecePart, number>> = { intake: 0, handling: 1, other: 2 };

/** Part by part, and within a part by day; pieces without a day come last, in the order of the catalogue. */
function inOrder(pieces: readonly PieceToBind[]): readonly PieceToBind[] {
  return pieces
    .map((piece, i) => ({ piece, i }))
    .sort((a, b) => partRank[a.piece.part] - partRank[b.piece.part] || byDay(a.piece, b.piece) || a.i - b.i)
    .map(({ piece }) => piece);
}

function byDay(a: PieceToBind, b: PieceToBind): number {
  return (a.on ?? '9999-12-31').localeCompare(b.on ?? '9999-12-31');
}

async function keepBound(tx: Tx, claimed: ArchiveRow, bound: BoundFile): Promise<void> {
  const row = await loadArchive(tx, claimed.tenant, claimed.id);
  if (row.state === 'destroyed' || row.pdfHash !== null) return;
  await updateArchive(tx, row, {
    binding: 'bound',
    boundAt: tx.at,
    bindingFault: null,
    pdfHash: bound.hash,
    pdfSm3: bound.sm3,
    pdfBytes: bound.bytes,
    pdfPages: bound.pages,
    pieceCount: bound.pieces.length,
    unreadable: bound.pieces.filter(({ fault }) => fault !== undefined && fault !== 'paperOnly').length,
    piecesSealed: seal(tx, row.tenant, 'archive.pieces_sealed', row.id, JSON.stringify(bound.pieces)),
  });
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: 'archive.bound',
    subject: 'archive',
    subjectId: row.id,
    payload: {
      number: row.number,
      sha256: bound.hash,
      sm3: bound.sm3,
      bytes: bound.bytes,
      pages: bound.pages,
      pieces: bound.pieces.map(({ sha256, firstPage, lastPage, fault }) => ({
        sha256: sha256 ?? null,
        firstPage: firstPage ?? null,
        lastPage: lastPage ?? null,
        fault: fault ?? null,
      })),
    },
  });
}

async function noteFailure(tx: Tx, claimed: ArchiveRow, fault: string): Promise<void> {
  const row = await loadArchive(tx, claimed.tenant, claimed.id);
  if (row.state === 'destroyed' || row.binding !== 'binding') return;
  const waitMs = 60_000 * 5 ** row.bindingAttempts;
  await updateArchive(tx, row, {
    binding: row.bindingAttempts >= attempts ? 'failed' : 'waiting',
    bindingSince: new Date(Date.parse(tx.at) + waitMs).toISOString(),
    bindingFault: fault.slice(0, 300),
  });
}
