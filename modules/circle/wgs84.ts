export { inWgs84 } from '../network/index.ts';
