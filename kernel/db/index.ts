export {
  type CommitWith,
  type Database,
  type DatabaseTarget,
  openDatabase,
  type Scope,
  wholeCountry,
} from './database.ts';
export { isDiskFull, isSerialisationConflict, isUnavailable, violatedUnique } from './faults.ts';
export { FolderInUse, lockFolder } from './folder-lock.ts';
export { ground } from './migrations/0001-ground.ts';
export {
  type Migration,
  type MigrationReport,
  migrate,
  pendingMigrations,
  referenceTable,
  SchemaMismatch,
  tenantTable,
} from './migrations.ts';
export { beginOpening, type Opening } from './opening.ts';
export type { KernelTables } from './tables.ts';
export { textArray } from './types.ts';
