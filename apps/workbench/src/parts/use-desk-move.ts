import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { newIdempotencyKey } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import { useWords } from '../locales/i18n.ts';

/** One step on something open beside a list: sent once however often it is pressed, everything read anew afterwards. */
export function useDeskMove(name: string, readAnew: string, onDone?: () => void) {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: (send: (key: string) => Promise<unknown>) => send(key.current),
    onSuccess: async () => {
      key.current = newIdempotencyKey();
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      void message.success(t('action.done', { action: name }));
      onDone?.();
    },
    onError: async (error) => {
      if (!isProblem(error) || error.status < 400) return;
      // The server said no for certain: what it knows is read anew, and the next attempt is a new one.
      key.current = newIdempotencyKey();
      await client.invalidateQueries({ queryKey: [readAnew] });
    },
  });
}
