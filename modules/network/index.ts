/** The service network (服务网络): the register of regions, agencies, opening hours and the people who work there. */
export { agencyLifecycle, handlerLifecycle } from './lifecycle.ts';
export { networkTables } from './migrations/0001-network.ts';
export { networkPhotos } from './migrations/0002-photos.ts';
export { networkPositions } from './migrations/0003-positions.ts';
export { networkRefusals } from './refusals.ts';
export { findPlaces, type PlaceFound } from './register/find-places.ts';
export { loadRegister } from './register/load.ts';
export {
  ancestorsOf,
  childrenOf,
  cityOf,
  countyOf,
  fullNameOf,
  isWithin,
  type Register,
  regionOf,
  shortNameOf,
  townshipOf,
} from './register/register.ts';
export { networkRoutes } from './routes.ts';
export {
  type Competence,
  type CompetenceFault,
  type CompetenceQuestion,
  competentCentre,
} from './rules/competence.ts';
export { languageNamed, languageText } from './rules/languages.ts';
export { type DayHours, localTimeOf, type NextOpening } from './rules/opening.ts';
export { distanceKm, roughTravel, type Terrain, type TravelEstimate } from './rules/travel.ts';
export { inWgs84 } from './rules/wgs84.ts';
export * from './schema.ts';
export { type AgencyFilter, agencyByCode, agencyById, centresOnFile, listAgencies } from './store/agencies.ts';
export { bureauOf, centreOf } from './store/centre.ts';
export { listExperts, listLiaisons } from './store/experts-and-liaisons.ts';
export {
  accountsOfHandlers,
  type HandlerFilter,
  type HandlerWithUnit,
  handlerByAccount,
  handlerById,
  handlersAround,
  listHandlers,
  setHandlerAccount,
} from './store/handlers.ts';
export { namesOnRegister } from './store/names.ts';
export { networkRefersTo } from './store/photos.ts';
export { positionsPrint, regionPositions } from './store/regions.ts';
export type { NetworkTables } from './tables.ts';
export { type ChangeAgencyStatus, changeAgencyStatus } from './use-cases/change-agency-status.ts';
export { type ChangeHandlerStatus, changeHandlerStatus } from './use-cases/change-handler-status.ts';
export { importRegister, placeRegions } from './use-cases/import-register.ts';
export {
  type ListNearest,
  listNearest,
  type Nearest,
  type NearPlace,
  type PointHours,
} from './use-cases/list-nearest.ts';
export { type OpenPoint, openPoints } from './use-cases/open-points.ts';
export { findPoints, type PointView, readPoint } from './use-cases/read-point.ts';
export type { ImportReport } from './use-cases/record-import.ts';
export { registerAgencies, registerAgency } from './use-cases/register-agencies.ts';
export { registerExperts } from './use-cases/register-experts.ts';
export { registerHandler, registerHandlers } from './use-cases/register-handlers.ts';
export { registerLiaisons } from './use-cases/register-liaisons.ts';
export type { BusWay, LonLat, RoadTimes, RoadWay } from './use-cases/road-times.ts';
export {
  type PositionSetView,
  positionsSet,
  setPosition,
  undoPosition,
  unplacedVillages,
} from './use-cases/set-position.ts';
