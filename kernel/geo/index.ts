export { type Degrees, fromGcj02, toGcj02 } from './gcj02.ts';
