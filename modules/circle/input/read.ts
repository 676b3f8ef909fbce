import { BadInput } from './bad-input.ts';

/** What is wrong with something given: a JSON Pointer to the argument, file, line and column, and words in both languages. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly text: { readonly zh: string; readonly en: string };
}

/** Something given, read, or what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: InputFault };

export function wrong(
  pointer: string,
  code: string,
  zh: string,
  en: string,
): { readonly ok: false; readonly fault: InputFault } {
  return { ok: false, fault: { pointer, code, text: { zh, en } } };
}

/** What was read. @throws BadInput with the fault */
export function accept<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw new BadInput([read.fault]);
}
