export {
  cancelDeadlines,
  type DeadlineRow,
  meetDeadline,
  openDeadlines,
  pauseDeadline,
  resumeDeadline,
  settledDeadlines,
} from './store.ts';
