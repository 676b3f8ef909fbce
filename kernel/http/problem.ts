import type { FieldFault, Refusal, RefusalTable } from '../errors/index.ts';
import { fill, type Language } from '../i18n/index.ts';

/** RFC 9457 problem details with our code and one entry per faulty field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [extra: string]: unknown;
}

/** Put a refusal into the caller's language. An unknown code is a bug and becomes a 500 that says so in the log. */
export function toProblem(refusal: Refusal, table: RefusalTable, language: Language): Problem {
  const text = table[refusal.code] ?? { status: 500, zh: refusal.code, en: refusal.code };
  const errors = refusal.faults.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    detail: faultText(fault, table, language),
  }));
  return {
    type: `urn:fayuan:${refusal.code}`,
    title: fill(text[language], refusal.details),
    status: text.status,
    code: refusal.code,
    detail: fill(text[language], refusal.details),
    ...(errors.length > 0 ? { errors } : {}),
    ...(Array.isArray(refusal.details.allowed) ? { allowed: refusal.details.allowed } : {}),
    ...(refusal.details.current === undefined ? {} : { current: refusal.details.current }),
    ...(refusal.details.allowed === undefined ? {} : { allowed: refusal.details.allowed }),
  };
}

export function faultText(fault: FieldFault, table: RefusalTable, language: Language): string {
  const text = table[fault.code];
  return text === undefined ? fault.code : fill(text[language], fault.details ?? {});
}
