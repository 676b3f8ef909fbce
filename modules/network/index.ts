/** The service network (服务网络): the register of regions, agencies, opening hours and the people who work there. */
export { agencyLifecycle, handlerLifecycle } from './lifecycle.ts';
export { networkTables } from './migrations/0001-network.ts';
export { mayKeepRegister, mayManageNetwork, mayReadPersonnel } from './permissions.ts';
export { networkRefusals } from './refusals.ts';
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
export { networkRoutes } from './routes.ts';
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
  localTimeOf,
  type NextOpening,
  nextOpening,
  openSpansOn,
} from './rules/opening.ts';
export { hostsBehindWalls, hostsOfKind } from './rules/registration.ts';
export { detourFactors, distanceKm, roughTravel, type Terrain, type TravelEstimate } from './rules/travel.ts';
export * from './schema.ts';
export { type AgencyFilter, agencyByCode, agencyById, centresOnFile, listAgencies } from './store/agencies.ts';
export { bureauOf, centreOf } from './store/centre.ts';
export { listExperts, listLiaisons } from './store/experts-and-liaisons.ts';
export {
  type HandlerFilter,
  type HandlerWithUnit,
  handlerByAccount,
  handlerById,
  listHandlers,
  setHandlerAccount,
} from './store/handlers.ts';
export { regionPositions, regionsOnFile } from './store/regions.ts';
export type { NetworkTables } from './tables.ts';
export { ChangeAgencyStatus, changeAgencyStatus } from './use-cases/change-agency-status.ts';
export { ChangeHandlerStatus, changeHandlerStatus } from './use-cases/change-handler-status.ts';
export { importRegister, placeRegions } from './use-cases/import-register.ts';
export { ListNearest, listNearest, type Nearest, type NearPlace } from './use-cases/list-nearest.ts';
export type { ImportReport } from './use-cases/record-import.ts';
export { registerAgencies, registerAgency } from './use-cases/register-agencies.ts';
export { registerExperts } from './use-cases/register-experts.ts';
export { registerHandler, registerHandlers } from './use-cases/register-handlers.ts';
export { registerLiaisons } from './use-cases/register-liaisons.ts';
