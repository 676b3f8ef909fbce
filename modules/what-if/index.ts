/** 政策推演: what a change of law would mean for the applications on file. Reads only. */
export { mayAskWhatIf } from './permissions.ts';
export { whatIfRefusals } from './refusals.ts';
export { whatIfRoutes } from './routes.ts';
export { prepareWhatIf } from './use-cases/prepare-what-if.ts';
export { type PreparedWhatIf, runWhatIf, type WhatIfResult } from './use-cases/run-what-if.ts';
