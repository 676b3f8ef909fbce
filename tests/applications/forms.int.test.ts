import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';
import { begin, type Matter, maintenance, type Office, openOffice, type Paper } from './office.ts';

onEachEngine('the forms that a person signs', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  const issued = async (matter: Matter): Promise<readonly Paper[]> =>
    (await office.staff.clerk.post<{ documents: readonly Paper[] }>(`${matter.url}/forms`)).documents;
  const words = async (paper: Paper | undefined): Promise<string> =>
    docxWords((await office.staff.clerk.file(`/api/documents/${competent}/${paper?.documentId}/docx`)).bytes);

  describe('with a commitment in place of proof', () => {
    let matter: Matter;
    let papers: readonly Paper[];
    beforeAll(async () => {
      matter = await begin(
        office,
        maintenance(true, { proof: 'commitment', commitment: { signed: 'fingerprint', readAloud: true } }),
      );
      papers = await issued(matter);
    });

    test('both are filled from the application, before anybody has acknowledged it', async () => {
      expect(papers.map(({ formKey }) => formKey)).toEqual(['applicationForm', 'hardshipStatement']);
      const form = await words(papers[0]);
      expect(form).toContain('赵有余');
      expect(form).toContain('想请求给付扶养费。');
      expect(form).toContain('☑民事');
      expect(form).toContain('☑经济困难（另附《法律援助经济困难状况说明表》）');
      // Nobody has signed: the line waits for the hand.
      expect(form).toContain('签名或者按指印：日期：年月日');
    });

    test('what was promised stands on the statement, and who read it aloud', async () => {
      const statement = await words(papers[1]);
      expect(statement).toContain('☑以个人诚信承诺代替证明材料');
      expect(statement).toContain('本人自愿以诚信承诺代替证明材料，并郑重承诺');
      expect(statement).toContain('处三千元以下罚款');
      expect(statement).toContain('家庭共4人');
      expect(statement).toContain('20,000.00');
      expect(statement).toMatch(/本表已由工作人员.+向申请人逐项宣读/u);
    });

    test('they are issued once: asking again, or acknowledging, makes no second', async () => {
      expect((await issued(matter)).map(({ documentId }) => documentId)).toEqual(
        papers.map(({ documentId }) => documentId),
      );
      await matter.move(office.staff.clerk, 'acknowledge');
      const keys = (await matter.page(office.staff.reviewer)).documents.map(({ formKey }) => formKey);
      expect(keys).toEqual(['applicationForm', 'hardshipStatement', 'materialsReceipt']);
    });
  });

  test('asked for by several in the same instant they are issued once', async () => {
    const matter = await begin(office, maintenance(true));
    const asked = [office.staff.clerk, office.staff.reviewer, office.staff.clerk, office.staff.reviewer];
    const answers = await Promise.all(
      asked.map((who) => who.post<{ documents: readonly Paper[] }>(`${matter.url}/forms`)),
    );
    const ids = answers.map(({ documents }) => documents.map(({ documentId }) => documentId));
    expect(ids).toEqual(ids.map(() => ids[0]));
    const { documents } = await matter.page(office.staff.reviewer);
    expect(documents.map(({ formKey }) => formKey)).toEqual(['applicationForm', 'hardshipStatement']);
  });

  test('acknowledged without having been printed, they are in the papers all the same', async () => {
    const matter = await begin(office, maintenance(true));
    await matter.move(office.staff.clerk, 'acknowledge');
    const { documents } = await matter.page(office.staff.reviewer);
    expect(documents.map(({ formKey }) => formKey)).toEqual([
      'applicationForm',
      'hardshipStatement',
      'materialsReceipt',
    ]);
    expect(await words(documents[1])).toContain('☑自愿提交证明材料');
    // The receipt names who took the papers.
    expect(await words(documents[2])).toContain('经办人：某clerk');
  });

  test('whose means the law does not ask for states none', async () => {
    const base = maintenance(true, { proof: 'notNeeded', household: undefined, groups: ['migrantWorker'] });
    const matter = await begin(office, { ...base, matter: { ...base.matter, cause: 'labourPay' } });
    const papers = await issued(matter);
    expect(papers.map(({ formKey }) => formKey)).toEqual(['applicationForm']);
    expect(await words(papers[0])).toContain('☑免予核查经济困难状况');
  });

  test('the home of somebody who must not be found stands on no paper', async () => {
    const base = maintenance(true, { proof: 'notNeeded', household: undefined });
    const matter = await begin(office, {
      ...base,
      recipient: { ...base.recipient, address: '施甸县甸阳镇隐居巷8号' },
      matter: { ...base.matter, cause: 'domesticViolence' },
    });
    const form = await words((await issued(matter))[0]);
    expect(form).not.toContain('隐居巷');
    expect(form).toContain('（依法保密）');
  });

  test('who applies for another stands on the form with their relation', async () => {
    const matter = await begin(
      office,
      maintenance(true, {
        applyingAs: 'agent',
        agent: { name: '钱代理', relation: '邻居' },
      }),
    );
    const form = await words((await issued(matter))[0]);
    expect(form).toContain('钱代理');
    expect(form).toContain('邻居');
  });

  test('a citizen, a lawyer and the neighbouring centre cannot ask for them', async () => {
    const matter = await begin(office, maintenance(true));
    for (const who of [office.staff.lawyer, office.staff.neighbourClerk, office.staff.designator]) {
      expect((await who.refusal('POST', `${matter.url}/forms`)).status).toBe(403);
    }
  });
});
