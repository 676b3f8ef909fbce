import { type FileKind, fileKinds } from './kinds.ts';

const longestName = 100;

/**
 * A name that any system can save: no path, no control or direction marks, no signs that Windows forbids, an extension that
 * says what the content is.
 */
export function safeFileName(declaredName: string, kind: FileKind): string {
  const { extensions } = fileKinds[kind];
  const base = declaredName
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^(.{300}).*(.{100})$/u, '$1$2');
  const declared = /\.([A-Za-z0-9]{1,5})$/.exec(base)?.[1]?.toLowerCase() ?? '';
  const isRight = (extensions as readonly string[]).includes(declared);
  const isOther = Object.values(fileKinds).some((other) => (other.extensions as readonly string[]).includes(declared));
  const stem = (isRight || isOther ? base.slice(0, -declared.length - 1) : base).replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = [...stem].slice(0, longestName).join('').trimEnd();
  const named =
    short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short.split('.')[0] ?? '') ? `附件${short}` : short;
  return `${named}.${isRight ? declared : extensions[0]}`;
}

export interface Download {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Shown in the page's place instead of saved: only for photographs and PDF, and only when asked for. */
  readonly inline?: boolean;
}

/** The headers under which a stored file is sent. Nothing in it may run or be taken for something else, whatever it holds. */
export function downloadHeaders({ name, kind, bytes, inline = false }: Download): Readonly<Record<string, string>> {
  const { mediaType, inline: mayShow } = fileKinds[kind];
  const safe = safeFileName(name, kind);
  const ascii = safe.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const shown = inline && mayShow;
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    // A browser's own PDF reader does not start inside a sandbox.
    'content-security-policy':
      shown && kind === 'pdf'
        ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
        : "sandbox; default-src 'none'",
  };
}
