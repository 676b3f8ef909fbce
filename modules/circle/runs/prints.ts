import { canonicalJson, sm3 } from '../../../kernel/crypto/index.ts';
import type { CircleRunPrints, KeptStation, KeptVillage, RoadsOnFile } from '../schema.ts';

/** What two reckonings must share for their figures to be set beside each other, each part with a fingerprint of its own. */
export function printsOf(
  roads: RoadsOnFile,
  question: object,
  stations: readonly KeptStation[],
  villages: readonly KeptVillage[],
): CircleRunPrints {
  const print = (value: unknown): string => sm3(canonicalJson(value as never)).slice(0, 16);
  return {
    graph: roads.checksum,
    profile: roads.profile.name,
    question: print(question),
    stations: print(stations.map(({ id, lon, lat }) => [id, lon, lat])),
    places: print(villages.map(({ code, lon, lat }) => [code, lon, lat])),
    people: print(villages.map(({ code, people, groups }) => [code, people, groups])),
  };
}
