import type { ApplicationInput } from '../../modules/applications/index.ts';
import { type NewAgency, type Register, regionOf, townshipOf } from '../../modules/network/index.ts';
import type { Random } from './random.ts';
import type { Scene } from './scenes/index.ts';
import type { Tenant } from './tenants.ts';

type Door = ApplicationInput['door'];

/** Which door a person of this kind comes through. */
export function pickDoor(random: Random, { criminal, age, cause }: Scene): Door {
  if (criminal?.role === 'suspectOrDefendant') return 'custody';
  if (age[0] >= 60)
    return random.weighted<Door>([
      ['liaison', 38],
      ['station', 34],
      ['window', 18],
      ['phone', 10],
    ]);
  if (cause === 'domesticViolence')
    return random.weighted<Door>([
      ['web', 30],
      ['station', 26],
      ['window', 24],
      ['phone', 20],
    ]);
  return random.weighted<Door>([
    ['web', 32],
    ['station', 26],
    ['window', 20],
    ['phone', 9],
    ['liaison', 8],
    ['kiosk', 4],
    ['letter', 1],
  ]);
}

export interface IntakePlan {
  readonly register: Register;
  readonly agencies: readonly NewAgency[];
  readonly door: Door;
  /** County the person lives in, and the village. */
  readonly county: Tenant;
  readonly home: string;
  readonly scene: Scene;
  /** The competent centre. */
  readonly tenant: Tenant;
}

export type Intake = { readonly tenant: Tenant; readonly agency: string } | null;

/** The counter that takes it in: near the person, whichever centre is competent; none for the person's own phone. */
export function pickIntake(
  random: Random,
  { register, agencies, door, county, home, scene, tenant }: IntakePlan,
): Intake {
  const find = (code: string): Intake => {
    const agency = agencies.find((candidate) => candidate.code === code);
    return agency === undefined ? null : { tenant: agency.tenant as Tenant, agency: agency.code };
  };
  switch (door) {
    case 'web':
      return null;
    case 'phone':
      return find('530500-C');
    case 'liaison':
      return find(`${county}-V-${home}`);
    case 'custody':
      // A notice reaches the centre itself; an application from custody is forwarded by the place of custody (art. 39).
      return find(
        scene.criminal?.notified === true
          ? `${tenant}-C`
          : `${tenant === '530500' ? '530502' : tenant}-S-detentionHouse`,
      );
    case 'station': {
      const host =
        scene.cause === 'domesticViolence' ? 'womensFederation' : scene.cause === 'labourPay' ? 'tradeUnion' : null;
      const partner = host !== null && random.chance(0.4) ? find(`${county}-S-${host}`) : null;
      return partner ?? find(`${county}-S-${townshipOf(register, home)?.code ?? ''}`);
    }
    default:
      return find(`${county}-C`);
  }
}

/** The organ that handles the case, at the competent centre's seat (Legal Aid Law art. 38). */
export function organOf(
  register: Register,
  random: Random,
  scene: Scene,
  tenant: Tenant,
  stage: string | undefined,
): { readonly region: string; readonly name: string } {
  const place = regionOf(register, tenant)?.name ?? '';
  const named = (organ: string) => ({ region: tenant, name: `${place}${organ}` });
  const court = tenant === '530500' ? '中级人民法院' : '人民法院';
  if (scene.class === 'criminal')
    return named({ investigation: '公安局', prosecutionReview: '人民检察院' }[stage ?? ''] ?? court);
  if (scene.way === 'arbitration') return named('劳动人事争议仲裁委员会');
  return named(scene.way === 'administrative' && random.chance(0.5) ? '人民政府行政复议机构' : court);
}
