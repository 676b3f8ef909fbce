/** 在场: who is at one matter at the same time, so that two do not do the same work unseen. */
export { presenceTables } from './migrations/0001-presence.ts';
export { presenceRoutes } from './routes.ts';
export { forgetPresence } from './use-cases/note-presence.ts';
