import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileStore, fileStore } from '../../kernel/files/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { workOutbox } from '../../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { citizenActor, staffActor, type Tx } from '../../kernel/use-case/index.ts';
import { sampleBodies, sampleHead } from './forms/samples.ts';
import {
  attachFile,
  attachmentsOfMatter,
  documentJobs,
  documentsOfMatter,
  downloadDocument,
  issueDocument,
  makePress,
  openDocument,
  setNumberStyle,
  verifyDocument,
} from './index.ts';
import type { DocumentTables } from './tables.ts';

const tenant = '530521';
const tenants = ['530500', '530502', tenant];
const matterId = '0193a000-0000-7000-8000-000000000001';
const reviewer = staffActor('a1', '审查员', [{ role: 'reviewer', tenant, subtree: false }], tenants);
const handler = staffActor('a2', '承办人', [{ role: 'handler', tenant, subtree: false }], tenants);
const manager = staffActor('a3', '负责人', [{ role: 'manager', tenant: '530502', subtree: false }], tenants);

const { agency } = sampleHead;
const refusal = (tx: Tx, change: { readonly tenant?: string; readonly demonstration?: boolean } = {}) =>
  issueDocument(tx, reviewer, {
    tenant: change.tenant ?? tenant,
    matterId,
    subject: 'application',
    subjectId: matterId,
    formKey: 'refusalDecision',
    matterClass: 'civil',
    head: { agency, demonstration: change.demonstration ?? true, matterNumber: '530521-26-000001' },
    body: sampleBodies.refusalDecision,
  });

const serialOf = (number: string) => Number(/第0*(\d+)号/.exec(number)?.[1]);

