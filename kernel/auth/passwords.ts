import { randomBytes } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { Refusal } from '../errors/index.ts';

/** The OWASP floor for argon2id: 19 MiB, two passes, one lane (about 20 ms of one core). */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const costText = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** In UTF-16 units: far above what the policy lets through. */
const longestTyped = 1024;

export interface PasswordHasher {
  /** @throws Refusal `auth.busy` when too many wait already */
  hash(password: string): Promise<string>;
  /** @param stored what {@link hash} gave, or undefined for an account that does not exist: always false, in the same time */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** True when the stored hash was made at another cost: hash again at the next successful sign-in. */
  isOutdated(stored: string): boolean;
}

export interface HasherLimits {
  /** Hashes at work at once: each takes a core and 19 MiB. */
  readonly concurrent?: number;
  /** Hashes waiting for their turn; more are refused at once rather than kept for a minute. */
  readonly waiting?: number;
}

/** argon2id behind a queue, so that a flood of sign-ins takes neither all cores nor all memory. */
export function passwordHasher({ concurrent = 2, waiting = 100 }: HasherLimits = {}): PasswordHasher {
  let running = 0;
  const queue: (() => void)[] = [];
  // The hash of a password that nobody has: checked in place of an unknown account's, so that the answer takes as long.
  const decoy = hash(randomBytes(32), cost);

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= concurrent) {
      if (queue.length >= waiting) throw new Refusal('auth.busy');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      // The place is handed on, not given back and taken again: nobody can slip in between.
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  }

  return {
    hash: (password) => inTurn(() => hash(prepare(password), cost)),
    verify: (stored, password) =>
      inTurn(async () => {
        const matches = await verify(stored ?? (await decoy), prepare(password)).catch(() => false);
        return matches && stored !== undefined && password.length <= longestTyped;
      }),
    isOutdated: (stored) => !stored.startsWith(costText),
  };
}

/** The same password typed on different keyboards gives the same bytes (NIST SP 800-63B §5.1.1.2). */
const prepare = (password: string): string => password.slice(0, longestTyped).normalize('NFKC');
