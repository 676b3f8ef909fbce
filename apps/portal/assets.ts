import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fromRoot } from '../../kernel/paths.ts';

/** A style sheet or script as it is served: by a name that changes with its content, so that it can be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
  /** The body, compressed once. */
  readonly gzip: Buffer;
}

const source = (file: string): string => readFileSync(fromRoot('apps/portal/assets', file), 'utf8');

/** Comments and indentation are for readers of the source. Strings in these style sheets hold no comment marks or double spaces. */
const smaller = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

const smallerScript = (js: string): string =>
  js
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

function asset(name: string, extension: 'css' | 'js', body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    path: `/assets/portal/${name}-${hash}.${extension}`,
    type: extension === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    body,
    gzip: gzipSync(body, { level: 9 }),
  };
}

/** In the order in which they speak; later ones win. */
const sheets = ['tokens.css', 'base.css', 'frame.css', 'forms.css', 'lists.css', 'pages.css', 'media.css'];

export const styleSheet: Asset = asset('portal', 'css', smaller(sheets.map(source).join('')));
export const script: Asset = asset('enhance', 'js', smallerScript(source('enhance.js')));

/** What only some pages need, beside the two above. */
export const pageSheets = { nearest: asset('nearest', 'css', smaller(source('nearest.css'))) } as const;
export const pageScripts = { nearest: asset('nearest', 'js', smallerScript(source('nearest.js'))) } as const;

export const allAssets: readonly Asset[] = [
  styleSheet,
  script,
  ...Object.values(pageSheets),
  ...Object.values(pageScripts),
];
