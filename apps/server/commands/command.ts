/** Arguments of a command, as data. */
export interface Accepted {
  /** The one word that must come first: `verify`. */
  readonly verb?: string;
  /** Options without a value. */
  readonly flags?: readonly string[];
  /** Options with a value, as `--name value` or `--name=value`. */
  readonly values?: readonly string[];
  /** How many arguments without a name it takes at most. */
  readonly words?: number;
}

/** One command of the command line. Messages go to stderr, one JSON value to stdout where `--json` is given. */
export interface Command {
  readonly summary: { readonly zh: string; readonly en: string };
  readonly usage: string;
  /** Longer help, after the summary. */
  readonly help: string;
  /** What may stand after its name; absent when the command judges its arguments itself. */
  readonly accepts?: Accepted;
  /** @returns the exit code: 0 done, 1 the work failed, 2 bad input */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

export interface CommandIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  out(text: string): void;
  err(text: string): void;
}
