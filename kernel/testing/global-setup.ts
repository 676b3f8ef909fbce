import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../apps/server/migrations.ts';
import { migrate, openDatabase } from '../db/index.ts';
import { onServer } from './on-server.ts';

/** Migrate once per run, then let every test file start from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-test-'));
  const template = join(folder, 'template.tar');
  const embedded = await openDatabase({ engine: 'embedded', folder: 'memory' });
  await migrate(embedded.owner, migrations);
  writeFileSync(template, (await embedded.dump?.()) ?? new Uint8Array());
  await embedded.close();

  const url = process.env.FAYUAN_TEST_POSTGRES ?? '';
  const name = `fayuan_template_${process.pid}`;
  if (url !== '') {
    await onServer(url, `DROP DATABASE IF EXISTS ${name}`);
    await onServer(url, `CREATE DATABASE ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    const database = await openDatabase({ engine: 'postgres', url: own.href, poolSize: 2 });
    await migrate(database.owner, migrations);
    await database.close();
  }
  project.provide('embeddedTemplate', template);
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', name);
  return async () => {
    if (url !== '') await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  };
}
