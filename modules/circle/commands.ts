export { circuitsCommand, circuitsHelp } from './circuits/circuits-command.ts';
export { coverageCommand, coverageHelp } from './coverage/coverage-command.ts';
export { isochroneCommand, isochroneHelp } from './isochrones/isochrone-command.ts';
export { buildCommand, buildHelp } from './roads/build-command.ts';
export { siteCommand, siteHelp } from './siting/site-command.ts';
export { exportCommand, exportHelp } from './travel/export-command.ts';
export { matrixCommand, matrixHelp } from './travel/matrix-command.ts';
export { nearestCommand, nearestHelp } from './travel/nearest-command.ts';
