export { countOutdated, type RotationReport, rotateKeys, type SealedColumn } from './rotate.ts';
