import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { begin, type Matter, maintenance, type Office, openOffice } from './office.ts';

/** The sentence of the means test: whose income, and how much. */
const income = '计入的年收入';

onEachEngine('what was found and proposed about means', (open) => {
  let office: Office;
  let matter: Matter;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
    matter = await begin(office, maintenance(false));
    await matter.move(office.staff.clerk, 'acknowledge');
    const { suggestedGrounds } = await matter.page(office.staff.reviewer);
    expect(suggestedGrounds.some(({ text }) => text.includes(income))).toBe(true);
    await matter.move(office.staff.reviewer, 'propose', { outcome: 'refuse', grounds: suggestedGrounds, note: '' });
  });
  afterAll(() => office.close());

  const inTheOpen = async () => {
    const { owner } = office.world.database;
    const { rows } = await sql<{ name: string }>`
SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(owner);
    expect(rows.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await sql`SELECT 1 FROM ${sql.table(name)} AS t WHERE t::text LIKE ${`%${income}%`} LIMIT 1`.execute(
        owner,
      );
      if (hit.rows.length > 0) found.push(name);
    }
    return found;
  };
  const shown = async () => {
    const { application } = await matter.page(office.staff.approver);
    return JSON.stringify([application.assessment, application.proposal]).split(income).length - 1;
  };

  test('is read at the desk, and stands in no table in the open', async () => {
    expect(await shown()).toBe(2);
    expect(await inTheOpen()).toEqual([]);
  });

  test('of a row from before the sealing is read all the same, and sealed by its next change', async () => {
    const { application } = await matter.page(office.staff.approver);
    const [found, proposed] = [application.assessment, application.proposal].map((answer) => JSON.stringify(answer));
    await sql`UPDATE application SET assessment = ${found}::jsonb, assessment_sealed = NULL, proposal = ${proposed}::jsonb,
 proposal_sealed = NULL WHERE id = ${matter.submitted.applicationId}::uuid`.execute(office.world.database.owner);
    expect(await inTheOpen()).toEqual(['application']);
    expect(await shown()).toBe(2);
    await matter.move(office.staff.approver, 'return', { reason: '再核对一次家庭人数' });
    expect(await inTheOpen()).toEqual([]);
    expect(await shown()).toBe(1);
  });

  test('and stays sealed when the refusal is in writing', async () => {
    const { suggestedGrounds: grounds } = await matter.page(office.staff.reviewer);
    await matter.move(office.staff.reviewer, 'propose', { outcome: 'refuse', grounds });
    await matter.move(office.staff.approver, 'refuse');
    expect((await matter.page(office.staff.approver)).documents.map(({ formKey }) => formKey)).toContain(
      'refusalDecision',
    );
    expect(await inTheOpen()).toEqual([]);
  });
});
