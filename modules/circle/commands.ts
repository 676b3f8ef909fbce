export { siteCommand, siteHelp } from './siting/site-command.ts';
