import type { DocumentHead } from '../schema.ts';

/** What the foot of the first page says about checking the paper; nothing where it has no code. */
export function verificationText(head: DocumentHead): readonly string[] {
  const { verification } = head;
  if (!verification) return [];
  return [
    `验证码：${verification.code}`,
    verification.url
      ? `凭文书编号和验证码可核验真伪：${withoutQuery(verification.url)}`
      : '凭文书编号和验证码可以向发文机构核验真伪',
  ];
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}

export const demonstrationText = '演示数据　不作法律文书使用';
export const demonstrationWatermark = '演示数据';
