import { openHouse } from '../../apps/server/house.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { inventCity } from '../demo-city/city.ts';
import { performCity } from '../demo-city/perform/index.ts';

/** The city's regions, agencies, handlers and staff on an empty database, before anybody has asked for anything. */
export async function foundCity(env: Readonly<Record<string, string>>): Promise<void> {
  const house = await openHouse(readConfig(env), { log: silentLog });
  try {
    const register = loadRegister();
    const city = inventCity({ register });
    await performCity(house.runner, { ...city, stories: [], consultations: [] }, register, () => undefined);
  } finally {
    await house.close();
  }
}
