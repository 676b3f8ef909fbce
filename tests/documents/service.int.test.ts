import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { type Matter, type Office, openOffice, refused } from '../applications/office.ts';
import { pdfWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';

/** A picture of one white dot, as small as a PNG can be. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const sized = Buffer.alloc(4);
    sized.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([sized, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32 as PNG counts it (ISO 3309). */
function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let i = 0; i < 8; i++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

onEachEngine('a decision is handed over', (open) => {
  let office: Office;
  let matter: Matter;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
    matter = await refused(office);
  });
  afterAll(() => office.close());

  interface Listed {
    readonly documentId: string;
    readonly formKey: string;
    readonly services: readonly { readonly serviceId: string; readonly receiptId: string; readonly signed: boolean }[];
  }
  const papers = async (): Promise<readonly Listed[]> => (await matter.page(office.staff.clerk)).documents as never;
  const decision = async (): Promise<Listed> => {
    const found = (await papers()).find(({ formKey }) => formKey === 'refusalDecision');
    if (found === undefined) throw new Error('no decision among the papers');
    return found;
  };
  const url = '/api/documents/service';
  const inHand = async (more: object = {}) => ({
    tenant: competent,
    documentId: (await decision()).documentId,
    recipient: '欧阳堃',
    method: 'direct',
    servedOn: '2026-11-24',
    signing: 'touch',
    signature: png().toString('base64'),
    ...more,
  });

  test('signed on the screen, once whatever the finger does; the receipt and the picture can be had', async () => {
    const { clerk, neighbourClerk, lawyer } = office.staff;
    const input = await inHand();
    const first = await clerk.post<{ serviceId: string; receiptId: string }>(url, input, 'signed-once-0001');
    expect(await clerk.post(url, input, 'signed-once-0001')).toEqual(first);
    const { services } = await decision();
    expect(services).toEqual([{ ...first, method: 'direct', servedOn: '2026-11-24', signing: 'touch', signed: true }]);
    const picture = await clerk.file(`/api/documents/${competent}/services/${first.serviceId}/signature`);
    expect(picture.type).toBe('image/png');
    expect(picture.bytes.equals(png())).toBe(true);
    const receipt = pdfWords((await clerk.file(`/api/documents/${competent}/${first.receiptId}/pdf`)).bytes);
    if (receipt !== undefined) for (const words of ['送达回证', '欧阳堃', '直接送达']) expect(receipt).toContain(words);
    for (const who of [neighbourClerk, lawyer])
      expect((await who.refusal('GET', `/api/documents/${competent}/services/${first.serviceId}`)).status).toBe(403);
  });

  test('what is no picture, and what is missing, is refused at its field; whoever does not hand papers over is refused', async () => {
    const { clerk, finance } = office.staff;
    const before = (await decision()).services;
    const noPicture = await clerk.refusal(
      'POST',
      url,
      await inHand({ signature: Buffer.from('hello').toString('base64') }),
    );
    expect(noPicture.status).toBeGreaterThanOrEqual(400);
    const { signature: _, ...unsigned } = await inHand();
    expect(await clerk.refusal('POST', url, unsigned)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/signature', code: 'document.signatureMissing' }],
    });
    expect((await finance.refusal('POST', url, await inHand())).status).toBe(403);
    expect((await decision()).services).toEqual(before);
  });
});
