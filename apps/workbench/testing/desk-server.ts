import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { contentSecurityPolicy } from '../../../kernel/http/index.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export interface DeskServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a built desk as the program does: the strict policy, a fresh nonce in each page, the page for every address below `/desk`. */
export async function serveDesk(folder: string): Promise<DeskServer> {
  const server: Server = createServer(async (request, answer) => {
    const path = new URL(request.url ?? '/', 'http://desk').pathname;
    try {
      if (path.startsWith('/desk/assets/')) {
        const file = await readFile(join(folder, normalize(path.slice('/desk/'.length))));
        answer.writeHead(200, {
          'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy(),
        });
        answer.end(file);
        return;
      }
      if (path === '/desk' || path.startsWith('/desk/')) {
        const nonce = randomBytes(16).toString('base64url');
        const page = await readFile(join(folder, 'index.html'), 'utf8');
        answer.writeHead(200, { 'content-type': types.html, 'content-security-policy': contentSecurityPolicy(nonce) });
        answer.end(page.replaceAll('__CSP_NONCE__', nonce));
        return;
      }
    } catch {
      // Falls through: not there.
    }
    answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
