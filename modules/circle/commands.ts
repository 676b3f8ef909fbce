export { circuitsCommand, circuitsHelp } from './circuits/circuits-command.ts';
export { siteCommand, siteHelp } from './siting/site-command.ts';
