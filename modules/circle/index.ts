export { problemFaults } from './siting/check-problem.ts';
export type { SitingFault, SitingModel, SitingPlan, SitingProblem, SitingProgress } from './siting/problem.ts';
