export {
  cancelDeadlines,
  type DeadlineRow,
  meetDeadline,
  openDeadlines,
  pauseDeadline,
  resumeDeadline,
} from './store.ts';
