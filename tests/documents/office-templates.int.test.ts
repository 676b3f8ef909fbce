import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFile } from '../../kernel/files/testing/zip.ts';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { type Office, openOffice, refused } from '../applications/office.ts';
import type { Desk } from '../walk/desk.ts';
import { docxWords, pdfWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';

interface Edition {
  readonly id: string;
  readonly edition: number;
  readonly state: string;
  readonly version: number;
  readonly inForce: boolean;
  readonly inForceUntil: string | null;
  readonly warnings: readonly string[];
  readonly allowedActions: readonly string[];
}
interface Listed {
  readonly mayPropose: boolean;
  readonly forms: readonly {
    readonly formKey: string;
    readonly fields: readonly { readonly name: string; readonly must: boolean }[];
    readonly editions: readonly Edition[];
  }[];
}

const url = `/api/templates/${competent}/forms/refusalDecision`;

onEachEngine('forms in an office’s own wording', (open) => {
  let office: Office;
  let starter: Buffer;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
    starter = (await office.staff.onlyReviewer.file(`${url}/starter`)).bytes;
  });
  afterAll(() => office.close());

  const listed = async (who: Desk) => {
    const { forms } = await who.get<Listed>(`/api/templates/${competent}`);
    const form = forms.find(({ formKey }) => formKey === 'refusalDecision');
    if (form === undefined) throw new Error('no refusal among the forms');
    return form;
  };
  const newest = async (who: Desk): Promise<Edition> => {
    const [edition] = (await listed(who)).editions;
    if (edition === undefined) throw new Error('no edition');
    return edition;
  };
  const keyOf = async (who: Desk) => {
    const { id, version } = await newest(who);
    return { tenant: competent, templateId: id, version };
  };
  /** A form of the office's own with the fields that must be there, and some words of its own. */
  const drawn = async (...more: readonly Paragraph[]): Promise<Buffer> => {
    const { fields } = await listed(office.staff.manager);
    const must = fields.filter((field) => field.must).map(({ name }) => new Paragraph({ text: `${name}：{${name}}` }));
    return Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ text: '本中心自拟的样式' }), ...must, ...more] }] }),
    );
  };
  const refusal = async () => {
    const matter = await refused(office);
    const { documents } = await matter.page(office.staff.approver);
    const paper = documents.find(({ formKey }) => formKey === 'refusalDecision');
    const file = (format: string) =>
      office.staff.approver.file(`/api/documents/${competent}/${paper?.documentId}/${format}`);
    return {
      number: paper?.number ?? '',
      docx: async () => docxWords((await file('docx')).bytes),
      pdf: async () => (await file('pdf')).bytes,
    };
  };

  describe('is refused at upload', () => {
    const faults = async (bytes: Uint8Array) => {
      const { status, body } = await office.staff.onlyReviewer.upload(url, '不予决定.docx', bytes);
      return { status, ...(body as { code: string; errors?: readonly { code: string; detail: string }[] }) };
    };

    test('for a field nobody knows, saying which and where', async () => {
      const answer = await faults(await drawn(new Paragraph({ text: '兹有{申请人姓氏}同志' })));
      expect(answer).toMatchObject({ status: 422, code: 'template.refused' });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.detail).toContain('{申请人姓氏}');
      expect(answer.errors?.[0]?.detail).toMatch(/第\d+段/);
    });

    test('for each field that is missing and must be there', async () => {
      const bare = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('{编号}')] }] }));
      const { errors = [] } = await faults(bare);
      const named = errors.map(({ detail }) => /\{(.+)\}/.exec(detail)?.[1]);
      expect(named).toEqual(expect.arrayContaining(['验证码', '救济途径', '理由', '机构名称', '出具日期']));
    });

    test('for a link that leads outside, for macros, for what is no Word file', async () => {
      const link = new Paragraph({
        children: [new ExternalHyperlink({ link: 'https://example.com', children: [new TextRun('链接')] })],
      });
      expect((await faults(await drawn(link))).errors).toMatchObject([{ code: 'template.external' }]);
      const macro = wordFile([{ name: 'word/vbaProject.bin', content: 'x' }]);
      for (const bytes of [macro, Buffer.from('hello'), starter.subarray(0, 900)])
        expect((await faults(bytes)).status).toBeGreaterThanOrEqual(400);
      expect((await listed(office.staff.manager)).editions).toEqual([]);
    });

    test('from whoever may not hand one in', async () => {
      for (const who of [office.staff.lawyer, office.staff.neighbourClerk, office.staff.clerk])
        expect((await who.upload(url, '不予决定.docx', starter)).status).toBe(403);
    });
  });

  describe('in force', () => {
    let before: Awaited<ReturnType<typeof refusal>>;

    test('is handed in by one person and approved by another, never by the same', async () => {
      before = await refusal();
      const own = await drawn(new Paragraph({ text: '请妥善保管本决定书。' }));
      expect(await office.staff.reviewer.upload(url, '不予决定.docx', own)).toMatchObject({
        status: 201,
        body: { edition: 1, warnings: [] },
      });
      expect((await office.staff.reviewer.upload(url, '不予决定.docx', own)).body).toMatchObject({
        code: 'template.alreadyProposed',
      });
      // The reviewer of this office approves too, but not what they handed in themselves.
      expect((await newest(office.staff.reviewer)).allowedActions).not.toContain('approve');
      expect(
        await office.staff.reviewer.refusal('POST', '/api/templates/approve', await keyOf(office.staff.manager)),
      ).toMatchObject({ status: 403, code: 'template.sameHand' });
      expect(
        (await office.staff.onlyReviewer.refusal('POST', '/api/templates/approve', await keyOf(office.staff.manager)))
          .status,
      ).toBe(403);
      await office.staff.manager.post('/api/templates/approve', await keyOf(office.staff.manager));
      expect(await newest(office.staff.manager)).toMatchObject({ state: 'APPROVED', inForce: true, edition: 1 });
    });

    test('its preview is printed with invented data, and says so', async () => {
      const { id } = await newest(office.staff.manager);
      const { bytes, type } = await office.staff.manager.file(`/api/templates/${competent}/editions/${id}/pdf`);
      expect(type).toBe('application/pdf');
      const words = pdfWords(bytes);
      if (words !== undefined) {
        expect(words).toContain('本中心自拟的样式');
        expect(words).toContain('演示数据');
      }
    });

    test('a paper issued from now on has its words, in Word and in the PDF beside it', async () => {
      const paper = await refusal();
      const words = await paper.docx();
      expect(words).toContain('本中心自拟的样式');
      expect(words).toContain('请妥善保管本决定书。');
      expect(words).toContain(paper.number);
      expect(words).toContain('行政复议');
      expect(words).not.toMatch(/[{}]/);
      const printed = pdfWords(await paper.pdf());
      if (printed !== undefined) expect(printed).toContain('本中心自拟的样式');
    });

    test('a paper issued before it keeps the words it was issued with', async () => {
      expect(await before.docx()).not.toContain('本中心自拟的样式');
    });

    test('a later edition begins on its day; ended, the built-in form is used again', async () => {
      await office.staff.onlyReviewer.upload(url, '第二版.docx', starter);
      const second = await keyOf(office.staff.manager);
      expect(
        await office.staff.manager.refusal('POST', '/api/templates/approve', { ...second, inForceFrom: '2026-11-23' }),
      ).toMatchObject({ errors: [{ pointer: '/inForceFrom', code: 'template.fromTooEarly' }] });
      await office.staff.manager.post('/api/templates/approve', { ...second, inForceFrom: '2026-12-01' });
      expect((await newest(office.staff.manager)).inForce).toBe(false);
      expect(await (await refusal()).docx()).toContain('本中心自拟的样式');
      office.on('2026-12-01');
      expect((await newest(office.staff.manager)).inForce).toBe(true);
      expect(await (await refusal()).docx()).not.toContain('本中心自拟的样式');
      // The first was replaced today: nothing more is offered for it, and ending it all the same does not lengthen its time.
      office.on('2026-12-03');
      const first = async () => (await listed(office.staff.manager)).editions[1];
      const { id, version } = (await first()) ?? {};
      expect(await first()).toMatchObject({ inForceUntil: '2026-12-01', allowedActions: [] });
      await office.staff.approver.post('/api/templates/end', { tenant: competent, templateId: id, version });
      expect(await first()).toMatchObject({ state: 'ENDED', inForceUntil: '2026-12-01' });
      await office.staff.approver.post('/api/templates/end', await keyOf(office.staff.manager));
      expect((await listed(office.staff.manager)).editions.some(({ inForce }) => inForce)).toBe(false);
      expect(await (await refusal()).docx()).toContain('不予法律援助决定书');
    });

    test('every step stands in the chain', async () => {
      const events = await office.direct((tx) =>
        tx.db.selectFrom('event').select('kind').where('kind', 'like', 'template.%').orderBy('at').execute(),
      );
      expect(events.map(({ kind }) => kind)).toEqual([
        'template.proposed',
        'template.approve',
        'template.proposed',
        'template.approve',
        'template.end',
        'template.end',
      ]);
      expect(await office.brokenLinks()).toEqual([]);
    });
  });
});
