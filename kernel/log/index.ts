/** JSON lines with time, level, message and fields. Never personal data: ids, codes and counts only. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export function jsonLog(
  write: (line: string) => void = (line) => void process.stderr.write(line),
  now = () => new Date().toISOString(),
): Log {
  const at =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}): void =>
      write(`${JSON.stringify({ time: now(), level, message, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
