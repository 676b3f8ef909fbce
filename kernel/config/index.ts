export { type Config, ConfigFault, readConfig, settings } from './config.ts';
