import { expect, test } from 'vitest';
import { fitting } from './smaller-photo.ts';

test.each([
  [4000, 3000, 1280, 960],
  [3000, 4000, 960, 1280],
  [800, 600, 800, 600],
  [10_000, 2, 1280, 1],
])('%i × %i becomes %i × %i', (width, height, w, h) => expect(fitting(width, height)).toEqual({ width: w, height: h }));
