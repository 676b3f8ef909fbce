import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../apps/server/house.ts';
import { buildServer } from '../../apps/server/http.ts';
import { startWorker } from '../../apps/server/worker.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { fromRoot } from '../../kernel/paths.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { type DemoCity, inventCity } from '../../tools/demo-city/city.ts';
import { demonstrationPassword, performCity } from '../../tools/demo-city/perform/index.ts';

export interface StandingCity {
  readonly origin: string;
  readonly password: string;
  /** User name and display name of the printed account of a role. */
  account(role: string): { readonly userName: string; readonly displayName: string };
  close(): Promise<void>;
}

/** The desk as the server hands it out, where it was not built yet. */
export function buildWorkbench(): void {
  if (existsSync(fromRoot('dist', 'workbench', 'index.html'))) return;
  execFileSync(process.execPath, [fromRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'apps/workbench'], {
    cwd: fromRoot(),
    stdio: 'ignore',
  });
}

/**
 * A running server over a small demonstration city: the whole network, and a few matters in every state.
 * `FAYUAN_TEST_DEMO` may name a data folder that the demonstration was played into; a copy of it is served instead.
 */
export async function openStandingCity(): Promise<StandingCity> {
  buildWorkbench();
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-city-'));
  const prepared = process.env.FAYUAN_TEST_DEMO;
  if (prepared !== undefined) {
    cpSync(prepared, folder, { recursive: true });
    rmSync(join(folder, 'fayuan.lock'), { force: true });
  }
  const house = await openHouse(readConfig({ FAYUAN_DATA: folder, FAYUAN_DEMO: '1' }), { log: silentLog });
  const { accounts } =
    prepared === undefined
      ? await performCity(
          house.runner,
          small(inventCity({ register: loadRegister() })),
          loadRegister(),
          () => undefined,
        )
      : (JSON.parse(readFileSync(join(folder, 'demonstration.json'), 'utf8')) as Awaited<
          ReturnType<typeof performCity>
        >);
  const app = await buildServer(house);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const stopWorker = startWorker(house);
  return {
    origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    password: demonstrationPassword,
    account: (role) => {
      const found =
        accounts.find((one) => one.role === role && one.place === '隆阳区') ??
        accounts.find((one) => one.role === role);
      if (found === undefined) throw new Error(`the demonstration prints no ${role}`);
      return found;
    },
    close: async () => {
      await app.close();
      await stopWorker();
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two stories of each ending in the county whose desks are shown, and the few consultations they grew out of. */
function small(city: DemoCity): DemoCity {
  const told = new Map<string, number>();
  const stories = city.stories.filter(({ tenant, end }) => {
    if (tenant !== '530502') return false;
    told.set(end, (told.get(end) ?? 0) + 1);
    return (told.get(end) ?? 0) <= 2;
  });
  const wanted = new Set(stories.map((story) => story.consultation));
  return { ...city, stories, consultations: city.consultations.filter(({ key }) => wanted.has(key)) };
}
