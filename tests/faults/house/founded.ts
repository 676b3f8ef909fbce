import { type House, openHouse } from '../../../apps/server/house.ts';
import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { silentLog } from '../../../kernel/log/index.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone, savePerson } from '../../../modules/people/index.ts';
import { competent, foundSmallCity } from '../../walk/small-city.ts';
import type { Settings } from './program.ts';

/** Found the two small counties in the database that the settings name, and leave it closed. */
export const found = (settings: Settings): Promise<unknown> =>
  inHouse(settings, (house) => foundSmallCity(house.runner));

/** A database with a single person on file, and leave it closed: the least that keys are needed for. */
export const keepOnePerson = (settings: Settings): Promise<unknown> =>
  inHouse(settings, (house) =>
    runUseCase(
      house.runner,
      systemActor,
      (tx) => savePerson(tx, { ...application.recipient, tenant: competent, demonstration: true }),
      { scope: wholeCountry },
    ),
  );

/** Work on the database that the settings name, while no process has it. */
export async function inHouse<T>(settings: Settings, work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(readConfig(settings), { log: silentLog });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** An application that may be handed in at the competent centre's own counter. */
export const application = {
  door: 'window',
  intakeTenant: competent,
  applyingAs: 'self',
  recipient: {
    name: '阿依·𠮷㐂',
    sex: 'female',
    document: { kind: 'residentCard', number: demonstrationIdentityNumber('1986-03-12', 1, 'female') },
    phone: demonstrationPhone(17),
    address: '甸阳镇某村三组',
    region: '530521102',
  },
  residence: 'rural',
  groups: ['migrantWorker'],
  matter: {
    class: 'civil',
    cause: 'labourPay',
    narrative: '去年三月到十月在工地干木工，公司一直没发工资。',
    proceeding: 'litigation',
    occurrenceRegion: '530521102',
    organRegion: competent,
    organName: '施甸县人民法院',
  },
  household: { members: 4, annualIncome: 2_400_000, applicantAnnualIncome: 1_200_000 },
  proof: 'commitment',
  opponents: [{ name: '保山某某建筑劳务有限公司' }],
  materials: [],
  declaration: true,
} as const;
