import { sha256 } from '../crypto/index.ts';

/** What the browser keeps, and what the database keeps: whoever reads the database cannot sign in with it. */
export interface SessionToken {
  /** 43 characters of base64url: 256 random bits. */
  readonly token: string;
  /** SHA-256 of the token, hexadecimal. */
  readonly hash: string;
}

export type RandomBytes = (n: number) => Uint8Array;

export function newSessionToken(random: RandomBytes): SessionToken {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, hash: sha256(token) };
}

/** The hash under which a presented token is looked up; undefined for anything that cannot be one. */
export function sessionTokenHash(presented: string | undefined): string | undefined {
  return presented !== undefined && /^[\w-]{43}$/.test(presented) ? sha256(presented) : undefined;
}
