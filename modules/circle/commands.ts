// What the command line needs of this room. None of it loads another room or the database: a search of a graph must not wait for the house.
export { circuitsCommand, circuitsHelp } from './circuits/circuits-command.ts';
export { coverageCommand, coverageHelp } from './coverage/coverage-command.ts';
export { refuse } from './input/bad-input.ts';
export { answer, type CommandOutput } from './input/command.ts';
export { accept } from './input/read.ts';
export { readText } from './input/text-file.ts';
export { readWords } from './input/words.ts';
export { isochroneCommand, isochroneHelp } from './isochrones/isochrone-command.ts';
export { matchPlacesCommand, matchPlacesHelp } from './places/match-command.ts';
export { buildCommand, buildHelp } from './roads/build-command.ts';
export { siteCommand, siteHelp } from './siting/site-command.ts';
export { exportCommand, exportHelp } from './travel/export-command.ts';
export { matrixCommand, matrixHelp } from './travel/matrix-command.ts';
export { nearestCommand, nearestHelp } from './travel/nearest-command.ts';
