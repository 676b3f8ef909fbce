import { gzipSync } from 'node:zlib';

/** What a citizen's browser fetches to show a page for the first time: page, styles and scripts, gzip, in bytes. */
export interface PageWeight {
  readonly path: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly total: number;
}

export async function weighPage(port: number, path: string): Promise<PageWeight> {
  const origin = `http://127.0.0.1:${port}`;
  const fetched = async (url: string): Promise<string> => {
    const answer = await fetch(new URL(url, origin), { headers: { accept: 'text/html,*/*' } });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.text();
  };
  const page = await fetched(path);
  const weigh = (text: string): number => gzipSync(text).length;
  const sum = async (links: readonly string[]): Promise<number> => {
    const texts = await Promise.all(links.map(fetched));
    return texts.reduce((n, text) => n + weigh(text), 0);
  };
  const html = weigh(page);
  const css = await sum(matches(page, /<link\b[^>]*rel="stylesheet"[^>]*>/g, /href="([^"]+)"/));
  const js = await sum(matches(page, /<script\b[^>]*src="[^"]+"[^>]*>/g, /src="([^"]+)"/));
  if (css === 0) throw new Error(`${path}: no style sheet found, the figure would be too good`);
  return { path, html, css, js, total: html + css + js };
}

function matches(page: string, tag: RegExp, attribute: RegExp): readonly string[] {
  return [...page.matchAll(tag)].flatMap(([text]) => attribute.exec(text)?.[1] ?? []);
}
