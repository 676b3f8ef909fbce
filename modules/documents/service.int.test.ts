import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/errors/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { staffActor } from '../../kernel/use-case/index.ts';
import { sampleBodies, sampleHead } from './forms/samples.ts';
import { documentsOfMatter, issueDocument } from './index.ts';
import { openBody } from './sealed.ts';
import type { RecordService } from './service-schema.ts';
import { loadDocument, refersToFile } from './store.ts';
import type { DocumentTables } from './tables.ts';
import { eraseMatterPapers } from './use-cases/erase-papers.ts';
import { readService, recordService } from './use-cases/record-service.ts';

const tenant = '530521';
const matterId = '0193a000-0000-7000-8000-000000000077';
const other = '0193a000-0000-7000-8000-000000000078';
const tenants = ['530500', tenant];
const clerk = staffActor('c1', '窗口', [{ role: 'clerk', tenant, subtree: false }], tenants);
const finance = staffActor('f1', '财务', [{ role: 'finance', tenant, subtree: false }], tenants);
const picture = 'ab'.repeat(32);

onEachEngine('how a paper was served', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const issued = (of = matterId, subject = 'application') =>
    world.as(clerk, (tx) =>
      issueDocument(tx, clerk, {
        tenant,
        matterId: of,
        subject,
        subjectId: of,
        formKey: 'grantDecision',
        matterClass: 'civil',
        head: { agency: sampleHead.agency, demonstration: true, matterNumber: '530521-26-000077' },
        body: sampleBodies.grantDecision,
      }),
    );
  const serve = (documentId: string, change: Partial<RecordService> = {}, hash?: string) =>
    world.as(clerk, (tx) =>
      recordService(
        tx,
        clerk,
        {
          tenant,
          documentId,
          recipient: '李四',
          method: 'direct',
          servedOn: tx.today,
          signing: hash === undefined ? 'fingerprint' : 'touch',
          ...change,
        },
        hash === undefined ? undefined : { hash },
      ),
    );
  const refused = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Refusal);
    const { code, faults } = error as Refusal;
    return [code, ...faults.map(({ pointer, code: fault }) => `${pointer} ${fault}`)].join(' ');
  };

  test('the receipt is issued with it, the paper tells of it, and the memory names nobody', async () => {
    const { documentId, number } = await issued();
    const { serviceId, receiptId } = await serve(documentId, { receivedBy: '李小四', relation: '成年儿子' }, picture);
    const [paper, receipt] = await world.as(clerk, (tx) => documentsOfMatter(tx, tenant, matterId));
    expect(paper?.services).toEqual([
      { serviceId, receiptId, method: 'direct', servedOn: '2026-11-24', signing: 'touch', signed: true },
    ]);
    expect(receipt).toMatchObject({ documentId: receiptId, formKey: 'serviceReceipt', services: [] });
    const body = await world.direct(async (tx) => openBody(tx, await loadDocument(tx, tenant, receiptId)));
    expect(body).toMatchObject({
      recipientName: '李四',
      method: 'direct',
      documents: [{ name: '给予法律援助决定书', number }],
      servedBy: ['窗口'],
      receivedBy: '李小四',
    });
    expect(JSON.stringify(body)).toContain('成年儿子');
    expect(JSON.stringify(body)).toContain(picture);
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select(['kind', 'payload']).where('matterId', '=', matterId).execute(),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['document.issued', 'document.issued', 'document.served']);
    expect(JSON.stringify(events)).not.toMatch(/李四|李小四/);
    const read = await world.as(finance, (tx) => readService(tx, finance, { tenant, serviceId }));
    expect(read).toMatchObject({ recipient: '李四', relation: '成年儿子', signatureHash: picture });
  });

  test('what is not whole is refused at its field, and nothing is written', async () => {
    const { documentId } = await issued(other);
    const before = await world.as(clerk, (tx) => documentsOfMatter(tx, tenant, other));
    expect(await refused(serve(documentId, { servedOn: '2026-11-20' }))).toBe(
      'input.invalid /servedOn document.servedBeforeIssue',
    );
    expect(await refused(serve(documentId, { method: 'electronic', signing: undefined }))).toBe(
      'input.invalid /consentOn document.consentMissing',
    );
    expect(await world.as(clerk, (tx) => documentsOfMatter(tx, tenant, other))).toEqual(before);
  });

  test('a paper without a number, one of a complaint, and a stranger’s hand are refused', async () => {
    const { documentId } = await issued(other, 'complaint');
    expect(await refused(serve(documentId))).toBe('document.notServed');
    const { receiptId } = await serve((await issued(other)).documentId);
    expect(await refused(serve(receiptId))).toBe('document.notServed');
    const input = {
      tenant,
      documentId,
      recipient: '李四',
      method: 'left',
      servedOn: '2026-11-24',
      remark: '无人',
    } as const;
    expect(await refused(world.as(finance, (tx) => recordService(tx, finance, input)))).toBe('auth.forbidden');
  });

  test('destroyed with the file, its words and the signature are gone, its line stays', async () => {
    const gone = '0193a000-0000-7000-8000-000000000079';
    const hash = 'cd'.repeat(32);
    const { documentId } = await issued(gone);
    const { serviceId } = await serve(documentId, {}, hash);
    expect(await world.direct((tx) => refersToFile(tx, hash))).toBe(true);
    expect(await world.direct((tx) => eraseMatterPapers(tx, { tenant, matterId: gone }))).toContain(hash);
    expect(await world.direct((tx) => refersToFile(tx, hash))).toBe(false);
    expect(await refused(world.as(clerk, (tx) => readService(tx, clerk, { tenant, serviceId })))).toBe(
      'document.destroyed',
    );
    const row = await world.direct((tx) =>
      tx.db
        .withTables<DocumentTables>()
        .selectFrom('documentService')
        .select(['method', 'servedOn', 'signatureHash'])
        .where('id', '=', serviceId)
        .executeTakeFirstOrThrow(),
    );
    expect(row).toEqual({ method: 'direct', servedOn: '2026-11-24', signatureHash: null });
  });
});
