import type { InputFault } from './read.ts';

/** Input that cannot be used. The command line answers with one line for each fault and exit code 2. */
export class BadInput extends Error {
  readonly faults: readonly InputFault[];
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ pointer, text }) => `${pointer}: ${text.zh} · ${text.en}`).join('\n'));
    this.name = 'BadInput';
    this.faults = faults;
  }
}

/** End with one fault. @throws BadInput always */
export function refuse(pointer: string, code: string, zh: string, en: string): never {
  throw new BadInput([{ pointer, code, text: { zh, en } }]);
}
