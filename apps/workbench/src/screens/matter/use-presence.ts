import { useEffect, useState } from 'react';
import { leaveMatter, notePresence, type Present } from '../../api/presence.ts';

/** A sign every so often; the server counts somebody as gone after three that did not come. */
const everyMs = 15_000;
/** Whoever has not touched anything for so long is not there: signs of theirs would keep an abandoned session open. */
const idleMs = 120_000;

/** Those who are at the same matter now; nobody where `may` is false. `doing` is the form that is open here, `subject.event`. */
export function usePresence(
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
  doing: string | undefined,
  may: boolean,
): readonly Present[] {
  const [others, setOthers] = useState<readonly Present[]>([]);
  useEffect(() => {
    if (!may) return;
    let touched = Date.now();
    let over = false;
    const touch = (): void => {
      touched = Date.now();
    };
    const sign = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || Date.now() - touched > idleMs) return;
      // Whether others are seen is a courtesy: when it cannot be asked, the work goes on without.
      const answer = await notePresence(tenant, matterId, doing).catch(() => undefined);
      if (!over && answer !== undefined) setOthers(answer.others);
    };
    const events = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const name of events) document.addEventListener(name, touch, { passive: true });
    document.addEventListener('visibilitychange', sign);
    void sign();
    const timer = setInterval(sign, everyMs);
    return () => {
      over = true;
      clearInterval(timer);
      for (const name of events) document.removeEventListener(name, touch);
      document.removeEventListener('visibilitychange', sign);
    };
  }, [tenant, matterId, doing, may]);
  useEffect(() => {
    if (!may) return;
    return () => void leaveMatter(tenant, matterId).catch(() => undefined);
  }, [tenant, matterId, may]);
  return others;
}
