import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Brings a part of a page into sight once it is `ready`, for whoever came to it by its name in the address. */
export function useArrival(name: string, ready: boolean): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  const arriving = useRouterState({ select: ({ location }) => location.hash === name });
  useEffect(() => {
    if (arriving && ready) part.current?.scrollIntoView({ block: 'start' });
  }, [arriving, ready]);
  return part;
}
