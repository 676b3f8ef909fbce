import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downloadHeaders, safeFileName } from './download.ts';
import { type FileKind, fileKinds } from './kinds.ts';

test.each<[string, FileKind, string]>([
  ['起诉状.pdf', 'pdf', '起诉状.pdf'],
  ['IMG_0001.JPEG', 'jpeg', 'IMG_0001.jpeg'],
  ['照片.jpg', 'webp', '照片.webp'],
  ['合同2024.11.20', 'jpeg', '合同2024.11.20.jpg'],
  ['C:\\Users\\a\\证据 1.png', 'png', '证据 1.png'],
  ['../../etc/passwd', 'text', 'passwd.txt'],
  ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie x=1.pdf'],
  ['a"b;c.pdf', 'pdf', 'ab;c.pdf'],
  ['\u202efdp.exe', 'pdf', 'fdp.exe.pdf'],
  ['...', 'pdf', '附件.pdf'],
  ['', 'pdf', '附件.pdf'],
  ['CON.pdf', 'pdf', '附件CON.pdf'],
  [' .hidden .pdf', 'pdf', 'hidden.pdf'],
  [`${'长'.repeat(300)}.pdf`, 'pdf', `${'长'.repeat(100)}.pdf`],
  ['𠮷.docx', 'docx', '𠮷.docx'],
])('%j of kind %s is saved as %j', (declared, kind, safe) => {
  expect(safeFileName(declared, kind)).toBe(safe);
});

test('no name breaks out of a folder, a header or a file system', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...(Object.keys(fileKinds) as FileKind[])),
      (declared, kind) => {
        const safe = safeFileName(declared, kind);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/u);
        expect(safe).not.toMatch(/^[.\s]/);
        expect(fileKinds[kind].extensions as readonly string[]).toContain(safe.split('.').at(-1));
        expect([...safe].length).toBeLessThanOrEqual(110);
        expect(safeFileName(safe, kind)).toBe(safe);
        const headers = downloadHeaders({ name: declared, kind, bytes: 1 });
        for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]*$/);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('headers', () => {
  test('say the true name to new browsers and a plain one to old', () => {
    const headers = downloadHeaders({ name: "张三's 合同(1).pdf", kind: 'pdf', bytes: 12 });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__'s __(1).pdf"; filename*=UTF-8''%E5%BC%A0%E4%B8%89%27s%20%E5%90%88%E5%90%8C%281%29.pdf`,
    );
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '12',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each<[FileKind, boolean]>([
    ['jpeg', true],
    ['png', true],
    ['webp', true],
    ['pdf', true],
    ['heic', false],
    ['docx', false],
    ['xlsx', false],
    ['ofd', false],
    ['text', false],
  ])('%s may be shown in the page: %s', (kind, mayShow) => {
    const shown = downloadHeaders({ name: 'a', kind, bytes: 1, inline: true })['content-disposition'] ?? '';
    expect(shown.startsWith('inline')).toBe(mayShow);
    expect(downloadHeaders({ name: 'a', kind, bytes: 1 })['content-disposition']).toMatch(/^attachment/);
  });

  test('nothing that is sent may run', () => {
    for (const kind of Object.keys(fileKinds) as FileKind[]) {
      for (const inline of [true, false]) {
        const policy = downloadHeaders({ name: 'a', kind, bytes: 1, inline })['content-security-policy'] ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy.startsWith('sandbox')).toBe(!(kind === 'pdf' && inline));
      }
    }
  });
});
