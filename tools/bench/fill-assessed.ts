import pg from 'pg';
import { openHouse } from '../../apps/server/house.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { addDays, uuidv7 } from '../../kernel/time/index.ts';
import { formatApplicationNumber, sealAnswer, sealFacts } from '../../modules/applications/index.ts';
import { assess, assessmentHash, causes, type Facts, type Group, groups } from '../../modules/policy/index.ts';

/** One year of one city, as the what-if looks at it. */
export const assessedPeriod = { from: '2026-01-01', to: '2026-11-20' } as const;
const days = 324;
export const assessedCounties = ['530502', '530521', '530523', '530524', '530581'] as const;
const chunk = 2000;

/**
 * Stored applications of a whole city over most of a year, `total` of them: each with facts of its own, assessed by the law of its day and
 * sealed with the house's key under its own row, as a submission does it. Only rows of the application table are made.
 */
export async function fillAssessed(env: Readonly<Record<string, string>>, total: number): Promise<void> {
  const house = await openHouse(readConfig(env), { log: silentLog });
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    for (let start = 0; start < total; start += chunk) {
      const rows = Array.from({ length: Math.min(chunk, total - start) }, (_, i) =>
        storedRow(house.runner, inventedFacts(start + i), start + i),
      );
      await client.query(`INSERT INTO application SELECT (jsonb_populate_recordset(null::application, $1::jsonb)).*`, [
        JSON.stringify(rows),
      ]);
    }
    await client.query('VACUUM ANALYZE application');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
    await house.close();
  }
}

/** The row of an application that was assessed and decided, as a submission and a decision leave it. `n` gives it its number and id. */
export function storedRow(sealer: Parameters<typeof sealFacts>[0], facts: Facts, n: number): Record<string, unknown> {
  const { region: tenant, receivedOn, matter, applicant } = facts;
  const at = `${receivedOn}T02:00:00.000Z`;
  const random = Buffer.alloc(8);
  random.writeUInt32BE(n, 4);
  const id = uuidv7(Date.parse(at), n & 0xfff, random);
  const assessment = assess(facts);
  return {
    tenant,
    id,
    matter_id: id,
    number: formatApplicationNumber(tenant, '2018-01-01', n),
    query_code_index: '',
    state: assessment.outcome === 'eligible' || assessment.outcome === 'mustDesignate' ? 'GRANTED' : 'REFUSED',
    version: 4,
    door: 'window',
    applying_as: 'self',
    class: matter.class,
    cause: matter.cause ?? null,
    region: tenant,
    groups: applicant.groups ?? [],
    recipient_id: id,
    recipient_name: `${'李杨段赵张王尹番早线'[n % 10]}${'家春正小阿玉加建云金'[Math.floor(n / 10) % 10]}`,
    urgent: false,
    proof: 'commitment',
    facts_sealed: sealFacts(sealer, tenant, id, facts),
    narrative_sealed: '',
    outcome: assessment.outcome,
    route: assessment.route,
    rule_set: assessment.ruleSet,
    law_revision: 0,
    assessment_sealed: sealAnswer(sealer, 'assessment_sealed', tenant, id, assessment),
    assessment_hash: assessmentHash(facts, assessment),
    received_on: receivedOn,
    submitted_at: at,
    decided_on: addDays(receivedOn, 5),
    demonstration: true,
  };
}

/** The nth matter: all causes, one in eight criminal, households around the line, groups as they are met. No two in a row are alike. */
export function inventedFacts(n: number): Facts {
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const pick = <T>(list: readonly T[], shift: number): T => list[(mixed >>> shift) % list.length] as T;
  const criminal = n % 8 === 0;
  const some: Group[] =
    n % 3 === 0 ? [] : n % 3 === 1 ? [pick(groups, 3)] : [...new Set([pick(groups, 5), pick(groups, 9)])];
  return {
    receivedOn: addDays(assessedPeriod.from, n % days),
    region: pick(assessedCounties, 7),
    matter: {
      class: criminal ? 'criminal' : 'civil',
      ...(criminal
        ? {
            criminal: {
              stage: pick(['investigation', 'prosecutionReview', 'firstInstance'] as const, 2),
              role: n % 3 === 0 ? ('victim' as const) : ('suspectOrDefendant' as const),
              hasDefender: false,
              ...(n % 16 === 0 ? { notifiedBy: 'court' as const } : {}),
            },
          }
        : { cause: pick(causes, 4) }),
    },
    applicant: {
      birthDate: `${1940 + (mixed % 68)}-0${1 + (n % 9)}-1${n % 9}`,
      residence: n % 5 < 2 ? 'urban' : 'rural',
      groups: some,
    },
    household: {
      members: 1 + (mixed % 6),
      annualIncome: (mixed % 9_000_000) + 500_000,
      applicantAnnualIncome: mixed % 2_000_000,
    },
  };
}
