import { useEffect, useRef, useState } from 'react';

/** A search that takes seconds: one at a time, and nobody has to wait for it. */
export interface Search {
  readonly running: boolean;
  readonly error: unknown;
  /** Begin; one still going on is given up. What comes of it is told unless it was given up meanwhile. */
  start<T>(ask: (signal: AbortSignal) => Promise<T>, onAnswer: (answer: T) => void): Promise<void>;
  giveUp(): void;
}

export function useSearch(): Search {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const last = useRef<AbortController>(undefined);
  useEffect(() => () => last.current?.abort(), []);
  return {
    running,
    error,
    start: async (ask, onAnswer) => {
      last.current?.abort();
      const own = new AbortController();
      last.current = own;
      setRunning(true);
      setError(undefined);
      try {
        const answer = await ask(own.signal);
        if (!own.signal.aborted) onAnswer(answer);
      } catch (failure) {
        if (!own.signal.aborted) setError(failure);
      } finally {
        if (last.current === own) setRunning(false);
      }
    },
    giveUp: () => {
      last.current?.abort();
      setRunning(false);
    },
  };
}
