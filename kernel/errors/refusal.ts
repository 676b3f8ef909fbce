/** Where a fault sits in the caller's input (RFC 6901) and what is wrong with it, as a code of a refusal table. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What the memory of a matter keeps of a refusal although nothing else of the transaction stays. No personal data. */
export interface Remembered {
  readonly tenant: string;
  readonly matterId: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * An expected "no": bad input, missing right, stale screen, broken rule. Thrown by use cases only, mapped to HTTP in one place.
 * `code` is a key of a {@link RefusalTable}; `details` fill the `{slots}` of its text and must hold no personal data.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
  /** Set where somebody reached for what is not theirs: written into the matter's memory by `runUseCase`. */
  readonly remembered: Remembered | undefined;

  constructor(
    code: string,
    details: Readonly<Record<string, unknown>> = {},
    faults: readonly FieldFault[] = [],
    remembered?: Remembered,
  ) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.faults = faults;
    this.remembered = remembered;
  }
}

/** One refusal: its HTTP status and its words in both languages; `{name}` is filled from the refusal's details. */
export interface RefusalText {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** Every code a module may refuse with. Composed once in the server; a test checks that each used code has its words. */
export type RefusalTable = Readonly<Record<string, RefusalText>>;

/** A rule's answer: the value, or the fault as a value. Rules never throw. */
export type Result<T, F = FieldFault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fault<F>(f: F): { readonly ok: false; readonly fault: F } {
  return { ok: false, fault: f };
}
