export { planCircuits } from './circuits/plan-circuits.ts';
export { timetable } from './circuits/timetable.ts';
export type { InputFault } from './input/read.ts';
export { compareWithToday } from './siting/compare-plans.ts';
export type { SitingModel, SitingPlan, SitingProblem, SitingProgress } from './siting/problem.ts';
export { seededRandom } from './siting/random.ts';
export { allShortestPaths as shortestPathsBetweenAll } from './siting/shortest-paths.ts';
export { solveSiting } from './siting/solve-apart.ts';
