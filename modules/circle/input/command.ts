import { BadInput } from './bad-input.ts';

/** What a command says and how it ends. */
export interface CommandOutput {
  /** 0 done, 1 the work failed, 2 bad input. */
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run a command; bad input becomes a line for each fault and exit code 2. */
export async function answer(
  run: () => CommandOutput | string | Promise<CommandOutput | string>,
): Promise<CommandOutput> {
  try {
    const said = await run();
    return typeof said === 'string' ? { exitCode: 0, stdout: said, stderr: '' } : said;
  } catch (error) {
    if (error instanceof BadInput) return { exitCode: 2, stdout: '', stderr: error.message };
    throw error;
  }
}
