// The whole bench, in one run: PostgreSQL, the founded city, the real server process, the figures, docs/benchmarks.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeyRing } from '../../kernel/crypto/index.ts';
import { fromRoot } from '../../kernel/paths.ts';
import { protectionOf } from '../../kernel/use-case/index.ts';
import { alone } from './alone.ts';
import { benchCircle } from './circle.ts';
import { timeAssessCommand } from './command-line.ts';
import { signIn } from './desk.ts';
import { foundCity } from './found-city.ts';
import { benchGrowth } from './growth.ts';
import { thisMachine } from './machine.ts';
import { openPostgres } from './postgres.ts';
import { type Figures, report } from './report.ts';
import { benchRoads } from './roads.ts';
import { startServer } from './server.ts';
import { benchSiting } from './siting.ts';
import { benchSubmissions } from './submissions.ts';
import { weighPage } from './weight.ts';

const tenant = '530502';
const say = (line: string): void => void process.stderr.write(`[bench] ${line}\n`);

const given = process.env.FAYUAN_BENCH_POSTGRES;
const postgres = await openPostgres(given === '' ? undefined : given);
const folder = mkdtempSync(join(tmpdir(), 'fayuan-bench-'));
try {
  writeFileSync(fromRoot('docs', 'benchmarks.md'), report(await measure()));
  say('docs/benchmarks.md');
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Figures> {
  const machine = thisMachine();
  const databaseUrl = await postgres.createDatabase('fayuan_bench');
  const pgbenchUrl = await postgres.createDatabase('fayuan_pgbench');
  const env = { DATABASE_URL: databaseUrl, FAYUAN_DATA: folder, FAYUAN_TRUST_PROXY: '1' };
  say('政策推演… · what-if over stored applications');
  const whatIfEnv = {
    DATABASE_URL: await postgres.createDatabase('fayuan_what_if'),
    FAYUAN_DATA: join(folder, 'what-if'),
  };
  alone('fillAssessed', whatIfEnv, 100_000);
  const whatIf = alone('whatIf', whatIfEnv, 100_000, 5);
  say('同一人识别和利益冲突… · the same person, and conflicts of interest');
  const matching = alone(
    'matching',
    { DATABASE_URL: await postgres.createDatabase('fayuan_matching'), FAYUAN_DATA: join(folder, 'matching') },
    1_000_000,
    100_000,
    600,
  );
  say('选址：四十张图… · siting: forty graphs');
  const siting = await benchSiting(5);
  say('路网：一县、一省… · roads: a county and a province');
  const roads = benchRoads(folder);
  say('最近站点：一百万个路口… · the nearest of 133 points on a million junctions');
  const travel = alone('travel', await postgres.createDatabase('fayuan_travel'));
  say('演示城市，挪动站点… · the demonstration city, stations moved');
  const circle = await benchCircle(join(folder, 'demonstration'), 40);
  say('正在建立城市的机构和人员… · founding the city');
  await foundCity(env);
  const server = await startServer(['serve'], env);
  try {
    const clerk = await signIn(server.port, 'jiedai');
    const reviewer = await signIn(server.port, 'shencha');
    say('首屏、规则、命令行… · pages, rules, command line');
    const pages = await Promise.all(['/', '/progress', '/nearest'].map((path) => weighPage(server.port, path)));
    const policy = alone('policy', 6);
    const assessMs = timeAssessCommand(9);
    const at = { port: server.port, tenant };
    // Reading comes before the submissions: their thousands would stand in the way of "a thousand open matters".
    say('工作清单和查进度… · worklist and look-up');
    const growth = await benchGrowth({
      ...at,
      clerk,
      reviewer,
      databaseUrl,
      cipher: protectionOf(loadKeyRing(join(folder, 'keys'))).cipher,
      clients: 4,
      requests: 2000,
      sizes: [1_000, 100_000],
    });
    say('提交申请与 TPC-B… · submissions and TPC-B in turns');
    const submissions = await benchSubmissions({
      ...at,
      headers: clerk,
      pgbenchUrl,
      postgresBin: postgres.bin,
      clients: 8,
      seconds: 10,
      rounds: 3,
    });
    return {
      on: new Date().toISOString().slice(0, 10),
      machine,
      postgres: { version: postgres.version, settings: postgres.settings },
      startedInMs: server.startedInMs,
      submissions,
      growth,
      policy,
      whatIf,
      siting,
      roads,
      travel,
      circle,
      matching,
      assessMs,
      pages,
    };
  } finally {
    await server.stop();
  }
}
