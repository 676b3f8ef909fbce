import { describe, expect, test } from 'vitest';
import { keep, refusal } from '../testing/tiny-extract.ts';
import { slopeFactor } from './elevation.ts';
import { checkProfile, loadProfile, profileNames } from './profile.ts';

const drive = loadProfile('drive');

describe('the profiles that come with the house', () => {
  test.each(profileNames)('%s: whole, titled in both languages, its words for classes known', (name) => {
    const profile = loadProfile(name);
    expect(profile.name).toBe(name);
    expect(profile.title.zh).toMatch(/\p{Script=Han}/u);
    // Nobody has measured journeys yet: whoever does sets it true, and changes this test.
    expect(profile.verified).toBe(false);
    const all = new Set(profileNames.flatMap((one) => Object.keys(loadProfile(one).speeds)));
    for (const word of Object.values(profile.classWords)) expect([...all, 'ferry'], word).toContain(word);
  });

  test('roads of a lower class are no faster', () => {
    const order = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'track'];
    const speeds = order.map((name) => drive.speeds[name] as number);
    expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
  });
});

describe('a profile of one’s own', () => {
  test('is read from a file', () => {
    const own = { ...drive, name: 'bus', speeds: { primary: 30 } };
    expect(loadProfile(keep(JSON.stringify(own), 'bus.json')).speeds).toEqual({ primary: 30 });
  });

  test.each([
    ['a name that is not known', 'fly', /^\/profile: .*no such profile: fly; one of drive, motorcycle, walk/],
    ['a file that is not there', '/nowhere/x.json', /^\/profile: .*cannot read/],
    ['a file that is not JSON', keep('speeds: 1', 'x.json'), /^\/profile: .*not JSON/],
  ])('%s', (_, name, line) => expect(refusal(() => loadProfile(name))).toMatch(line));

  test('each fault has its line and its place', () => {
    const said = refusal(() => checkProfile({ ...drive, speeds: { primary: -1 }, ferry: { open: true, kmH: 5 } }));
    expect(said.split('\n').map((line) => line.split(':')[0])).toEqual([
      '/profile/speeds/primary',
      '/profile/ferry/boardingSeconds',
    ]);
  });

  test('grades out of order are refused', () => {
    const slope = [
      [0.1, 0.5],
      [0, 1],
    ];
    expect(refusal(() => checkProfile({ ...drive, slope }))).toMatch(/^\/profile\/slope: .*must ascend/);
  });
});

test.each([
  [-1, 0.4],
  [0, 1],
  [0.04, 0.94],
  [0.1, 0.72],
  [0.2, 0.55 - 0.2 / 3],
  [9, 0.35],
])('share of the speed kept by car at a grade of %f', (grade, share) => {
  expect(slopeFactor(drive.slope, grade)).toBeCloseTo(share, 9);
});
