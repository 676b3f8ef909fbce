/** 档案: archived files, the one PDF of each, their terms, holds and destruction. Stands below the rooms whose files it keeps. */
export { bindApart } from './binding/bind-apart.ts';
export { archiveJobs, type RefersTo } from './jobs.ts';
export { destructionLifecycle } from './lifecycle.ts';
export { archiveTables } from './migrations/0001-archive.ts';
export { archiveNamesAndNotes } from './migrations/0002-names-and-notes.ts';
export { archiveRefusals } from './refusals.ts';
export { archiveRoutes } from './routes.ts';
export { termText } from './rules/retention.ts';
export type { PieceToBind } from './schema.ts';
export { archiveSealedColumns } from './sealed.ts';
export { casesInRegister, removedSince } from './store.ts';
export { type Bindery, bindNext, type PiecesOf } from './use-cases/bind-next.ts';
export { mustStand } from './use-cases/must-stand.ts';
export { type OpenArchive, openArchive } from './use-cases/open-archive.ts';
export { type ArchiveLine, archiveLinesOf } from './use-cases/read-archives.ts';
export type { EraseContent } from './use-cases/settle-destruction.ts';
