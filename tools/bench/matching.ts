import pg from 'pg';
import { openHouse } from '../../apps/server/house.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { runQuery, staffActor } from '../../kernel/use-case/index.ts';
import { checkConflicts } from '../../modules/cases/index.ts';
import { demonstrationIdentityNumber, type MatchPerson, matchPerson } from '../../modules/people/index.ts';
import { fillCases, fillPersons } from './fill-persons.ts';
import { foundCity } from './found-city.ts';

/** Who is this, and who may not act, asked one after another of one county that holds them all. */
export interface MatchingFigures {
  readonly persons: number;
  readonly cases: number;
  readonly matching: { readonly p50: number; readonly p95: number };
  readonly conflicts: { readonly p50: number; readonly p95: number };
}

const tenant = '530502';
const clerk = staffActor('bench', 'bench', [{ role: 'clerk', tenant, subtree: false }], [tenant]);

/** Fill a founded city with `persons` and `cases`, and ask `times` of each kind. Milliseconds, transaction and row-level security included. */
export async function benchMatching(
  env: Readonly<Record<string, string>>,
  persons: number,
  cases: number,
  times: number,
): Promise<MatchingFigures> {
  await foundCity(env);
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const house = await openHouse(readConfig(env), { log: silentLog });
  try {
    await fillPersons(client, tenant, persons);
    await fillCases(client, tenant, cases);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ id: string; name: string; birth: string; opponent: string }>(
      `SELECT p.id, p.name, p.birth_date::text AS birth, o.name AS opponent
       FROM case_party o JOIN person p ON p.tenant = o.tenant AND p.id = o.person_id
       WHERE o.tenant = $1 AND o.role = 'recipient' ORDER BY md5(o.case_id::text) LIMIT $2`,
      [tenant, times],
    );
    const asked: MatchPerson[] = [];
    for (const [n, { id, name, birth }] of rows.entries()) {
      const number = demonstrationIdentityNumber(birth, n % 500, 'female');
      const document = { kind: 'residentCard' as const, number };
      // In three: by the document, by name and birth, by a name alone with its county.
      if (n % 3 === 0) {
        const index = house.runner.cipher.blindIndex('identityDocument', number);
        await client.query('UPDATE person SET document_index = $3 WHERE tenant = $1 AND id = $2', [tenant, id, index]);
      }
      asked.push({
        tenant,
        name,
        region: tenant,
        ...(n % 3 === 0 ? { document } : n % 3 === 1 ? { birthDate: birth } : {}),
      });
    }
    let found = 0;
    const matching = await timed(asked, async (input) => {
      found += (await runQuery(house.runner, clerk, (tx) => matchPerson(tx, clerk, input))).length;
    });
    let conflicted = 0;
    const conflicts = await timed(rows, async ({ name, opponent }, n) => {
      const input = {
        tenant,
        recipient: { name },
        opponents: [
          n % 3 === 0
            ? { name: opponent, documentNumber: asked[n]?.document?.number ?? '' }
            : { name: rows[(n + 1) % rows.length]?.name ?? name },
        ],
        coDefendants: [],
      };
      conflicted += (await runQuery(house.runner, clerk, (tx) => checkConflicts(tx, clerk, input))).length;
    });
    if (found < rows.length / 2 || conflicted < rows.length / 3)
      throw new Error(`${found} and ${conflicted} were found`);
    return { persons, cases, matching, conflicts };
  } finally {
    await client.end();
    await house.close();
  }
}

/** Each asked once, after a few to warm up. */
async function timed<T>(all: readonly T[], ask: (one: T, n: number) => Promise<void>) {
  const taken: number[] = [];
  for (const [n, one] of all.entries()) {
    const began = performance.now();
    await ask(one, n);
    if (n >= 20) taken.push(performance.now() - began);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.ceil(share * taken.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
