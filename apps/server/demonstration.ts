import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeCountry } from '../../kernel/db/index.ts';
import { runUseCase, systemActor } from '../../kernel/use-case/index.ts';
import { centresOnFile, loadRegister } from '../../modules/network/index.ts';
import type { Performance } from '../../tools/demo-city/perform/index.ts';
import type { House } from './house.ts';

/**
 * The demonstration city: played into an empty database once, then only told about. Its accounts and look-up codes are
 * printed at every start; a database with anything else in it is left alone.
 */
export async function loadDemonstration(house: House, say: (line: string) => void): Promise<void> {
  const note = join(house.config.dataFolder, 'demonstration.json');
  const centres = await runUseCase(house.runner, systemActor, (tx) => centresOnFile(tx), { scope: wholeCountry });
  if (centres.length === 0) {
    const started = performance.now();
    say('第一次启动，装入演示城市（全部为虚构数据）… · first start: playing the demonstration city');
    // Loaded only now: a second start has no use for it.
    const { inventCity } = await import('../../tools/demo-city/city.ts');
    const { demonstrationPassword, performCity } = await import('../../tools/demo-city/perform/index.ts');
    const register = loadRegister();
    const played = await performCity(house.runner, inventCity({ register }), register, say);
    await house.database.vacuum?.();
    writeFileSync(note, JSON.stringify({ ...played, password: demonstrationPassword }), { mode: 0o600 });
    say(
      `演示城市已装入：${played.stories} 件事项、${played.consultations} 次咨询、${played.complaints} 件投诉，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒 · loaded`,
    );
  }
  if (existsSync(note)) await layDemonstrationRoads(house, say);
  if (existsSync(note)) tell(JSON.parse(readFileSync(note, 'utf8')) as Performance & { password: string }, say);
}

/** Schematic roads for the demonstration, where none are on file. An operator's own `roads.graph` is left alone. */
async function layDemonstrationRoads(house: House, say: (line: string) => void): Promise<void> {
  const path = join(house.config.dataFolder, 'roads.graph');
  if (existsSync(path)) return;
  const { buildGraph, loadProfile } = await import('../../modules/circle/index.ts');
  const { demonstrationRoads } = await import('../../tools/demo-city/roads.ts');
  buildGraph(path, {
    ways: demonstrationRoads(loadRegister()),
    profile: loadProfile('drive'),
    crs: 'wgs84',
    schematic: true,
    source: { name: '演示城市的示意道路', bytes: 0, sha256: '' },
  });
  say('已画出示意道路 · schematic roads laid');
}

function tell({ accounts, lookUps, password }: Performance & { password: string }, say: (line: string) => void): void {
  say('');
  say(`演示账号（口令都是 ${password}，只存在于演示中） · demonstration accounts, all with that password:`);
  for (const { userName, role, roleName, place, displayName } of accounts) {
    say(`  ${userName.padEnd(14)} ${place} ${roleName.zh}（${displayName}） · ${roleName.en} [${role}]`);
  }
  say('查进度用的编号和查询码 · number and code to look up a matter:');
  for (const { number, code, state } of lookUps) say(`  ${number}  ${code}  ${state}`);
  say('');
}
