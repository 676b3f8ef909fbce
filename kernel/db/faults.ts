interface DatabaseFault {
  readonly code?: string;
  /** Of a system error: `connect` tells a missing socket from a missing file. */
  readonly syscall?: string;
  readonly constraint?: string;
  readonly message?: string;
}

/** The name of the unique constraint that a write ran into, if that is what happened. */
export function violatedUnique(error: unknown): string | undefined {
  const fault = error as DatabaseFault;
  return fault?.code === '23505' ? (fault.constraint ?? 'unknown') : undefined;
}

/** True when the database cannot be reached or is shutting down: worth trying again shortly. */
export function isUnavailable(error: unknown): boolean {
  const { code = '', message = '', syscall } = (error ?? {}) as DatabaseFault;
  return (
    (code === 'ENOENT' && syscall === 'connect') ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'].includes(code) ||
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === '53300' ||
    /connection terminated|timeout exceeded when trying to connect|embedded database stopped|not queryable/i.test(
      message,
    )
  );
}

/** True when the database's disk is full. */
export function isDiskFull(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as DatabaseFault;
  return code === '53100' || code === 'ENOSPC' || /no space left on device/i.test(message);
}

/** True when two transactions got in each other's way and trying again is right. */
export function isSerialisationConflict(error: unknown): boolean {
  const { code } = (error ?? {}) as DatabaseFault;
  return code === '40001' || code === '40P01';
}
