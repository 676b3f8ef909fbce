import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../kernel/files/testing/pictures.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Matter, type Office, openOffice } from '../applications/office.ts';
import type { Handling } from '../stories/told.ts';
import type { Desk } from '../walk/desk.ts';
import { competent } from '../walk/small-city.ts';
import { archived } from './archived.ts';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly term: string;
  readonly dueOn: string | null;
  readonly due: boolean;
  readonly holds: number;
  readonly state: string;
  readonly binding: string;
  readonly pdfHash: string | null;
  readonly pdfSm3: string | null;
  readonly pdfPages: number | null;
  readonly caseId: string;
  readonly verified: boolean;
  readonly citation: string;
  readonly recipientName: string;
}
interface Page {
  readonly rows: readonly Line[];
  readonly counts: { readonly due: number; readonly held: number; readonly kept: number; readonly destroyed: number };
}
interface View extends Line {
  readonly pieces: readonly {
    readonly name: string;
    readonly part: string;
    readonly sha256?: string;
    readonly firstPage?: number;
    readonly lastPage?: number;
    readonly fault?: string;
  }[];
  readonly holdList: readonly {
    readonly holdId: string;
    readonly reason: string;
    readonly liftReason: string | null;
  }[];
}

onEachEngine('the archive', (open) => {
  let office: Office;
  let world: World;
  let matter: Matter;
  let aid: Handling;
  let lawyer: Desk;
  const list = (query = 'view=all') => office.staff.archivist.get<Page>(`/api/archives?tenant=${competent}&${query}`);
  const line = async (): Promise<Line> => {
    const found = (await list()).rows.find(({ caseId }) => aid.url.endsWith(caseId));
    if (found === undefined) throw new Error('the file is not in the register');
    return found;
  };
  const view = async () => office.staff.archivist.get<View>(`/api/archives/${competent}/${(await line()).id}`);
  const named = async () => ({ tenant: competent, archiveId: (await line()).id, version: (await line()).version });

  beforeAll(async () => {
    world = await open();
    office = await openOffice(world);
    office.on('2026-11-24');
    ({ matter, aid, lawyer } = await archived(office));
  });
  afterAll(() => office.close());

  describe('the accepted file', () => {
    test('stands in the register with its number, its term and where that comes from', async () => {
      expect(await line()).toMatchObject({
        number: '（2026）保施法援档字第000001号',
        term: 'tenYears',
        dueOn: '2037-01-01',
        due: false,
        verified: false,
        state: 'kept',
        holds: 0,
      });
      expect((await line()).citation).toContain('国家档案局令第8号');
      const page = (await aid.page(office.staff.manager)) as unknown as { archive: Line };
      expect(page.archive.number).toBe('（2026）保施法援档字第000001号');
    });

    test('is bound as one PDF when asked for, and again only after a failure', async () => {
      expect((await line()).binding).toBe('none');
      expect(
        await office.staff.archivist.refusal('GET', `/api/archives/${competent}/${(await line()).id}/file`),
      ).toMatchObject({
        code: 'archive.notBound',
      });
      await office.staff.archivist.post('/api/archives/bind', await named());
      expect((await line()).binding).toBe('waiting');
      expect(await office.bind()).toBe(true);
      expect(await office.bind()).toBe(false);
      expect(await line()).toMatchObject({ binding: 'bound' });
    });

    test('holds papers, materials and pieces, each with pages and hash; what is on paper only is listed as that', async () => {
      const { pieces, pdfPages, pdfHash, pdfSm3 } = await view();
      const names = pieces.map(({ name }) => name);
      expect(names.join(' ')).toContain('给予法律援助决定书');
      expect(names.join(' ')).toContain('办理情况通报记录');
      expect(names).toContain('工资欠条.png');
      expect(names.join(' ')).not.toContain('卷宗目录');
      expect(pieces.find(({ name }) => name.startsWith('判决书'))).toMatchObject({ part: 'handling' });
      expect(pieces.find(({ name }) => name === '授权委托书')).toMatchObject({ fault: 'paperOnly' });
      const bound = pieces.filter(({ firstPage }) => firstPage !== undefined);
      let next = 1;
      for (const { firstPage, lastPage } of bound) {
        expect(firstPage).toBe(next);
        next = (lastPage ?? 0) + 1;
      }
      expect(next - 1).toBe(pdfPages);
      const { bytes, type, disposition } = await office.staff.archivist.file(
        `/api/archives/${competent}/${(await line()).id}/file`,
      );
      expect(type).toBe('application/pdf');
      expect(disposition).toContain('.pdf');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdfHash);
      expect(createHash('sm3').update(bytes).digest('hex')).toBe(pdfSm3);
      expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(pdfPages ?? 0);
      const photo = pieces.find(({ name }) => name === '工资欠条.png');
      expect(photo?.sha256).toBe(createHash('sha256').update(png(800, 600)).digest('hex'));
    });

    test('its hashes stand in the chain of the matter, without a name', async () => {
      const events = await office.direct((tx) =>
        tx.db.selectFrom('event').select(['kind', 'payload']).where('kind', 'like', 'archive.%').execute(),
      );
      expect(events.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['archive.opened', 'archive.bound', 'archive.fileOpened']),
      );
      const bound = events.find(({ kind }) => kind === 'archive.bound');
      expect(bound?.payload).toMatchObject({ sha256: (await line()).pdfHash, sm3: (await line()).pdfSm3 });
      for (const word of ['赵有余', '欠条', '授权']) expect(JSON.stringify(events)).not.toContain(word);
    });

    test('is opened by those who keep and check files, by nobody else', async () => {
      const url = `/api/archives/${competent}/${(await line()).id}/file`;
      for (const who of [lawyer, office.staff.clerk, office.staff.designator])
        expect((await who.refusal('GET', url)).status).toBe(403);
      expect((await office.staff.neighbourClerk.refusal('GET', '/api/archives')).status).toBe(403);
    });
  });

  describe('its term', () => {
    test('is lengthened with a reason, never shortened', async () => {
      expect(
        await office.staff.archivist.refusal('POST', '/api/archives/lengthen', {
          ...(await named()),
          term: 'tenYears',
          reason: '不需要',
        }),
      ).toMatchObject({ errors: [{ pointer: '/term', code: 'archive.termShorter' }] });
    });

    test('before its end, and while something holds it, the file cannot even be proposed for destruction', async () => {
      const propose = async () =>
        office.staff.archivist.refusal('POST', '/api/archive-destructions', {
          tenant: competent,
          archiveIds: [(await line()).id],
          reason: '保管期满',
        });
      office.on('2036-12-31');
      expect((await line()).due).toBe(false);
      expect((await propose()).code).toBe('archive.notDue');
      office.on('2037-01-04');
      expect((await line()).due).toBe(true);
      expect((await list('view=due')).rows).toHaveLength(1);
      await office.staff.archivist.post('/api/archives/hold', { ...(await named()), reason: '受援人申请再审' });
      expect((await list('view=due')).rows).toHaveLength(0);
      expect((await list('view=held')).rows).toHaveLength(1);
      expect((await propose()).code).toBe('archive.held');
      const { holdList } = await view();
      expect(holdList).toMatchObject([{ reason: '受援人申请再审', liftReason: null }]);
      await office.staff.archivist.post('/api/archives/lift-hold', {
        ...(await named()),
        holdId: holdList[0]?.holdId,
        reason: '再审已结束',
      });
      expect((await view()).holdList).toMatchObject([{ liftReason: '再审已结束' }]);
      expect(await line()).toMatchObject({ holds: 0, due: true });
    });
  });

  describe('its destruction', () => {
    let destructionId: string;
    let version: number;
    const settle = () => ({ tenant: competent, destructionId, version });

    test('is proposed by one, appraised by a second, approved by a third; nobody twice', async () => {
      const { archivist, reviewer, manager } = office.staff;
      const archiveIds = [(await line()).id];
      ({ destructionId, version } = await archivist.post<{ destructionId: string; version: number }>(
        '/api/archive-destructions',
        { tenant: competent, archiveIds, reason: '保管期满，无继续保存价值' },
      ));
      expect(
        await archivist.refusal('POST', '/api/archive-destructions', { tenant: competent, archiveIds, reason: '再提' }),
      ).toMatchObject({ code: 'archive.alreadyProposed' });
      expect((await archivist.refusal('POST', '/api/archive-destructions/appraise', settle())).status).toBe(403);
      expect((await manager.refusal('POST', '/api/archive-destructions/approve', settle())).code).toBe(
        'record.actionNotAllowed',
      );
      ({ version } = await reviewer.post<{ version: number }>('/api/archive-destructions/appraise', settle()));
      expect((await reviewer.refusal('POST', '/api/archive-destructions/approve', settle())).status).toBe(403);
    });

    test('a hold set after the appraisal stops it at the last moment', async () => {
      const { archivist, manager } = office.staff;
      const { holdId } = await archivist.post<{ holdId: string }>('/api/archives/hold', {
        ...(await named()),
        reason: '审计调阅',
      });
      expect((await manager.refusal('POST', '/api/archive-destructions/approve', settle())).code).toBe('archive.held');
      await archivist.post('/api/archives/lift-hold', { ...(await named()), holdId, reason: '审计结束' });
    });

    test('takes words and files away, and leaves the line, the chain and the counts', async () => {
      const { archivist, manager } = office.staff;
      const before = await view();
      const hashes = [...before.pieces.flatMap(({ sha256 }) => sha256 ?? []), before.pdfHash ?? ''];
      for (const hash of hashes) expect(await office.files.exists(hash)).toBe(true);
      const papers = (await aid.page(manager)).documents;
      const page = await matter.page(manager);
      expect(page.application).toMatchObject({ outcome: 'eligible' });

      await manager.post('/api/archive-destructions/approve', settle());
      await office.work();

      for (const hash of hashes) expect(await office.files.exists(hash)).toBe(false);
      expect(await line()).toMatchObject({
        state: 'destroyed',
        number: before.number,
        recipientName: before.recipientName,
      });
      expect(await view()).toMatchObject({ pieces: [] });
      expect((await list('view=destroyed')).counts).toMatchObject({ destroyed: 1, kept: 0, due: 0 });
      // 410 at every door: desk and interface …
      const gone = { status: 410 };
      expect(await archivist.refusal('GET', `/api/archives/${competent}/${before.id}/file`)).toMatchObject(gone);
      expect(await manager.refusal('GET', aid.url)).toMatchObject(gone);
      expect(await lawyer.refusal('GET', aid.url)).toMatchObject(gone);
      expect(await manager.refusal('GET', matter.url)).toMatchObject(gone);
      for (const { documentId } of papers)
        expect(await manager.refusal('GET', `/api/documents/${competent}/${documentId}/pdf`)).toMatchObject(gone);
      const pieces = await office.direct((tx) =>
        tx.db
          .withTables<{ attachment: { id: string; fileName: string } }>()
          .selectFrom('attachment')
          .selectAll()
          .execute(),
      );
      expect(pieces.map(({ fileName }) => fileName)).toEqual(['']);
      expect(await manager.refusal('GET', `${aid.url}/pieces/${pieces[0]?.id}/file`)).toMatchObject(gone);
      // … and the citizens' page.
      const citizen = await office.lookUp(matter.submitted);
      expect(citizen.status()).toBe(410);
      expect(citizen.text()).toContain('按保管期限已经删除');
      expect(citizen.text()).not.toContain('24,660');
      expect(await office.brokenLinks()).toEqual([]);
      expect(await office.differences()).toEqual([]);
    });

    test('no word of the matter is left in the database, and no other matter lost one', async () => {
      const words = await office.direct(async (tx) => {
        const open = (sealed: string, context: string) => tx.cipher.decrypt(sealed, context);
        const db = tx.db.withTables<{
          document: { tenant: string; id: string; bodySealed: string };
          caseProgress: { tenant: string; id: string; textSealed: string };
          application: { tenant: string; id: string; factsSealed: string; narrativeSealed: string };
        }>();
        const papers = await db.selectFrom('document').selectAll().execute();
        const notes = await db.selectFrom('caseProgress').selectAll().execute();
        const told = await db
          .selectFrom('application')
          .select(['tenant', 'id', 'factsSealed', 'narrativeSealed'])
          .execute();
        return [
          ...papers.map((p) => open(p.bodySealed, `${p.tenant}/document.body_sealed/${p.id}`)),
          ...notes.map((n) => open(n.textSealed, `${n.tenant}/case_progress.text_sealed/${n.id}`)),
          ...told.map((a) => open(a.factsSealed, `${a.tenant}/application.facts_sealed/${a.id}`)),
          ...told.map((a) => open(a.narrativeSealed, `${a.tenant}/application.narrative_sealed/${a.id}`)),
        ];
      });
      expect(words.length).toBeGreaterThan(5);
      expect(new Set(words)).toEqual(new Set(['{}', '', 'null']));
    });

    test('the database itself refuses to destroy what is held, kept for ever or not due, and what one person did alone', async () => {
      const { sql } = await import('kysely');
      const run = (statement: string) => sql.raw(statement).execute(world.database.owner);
      await expect(run(`UPDATE archive SET holds = 1 WHERE state = 'destroyed'`)).rejects.toMatchObject({
        code: '23514',
      });
      await expect(
        run(`UPDATE archive SET destroyed_on = '2030-01-01' WHERE state = 'destroyed'`),
      ).rejects.toMatchObject({
        code: '23514',
      });
      await expect(run(`UPDATE archive_destruction SET settled_by = proposed_by`)).rejects.toMatchObject({
        code: '23514',
      });
    });

    test('a second file with the same content keeps it: it goes with the last of them', async () => {
      office.on('2026-11-25');
      const again = await archived(office, '2026-11-25');
      await office.staff.archivist.post('/api/archives/bind', {
        tenant: competent,
        archiveId: (await list()).rows.find(({ caseId }) => again.aid.url.endsWith(caseId))?.id,
        version: 1,
      });
      expect(await office.bind()).toBe(true);
      const third = await archived(office, '2026-11-25');
      office.on('2037-02-02');
      const row = (await list()).rows.find(({ caseId }) => again.aid.url.endsWith(caseId));
      const { archivist, onlyReviewer, manager } = office.staff;
      const proposed = await archivist.post<{ destructionId: string; version: number }>('/api/archive-destructions', {
        tenant: competent,
        archiveIds: [row?.id],
        reason: '保管期满',
      });
      const key = { tenant: competent, destructionId: proposed.destructionId };
      await onlyReviewer.post('/api/archive-destructions/appraise', { ...key, version: 1 });
      await manager.post('/api/archive-destructions/approve', { ...key, version: 2 });
      await office.work();
      // The same photograph was handed in with the third matter, which stands.
      expect(await office.files.exists(createHash('sha256').update(png(800, 600)).digest('hex'))).toBe(true);
      expect(await office.files.exists(row?.pdfHash ?? '')).toBe(false);
      expect((await third.aid.page(manager)).case.state).toBe('ARCHIVED');
    });
  });
});
