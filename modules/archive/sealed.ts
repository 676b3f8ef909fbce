import type { Tx } from '../../kernel/use-case/index.ts';
import type { BoundPiece } from './schema.ts';

/* Reasons for a hold and the names of a file's pieces tell of people: stored encrypted, bound to their row. */

type Place = 'archive.pieces_sealed' | 'archive_hold.reason_sealed' | 'archive_hold.lift_reason_sealed';

export function seal(tx: Pick<Tx, 'cipher'>, tenant: string, place: Place, id: string, text: string): string {
  return tx.cipher.encrypt(text, `${tenant}/${place}/${id}`);
}

export function unseal(tx: Pick<Tx, 'cipher'>, tenant: string, place: Place, id: string, sealed: string): string {
  return tx.cipher.decrypt(sealed, `${tenant}/${place}/${id}`);
}

/** 卷内目录 as bound; empty before, and again after the destruction. */
export function openPieces(
  tx: Pick<Tx, 'cipher'>,
  row: { readonly tenant: string; readonly id: string; readonly piecesSealed: string | null },
): readonly BoundPiece[] {
  if (row.piecesSealed === null) return [];
  return JSON.parse(unseal(tx, row.tenant, 'archive.pieces_sealed', row.id, row.piecesSealed)) as BoundPiece[];
}

/** Columns that key rotation re-encrypts. */
export const archiveSealedColumns = [
  { table: 'archive', column: 'pieces_sealed', idColumn: 'id' },
  { table: 'archive_hold', column: 'reason_sealed', idColumn: 'id' },
  { table: 'archive_hold', column: 'lift_reason_sealed', idColumn: 'id' },
] as const;
