import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isProblem } from './api/problem.ts';
import { startWords, useWords } from './locales/i18n.ts';
import { createDeskRouter } from './router.tsx';
import './theme/base.css';
import { deskTheme } from './theme/desk-theme.ts';
import { publishTokens } from './theme/tokens.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal does not change by asking again; a lost connection may come back.
      retry: (failures, error) => failures < 2 && (!isProblem(error) || error.status === 0 || error.status === 503),
      refetchOnWindowFocus: true,
    },
  },
});

const router = createDeskRouter();

function Desk(): ReactNode {
  const { language } = useWords();
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={deskTheme}
      locale={language === 'zh' ? zhCN : enUS}
      wave={{ disabled: true }}
      // Two Han on a button stand as they are written.
      button={{ autoInsertSpace: false }}
      getPopupContainer={(trigger) => trigger?.closest<HTMLElement>('dialog') ?? document.body}
      form={{ colon: false, scrollToFirstError: true }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}

/**
 * A new version was put in place under an open desk: the chunk asked for is gone. One reload fetches the new page; what is being filled
 * in at the window is kept in the tab.
 */
window.addEventListener('vite:preloadError', (event) => {
  const mark = 'fayuan.reloaded';
  if (Date.now() - Number(window.sessionStorage.getItem(mark) ?? 0) < 60_000) return;
  window.sessionStorage.setItem(mark, String(Date.now()));
  event.preventDefault();
  window.location.reload();
});

async function start(): Promise<void> {
  publishTokens(document.documentElement);
  await startWords();
  const ground = document.querySelector('#desk');
  if (ground === null) throw new Error('the page has no ground to stand on');
  createRoot(ground).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Desk />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
