import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { runUseCase, systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import { importPeople, readPeopleFile, readPlacesFile } from '../../../modules/circle/index.ts';
import { importRegister, loadRegister, placeRegions } from '../../../modules/network/index.ts';
import { openHouse } from '../house.ts';
import type { CommandIo } from './command.ts';

/** Read and keep how many people live where. @throws BadInput with a line for each fault, nothing kept */
export async function keepPeople(
  env: CommandIo['env'],
  text: string,
  count: Parameters<typeof readPeopleFile>[2],
): Promise<{ readonly places: number; readonly people: number }> {
  const register = loadRegister();
  const rows = readPeopleFile(text, register, count);
  await write(env, async (tx) => {
    await importRegister(tx, systemActor, register);
    await importPeople(tx, systemActor, register, rows);
  });
  return { places: rows.length, people: rows.reduce((sum, one) => sum + one.people, 0) };
}

/** Read and keep where villages stand. @returns how many @throws BadInput with a line for each fault, nothing kept */
export async function keepPlaces(
  env: CommandIo['env'],
  text: string,
  crs: Parameters<typeof readPlacesFile>[2],
  box: Parameters<typeof readPlacesFile>[3],
): Promise<number> {
  const register = loadRegister();
  const places = readPlacesFile(text, register, crs, box);
  await write(env, async (tx) => {
    await importRegister(tx, systemActor, register);
    await placeRegions(tx, systemActor, register, places);
  });
  return places.length;
}

async function write(env: CommandIo['env'], work: (tx: Tx) => Promise<void>): Promise<void> {
  const house = await openHouse(readConfig(env), { migrate: false });
  try {
    await runUseCase(house.runner, systemActor, work, { scope: wholeCountry });
  } finally {
    await house.close();
  }
}
