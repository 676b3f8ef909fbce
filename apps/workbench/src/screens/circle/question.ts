import {
  type AgencyService,
  agencyServices,
  type CircleQuestion,
  type NetworkChange,
  type TravelMode,
  travelModes,
} from '../../api/circle.ts';
import { isEmpty } from './change.ts';

/** Named choices of bands, minutes. */
export const bandChoices = { three: [15, 30, 60], townVillage: [30, 60], five: [15, 30, 45, 60] } as const;
export type BandChoice = keyof typeof bandChoices;

/** `15, 30，60` as bands: one to six whole minutes of a day, ascending; undefined where it is not that. */
export function bandsOf(typed: string | undefined): readonly number[] | undefined {
  const parts = (typed ?? '')
    .normalize('NFKC')
    .split(/[,、\s]+/)
    .filter((part) => part !== '');
  const bands = parts.map(Number);
  const right =
    bands.length >= 1 &&
    bands.length <= 6 &&
    bands.every((band, n) => Number.isInteger(band) && band >= 1 && band <= 1440 && band > (bands[n - 1] ?? 0));
  return right ? bands : undefined;
}

/** Which named choice these are, if any. */
export function choiceOf(bands: readonly number[]): BandChoice | undefined {
  return (Object.keys(bandChoices) as BandChoice[]).find((name) => bandChoices[name].join() === bands.join());
}

export interface Asked {
  readonly bands?: string;
  readonly service?: string;
  readonly free?: string;
  readonly at?: string;
  readonly bus?: string;
  readonly by?: string;
}

/** The way of travelling that an address asks for; undefined is driving. */
export function modeOf(by: string | undefined): TravelMode | undefined {
  return travelModes.find((mode) => mode === by && mode !== 'drive');
}

/** The question that an address asks; what is wrong in it is as if it were not there. */
export function questionOf(asked: Asked, change: NetworkChange): CircleQuestion {
  const service = agencyServices.find((one) => one === asked.service) as AgencyService | undefined;
  const at = asked.at !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(asked.at) ? asked.at : undefined;
  const by = modeOf(asked.by);
  return {
    bands: bandsOf(asked.bands) ?? bandChoices.three,
    barrierFree: asked.free === '1',
    ...(service === undefined ? {} : { service }),
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    // A bus leaves at an hour: without one there is none to ask for.
    ...(at !== undefined && asked.bus === '1' ? { bus: true as const } : {}),
    ...(isEmpty(change) ? {} : { change }),
  };
}
