/** The service network (服务网络): the register of regions, agencies, opening hours and the people who work there. */
export { loadRegister, parseRegister } from './register/load.ts';
export {
  ancestorsOf,
  canonicalCode,
  childrenOf,
  countyOf,
  fullNameOf,
  inForce,
  isWithin,
  type Register,
  regionOf,
  shortNameOf,
  townshipOf,
} from './register/register.ts';
export { type RegionHit, type SearchOptions, searchRegions } from './register/search.ts';
export {
  type Competence,
  type CompetenceFault,
  type CompetenceQuestion,
  competentCentre,
  tenantOfRegion,
} from './rules/competence.ts';
export {
  type DayKind,
  type DayKindOf,
  isOpenAt,
  isoWeekday,
  type NextOpening,
  nextOpening,
  openSpansOn,
} from './rules/opening.ts';
export { detourFactors, distanceKm, roughTravel, type Terrain, type TravelEstimate } from './rules/travel.ts';
export * from './schema.ts';
