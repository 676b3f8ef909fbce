export {
  attemptsBeforeParking,
  backoffSeconds,
  type Job,
  type JobHandler,
  type JobHandlers,
  workOutbox,
} from './worker.ts';
