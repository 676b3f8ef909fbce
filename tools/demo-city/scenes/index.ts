import { criminalScenes } from './criminal.ts';
import { familyScenes } from './family.ts';
import { injuryScenes } from './injury.ts';
import { labourScenes } from './labour.ts';
import type { Scene } from './scene.ts';
import { stateScenes } from './state.ts';

/** Every scene within legal aid. */
export const aidScenes: readonly Scene[] = [
  ...labourScenes,
  ...familyScenes,
  ...injuryScenes,
  ...stateScenes,
  ...criminalScenes,
];

export { outOfScopeScenes } from './out-of-scope.ts';
export { type HandlingWay, monthWords, type OtherSide, type Scene, type Tale, type Telling, taleOf } from './scene.ts';
