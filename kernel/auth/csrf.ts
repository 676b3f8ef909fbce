import { hmac, sameProof } from '../crypto/index.ts';
import type { RandomBytes } from './session-token.ts';

/** Tokens that show a form was served by us to this very browser. */
export interface CsrfTokens {
  /**
   * @param binding what ties the token to the browser: the session's hash, or the visitor cookie of somebody not signed in
   * Different each time, so that compressed pages do not give it away (BREACH).
   */
  issue(binding: string): string;
  accepts(binding: string, token: string | undefined): boolean;
}

/** @param secret `ring.serverSecret('csrf')` */
export function csrfTokens(secret: Uint8Array, random: RandomBytes): CsrfTokens {
  const proofOf = (binding: string): Buffer => hmac('sha256', secret, binding);
  const xor = (a: Uint8Array, b: Uint8Array): Buffer => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));
  return {
    issue(binding) {
      const mask = Buffer.from(random(32));
      return Buffer.concat([mask, xor(proofOf(binding), mask)]).toString('base64url');
    },
    accepts(binding, token) {
      if (token === undefined || !/^[\w-]{86}$/.test(token)) return false;
      const bytes = Buffer.from(token, 'base64url');
      return sameProof(proofOf(binding), xor(bytes.subarray(32), bytes.subarray(0, 32)));
    },
  };
}
