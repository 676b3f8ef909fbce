import { describe, expect, test } from 'vitest';
import { isBlocked, judgeRestriction, judgeWay } from './judge-tags.ts';
import { loadProfile } from './profile.ts';

const tags = (text: string) => new Map(text.split(' ').map((one) => one.split('=') as [string, string]));
const [drive, motorcycle, walk] = [loadProfile('drive'), loadProfile('motorcycle'), loadProfile('walk')];

describe('who may go where', () => {
  test.each([
    // road, by car, by motorcycle, on foot
    ['highway=motorway', true, false, false],
    ['highway=tertiary', true, true, true],
    ['highway=footway', false, false, true],
    ['highway=path', false, false, true],
    ['highway=steps', false, false, true],
    ['highway=cycleway', false, false, false],
    ['highway=cycleway foot=yes', false, false, true],
    ['highway=construction foot=yes', false, false, false],
    ['highway=proposed', false, false, false],
    ['highway=track motor_vehicle=no', false, false, true],
    ['highway=tertiary foot=no', true, true, false],
    ['highway=service access=private', false, false, false],
    ['highway=service access=private foot=permissive', false, false, true],
    ['highway=service access=customers', true, true, true],
    ['highway=tertiary area=yes', false, false, false],
    ['route=ferry', true, true, true],
    ['railway=rail', false, false, false],
    ['highway=toString', false, false, false],
  ])('%s', (road, byCar, byMotorcycle, onFoot) => {
    const open = [drive, motorcycle, walk].map((profile) => judgeWay(tags(road), profile) !== undefined);
    expect(open).toEqual([byCar, byMotorcycle, onFoot]);
  });
});

describe('what a ferry says of its time', () => {
  test.each([
    ['duration=00:25', 1500],
    ['duration=1:10:30', 4230],
    ['duration=25', 1500],
    ['duration=PT25M', 1500],
    ['duration=PT1H5M', 3900],
    ['duration=soon', undefined],
    ['duration=00:75', undefined],
  ])('%s', (said, seconds) => {
    expect(judgeWay(tags(`route=ferry ${said}`), drive)?.duration).toBe(seconds);
  });
});

describe('what is posted', () => {
  test.each([
    ['maxspeed=30', 30],
    ['maxspeed=walk', 6],
    ['maxspeed=20mph', 32.18688],
    ['maxspeed=0', 40],
    ['maxspeed=none', 40],
    ['maxspeed=30;50', 40],
  ])('%s on a road of 40 km/h', (said, kmH) => {
    expect(judgeWay(tags(`highway=secondary ${said}`), drive)?.forward).toBeCloseTo(kmH, 4);
  });

  test('does not hurry or hold those on foot', () => {
    expect(judgeWay(tags('highway=secondary maxspeed=3'), walk)?.forward).toBe(4.8);
  });
});

test('the name, or the number where there is none', () => {
  expect(judgeWay(tags('highway=trunk name=保腾线 ref=G219'), drive)?.name).toBe('保腾线');
  expect(judgeWay(tags('highway=trunk ref=G219'), drive)?.name).toBe('G219');
});

test.each([
  ['barrier=stile', true, false],
  ['barrier=gate', false, false],
  ['barrier=wall', true, true],
  ['barrier=gate access=no', true, true],
  ['barrier=bollard foot=no motor_vehicle=yes', false, true],
  ['highway=crossing', false, false],
])('what stops a car, and who walks: %s', (place, car, walker) => {
  expect([isBlocked(tags(place), drive), isBlocked(tags(place), walk)]).toEqual([car, walker]);
});

test.each([
  ['restriction=no_left_turn', 'no'],
  ['restriction=only_straight_on', 'only'],
  ['restriction:motorcar=no_u_turn', 'no'],
  ['restriction=no_left_turn except=motorcar', undefined],
  ['restriction=no_left_turn except=bus;motorcar', undefined],
  ['restriction=no_left_turn except=bus', 'no'],
  ['restriction:hgv=no_left_turn', undefined],
  ['restriction=give_way', undefined],
])('what binds a car: %s', (rule, kind) => {
  expect(judgeRestriction(tags(rule), drive)).toBe(kind);
});
