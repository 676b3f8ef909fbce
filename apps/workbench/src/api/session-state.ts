/*
 * What every call needs to know of the session, and the one place that waits for a person to sign in again.
 */
let token: string | undefined;
let waiting: { readonly promise: Promise<void>; readonly release: () => void } | undefined;
const listeners = new Set<() => void>();

export function csrfToken(): string | undefined {
  return token;
}

export function keepCsrfToken(value: string | undefined): void {
  token = value;
}

/** Called when the server no longer knows the session. Settles when somebody has signed in again. */
export function sessionExpired(): Promise<void> {
  if (waiting === undefined) {
    let release = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      release = resolve;
    });
    waiting = { promise, release };
    tell();
  }
  return waiting.promise;
}

/** Let the paused calls go on. */
export function sessionRenewed(): void {
  const held = waiting;
  waiting = undefined;
  tell();
  held?.release();
}

export function isSessionExpired(): boolean {
  return waiting !== undefined;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