onEachEngine('an issued paper', (open) => {
  let world: World;
  let folder: string;
  let files: FileStore;
  beforeAll(async () => {
    world = await open();
    folder = mkdtempSync(join(tmpdir(), 'fayuan-papers-'));
    files = fileStore(folder);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('carries the number of its series, its words under seal, and an event', async () => {
    const paper = await world.as(reviewer, (tx) => refusal(tx));
    expect(paper.number).toBe('（2026）保施法援民不字第000001号');
    const row = await world.direct((tx) =>
      tx.db
        .withTables<DocumentTables>()
        .selectFrom('document')
        .selectAll()
        .where('id', '=', paper.documentId)
        .executeTakeFirstOrThrow(),
    );
    expect(row.bodySealed).not.toContain('欧阳堃');
    expect(JSON.stringify(row.head)).not.toContain('欧阳堃');
    expect(row.head).toMatchObject({ issuedOn: '2026-11-24', number: paper.number, demonstration: true });
    const [summary] = await world.as(reviewer, (tx) => documentsOfMatter(tx, tenant, matterId));
    expect(summary).toMatchObject({ documentId: paper.documentId, title: '不予法律援助决定书', number: paper.number });
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').selectAll().where('subjectId', '=', paper.documentId).execute(),
    );
    expect(events.map((event) => event.kind)).toEqual(['document.issued']);
    expect(JSON.stringify(events)).not.toContain('欧阳堃');
  });

  test('without what the form must say is refused, with the field, and takes no number', async () => {
    const before = await lastSerial(world, '不');
    await expect(
      world.as(reviewer, (tx) =>
        issueDocument(tx, reviewer, {
          tenant,
          matterId,
          subject: 'application',
          subjectId: matterId,
          formKey: 'refusalDecision',
          matterClass: 'civil',
          head: { agency, demonstration: true },
          body: { ...sampleBodies.refusalDecision, grounds: [] },
        }),
      ),
    ).rejects.toMatchObject({ code: 'document.incomplete', faults: [{ pointer: '/body/grounds' }] });
    expect(await lastSerial(world, '不')).toBe(before);
  });

  test('fifty at once, a third of them rolled back, leave a series without gaps or repeats', async () => {
    const start = await lastSerial(world, '不');
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        world.as(reviewer, async (tx) => {
          const { number } = await refusal(tx);
          if (i % 3 === 0) throw new Error('the step failed after its paper');
          return serialOf(number);
        }),
      ),
    );
    const serials = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(serials).toHaveLength(33);
    expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 33 }, (_, i) => start + 1 + i));
    expect(await lastSerial(world, '不')).toBe(start + 33);
  });

  test('begins a new series with the year, and each centre has its own', async () => {
    world.clock.set('2026-12-31T15:59:59.000Z');
    const last = await world.as(reviewer, (tx) => refusal(tx));
    world.clock.set('2026-12-31T16:00:00.000Z');
    const first = await world.as(reviewer, (tx) => refusal(tx));
    world.clock.set('2026-11-24T02:00:00.000Z');
    expect(last.number).toMatch(/^（2026）/);
    expect(first.number).toBe('（2027）保施法援民不字第000001号');
    const elsewhere = await world.direct((tx) => refusal(tx, { tenant: '530502' }));
    expect(elsewhere.number).toBe('（2026）保隆法援民不字第000001号');
  });

  test('follows the centre’s own pattern once it has one', async () => {
    await world.as(manager, (tx) =>
      setNumberStyle(tx, manager, {
        tenant: '530502',
        agencyWord: '隆',
        template: '{agency}援{class}{step}〔{year}〕{serial}号',
      }),
    );
    const paper = await world.as(manager, (tx) => refusal(tx, { tenant: '530502' }));
    expect(paper.number).toBe('隆援民不〔2026〕1号');
    await expect(
      world.as(manager, (tx) =>
        setNumberStyle(tx, manager, { tenant: '530502', agencyWord: '隆', template: '第{serial}号' }),
      ),
    ).rejects.toMatchObject({ code: 'document.numberTemplate' });
    await expect(
      world.as(reviewer, (tx) =>
        setNumberStyle(tx, reviewer, { tenant, agencyWord: '施', template: '（{year}）{agency}{serial}' }),
      ),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('is printed once; the file then stands, and each opening is remembered', async () => {
    const paper = await world.as(reviewer, (tx) => refusal(tx));
    const press = makePress(files, { publicUrl: 'https://fy.example' });
    const get = (format: 'pdf' | 'docx') =>
      downloadDocument(world.runner, press, reviewer, { tenant, documentId: paper.documentId, format });
    const [first, second] = await Promise.all([get('pdf'), get('pdf')]);
    const bytes = await bytesOf(first.stream);
    expect(Buffer.compare(bytes, await bytesOf(second.stream))).toBe(0);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.name).toBe(`不予法律援助决定书${paper.number}`);
    expect((await bytesOf((await get('docx')).stream)).subarray(0, 2).toString()).toBe('PK');
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select('kind').where('subjectId', '=', paper.documentId).execute(),
    );
    expect(events.filter((event) => event.kind === 'document.opened')).toHaveLength(3);
  });

  test('is opened by those who may read it, by the handler of the matter, and by nobody else', async () => {
    const paper = await world.as(reviewer, (tx) => refusal(tx));
    const press = makePress(files);
    const input = { tenant, documentId: paper.documentId, format: 'pdf' } as const;
    await expect(downloadDocument(world.runner, press, handler, input)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(downloadDocument(world.runner, press, handler, input, async () => false)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const own = await downloadDocument(
      world.runner,
      press,
      handler,
      input,
      async (_tx, _actor, matter) => matter.matterId === matterId,
    );
    expect(own.bytes).toBeGreaterThan(10_000);
    own.stream.destroy();
    await expect(downloadDocument(world.runner, press, manager, input)).rejects.toMatchObject({
      code: 'record.notFound',
    });
    const citizen = citizenActor(tenant);
    await expect(
      openDocument(world.runner, press, citizen, input, async () => {
        throw new Error('no code was shown');
      }),
    ).rejects.toThrow('no code was shown');
  });

  test('is printed by the worker soon after the issue, unless it is demonstration data', async () => {
    const shown = await world.as(reviewer, (tx) => refusal(tx));
    const real = await world.as(reviewer, (tx) => refusal(tx, { demonstration: false }));
    await workOutbox(world.runner, documentJobs(files), silentLog);
    const rows = await world.direct((tx) =>
      tx.db
        .withTables<DocumentTables>()
        .selectFrom('document')
        .select(['id', 'pdfHash', 'docxHash'])
        .where('id', 'in', [shown.documentId, real.documentId])
        .execute(),
    );
    const by = new Map(rows.map((row) => [row.id, row]));
    expect(by.get(shown.documentId)).toMatchObject({ pdfHash: null, docxHash: null });
    expect(await files.verify(by.get(real.documentId)?.pdfHash ?? '')).toBe(true);
    expect(await files.verify(by.get(real.documentId)?.docxHash ?? '')).toBe(true);
  });

  test('is confirmed to whoever holds number and code, and names nobody', async () => {
    const paper = await world.as(reviewer, (tx) => refusal(tx));
    const typed = {
      number: paper.number.replace('（', '(').replace('）', ') '),
      code: paper.verificationCode.toLowerCase().replaceAll('-', ''),
    };
    const answer = await verifyDocument(world.runner, typed);
    expect(answer).toEqual({
      title: { zh: '不予法律援助决定书', en: 'Decision refusing legal aid' },
      number: paper.number,
      agency: agency.name,
      issuedOn: '2026-11-24',
      demonstration: true,
    });
    const other = await world.as(reviewer, (tx) => refusal(tx));
    for (const wrong of [
      { number: other.number, code: paper.verificationCode },
      { number: paper.number, code: other.verificationCode },
      { number: paper.number, code: 'not a code' },
      { number: '', code: paper.verificationCode },
    ])
      await expect(verifyDocument(world.runner, wrong)).rejects.toMatchObject({ code: 'document.notVerified' });
  });

  test('keeps beside it the files received with the matter', async () => {
    const hash = 'a'.repeat(64);
    await world.as(reviewer, (tx) =>
      attachFile(tx, reviewer, {
        tenant,
        matterId,
        subject: 'case',
        subjectId: matterId,
        kind: 'judgment',
        fileName: '判决书.pdf',
        mediaType: 'application/pdf',
        bytes: 12_345,
        hash,
      }),
    );
    const [attachment] = await world.as(reviewer, (tx) => attachmentsOfMatter(tx, tenant, matterId));
    expect(attachment).toMatchObject({ fileName: '判决书.pdf', bytes: 12_345, hash, receivedBy: 'a1' });
  });

  test('cannot be reworded or deleted by the application', async () => {
    const paper = await world.as(reviewer, (tx) => refusal(tx));
    const table = (tx: Tx) => tx.db.withTables<DocumentTables>();
    await expect(
      world.as(reviewer, (tx) =>
        table(tx).updateTable('document').set({ number: 'x' }).where('id', '=', paper.documentId).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      world.as(reviewer, (tx) => table(tx).deleteFrom('document').where('id', '=', paper.documentId).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

async function lastSerial(world: World, step: string): Promise<number> {
  const row = await world.direct((tx) =>
    tx.db
      .withTables<DocumentTables>()
      .selectFrom('numberSeries')
      .select('last')
      .where('tenant', '=', tenant)
      .where('step', '=', step)
      .where('year', '=', 2026)
      .executeTakeFirst(),
  );
  return row?.last ?? 0;
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
