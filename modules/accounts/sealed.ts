import type { Tx } from '../../kernel/use-case/index.ts';

const context = (tenant: string, accountId: string): string => `${tenant}/totp.secret_sealed/${accountId}`;

export function sealSecret(tx: Tx, tenant: string, accountId: string, secret: string): string {
  return tx.cipher.encrypt(secret, context(tenant, accountId));
}

export function openSecret(tx: Tx, tenant: string, accountId: string, sealed: string): string {
  return tx.cipher.decrypt(sealed, context(tenant, accountId));
}

/** Columns that key rotation re-encrypts. */
export const accountSealedColumns = [{ table: 'totp', column: 'secret_sealed', idColumn: 'account_id' }] as const;
