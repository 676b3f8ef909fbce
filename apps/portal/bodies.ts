import { createHash } from 'node:crypto';
import { controlNames, type Typed } from './steps/values.ts';
import type { Step } from './steps.ts';

/** A posted form: names with one text or several. */
export type Body = Readonly<Record<string, string | readonly string[] | undefined>>;

export function bodyOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? (body as Body) : {};
}

/** The one text of a name; of several, the first. */
export function textOf(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Longer than any field may be, short enough to be kept as typed. */
const mostTyped = 6000;

/** What was typed into the controls of a step, and nothing else of the form. */
export function typedFor(step: Step, body: Body): Typed {
  const typed: Record<string, string | readonly string[]> = {};
  for (const control of step.fields.flatMap(controlNames)) {
    const value = body[control];
    if (typeof value === 'string') typed[control] = value.slice(0, mostTyped);
    else if (value !== undefined) typed[control] = value.slice(0, 60).map((text) => text.slice(0, 200));
  }
  return typed;
}

/** The stored answers with one step's replaced: a box that is no longer ticked is gone. */
export function withStep(stored: Typed, step: Step, typed: Typed): Typed {
  const controls = new Set(step.fields.flatMap(controlNames));
  return { ...Object.fromEntries(Object.entries(stored).filter(([name]) => !controls.has(name))), ...typed };
}

/** A mark of what a step's controls hold, to notice that they were changed elsewhere. Tells nothing of the answers. */
export function markOf(step: Step, typed: Typed, salt: string): string {
  const held = step.fields.flatMap(controlNames).map((control) => [control, [typed[control] ?? ''].flat()]);
  return createHash('sha256')
    .update(JSON.stringify([salt, held]))
    .digest('base64url')
    .slice(0, 22);
}
