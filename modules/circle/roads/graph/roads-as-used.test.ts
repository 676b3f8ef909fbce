import { describe, expect, test } from 'vitest';
import { build, type TinyExtract } from '../../testing/tiny-extract.ts';
import { loadProfile } from '../profile.ts';

/** Metres to a hundredth of a degree at the equator, where all these roads lie. */
const hundredth = 1111.9508;
const at = (metres: number, kmH: number): number => (metres * 3.6) / kmH;
const line = { a: [0, 0], b: [0.01, 0], c: [0.02, 0], d: [0.03, 0] } as const;
const cross: TinyExtract['points'] = { ...line, n: [0.01, 0.01], s: [0.01, -0.01] };

describe('oneways', () => {
  test.each([
    ['both ways', 'highway=tertiary', true, true],
    ['yes', 'highway=tertiary oneway=yes', true, false],
    ['true', 'highway=tertiary oneway=true', true, false],
    ['against its points', 'highway=tertiary oneway=-1', false, true],
    ['reverse', 'highway=tertiary oneway=reverse', false, true],
    ['changing by the hour: nobody can count on it', 'highway=tertiary oneway=reversible', false, false],
    ['a motorway', 'highway=motorway', true, false],
    ['a motorway that is not', 'highway=motorway oneway=no', true, true],
    ['a roundabout', 'highway=tertiary junction=roundabout', true, false],
    ['for cars only, which we are', 'highway=tertiary oneway:motorcar=yes', true, false],
    ['the particular word before the general', 'highway=tertiary oneway=yes oneway:motor_vehicle=no', true, true],
  ])('%s', (_, tags, along, against) => {
    // The way round, so that the file is never without a road.
    const { seconds } = build({ points: line, ways: [`a b: ${tags}`, 'c d: highway=track'] });
    expect(seconds('a', 'b') !== undefined).toBe(along);
    expect(seconds('b', 'a') !== undefined).toBe(against);
  });

  test('do not bind those on foot', () => {
    const { seconds } = build({ points: line, ways: ['a b: highway=tertiary oneway=yes'] }, 'walk');
    expect(seconds('b', 'a')).toBeCloseTo(at(hundredth, 4.8), 0);
  });
});

describe('barriers', () => {
  const past = (barrier: string, profile = 'drive') =>
    build({ points: line, at: { b: barrier }, ways: ['a b c: highway=tertiary'] }, profile);
  test.each([
    ['barrier=bollard', false],
    ['barrier=gate', true],
    ['barrier=lift_gate', true],
    ['barrier=bollard motor_vehicle=yes', true],
    ['barrier=bollard access=private', false],
    ['barrier=gate access=private', false],
    ['barrier=gate access=no motorcar=yes', true],
  ])('%s', (barrier, open) => {
    const { seconds } = past(barrier);
    expect(seconds('a', 'c') !== undefined).toBe(open);
    // The road leads up to it; where one may pass, it is no place of its own.
    expect(seconds('a', 'b') !== undefined).toBe(!open);
  });

  test('a bollard lets people through, and is counted where it stops', () => {
    expect(past('barrier=bollard', 'walk').seconds('a', 'c')).toBeGreaterThan(0);
    expect(past('barrier=bollard', 'walk').seen.barriers).toBe(0);
    expect(past('barrier=bollard').seen.barriers).toBe(1);
  });

  test('where roads meet at a closed place, none leads into another', () => {
    const { seconds } = build({
      points: cross,
      at: { b: 'barrier=block' },
      ways: ['a b c: highway=tertiary', 'n b s: highway=tertiary'],
    });
    expect(seconds('a', 'b')).toBeGreaterThan(0);
    for (const other of ['c', 'n', 's']) expect(seconds('a', other)).toBeUndefined();
  });
});

describe('who may use a road', () => {
  test.each([
    ['access=private', false],
    ['access=no', false],
    ['access=destination', true],
    ['access=permissive', true],
    ['access=private motor_vehicle=yes', true],
    ['motor_vehicle=agricultural', false],
    ['motorcar=no', false],
    ['area=yes', false],
    ['service=emergency_access', false],
  ])('%s', (tags, open) => {
    const { seconds } = build({ points: line, ways: [`a b: highway=service ${tags}`, 'b c: highway=track'] });
    expect(seconds('a', 'b') !== undefined).toBe(open);
  });
});

describe('speed', () => {
  test.each([
    ['by class', 'highway=secondary', 40],
    ['held down by what is posted', 'highway=secondary maxspeed=30', 30],
    ['never raised by what is posted', 'highway=secondary maxspeed=120', 40],
    ['in miles', 'highway=motorway oneway=no maxspeed=40_mph', 64.37376],
    ['by surface', 'highway=secondary surface=gravel', 26],
    ['by the worse of surface and tracktype', 'highway=track surface=gravel tracktype=grade5', 5.4],
    ['what is posted is no number', 'highway=secondary maxspeed=CN:urban', 40],
  ])('%s', (_, tags, kmH) => {
    const { seconds } = build({ points: line, ways: [`a b: ${tags}`.replace('40_mph', '40mph')] });
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, kmH), 0);
  });

  test('by direction', () => {
    const { seconds } = build({ points: line, ways: ['a b: highway=secondary maxspeed:backward=20'] });
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, 40), 0);
    expect(seconds('b', 'a')).toBeCloseTo(at(hundredth, 20), 0);
  });
});

describe('ferries', () => {
  const { ferry } = loadProfile('drive');
  test('take the time they say, and the wait before', () => {
    const { seconds } = build({ points: line, ways: ['a b: route=ferry duration=00:25', 'b c: highway=track'] });
    expect(seconds('a', 'b')).toBe(25 * 60 + ferry.boardingSeconds);
  });

  test('without a timetable go at the speed of a boat', () => {
    const { seconds } = build({ points: line, ways: ['a b: route=ferry', 'b c: highway=track'] });
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, ferry.kmH) + ferry.boardingSeconds, 0);
  });

  test('that carry no cars are none to a car', () => {
    const ways = ['a b: route=ferry motor_vehicle=no', 'b c: highway=track'];
    expect(build({ points: line, ways }).seconds('a', 'b')).toBeUndefined();
    expect(build({ points: line, ways }, 'walk').seconds('a', 'b')).toBeGreaterThan(0);
  });

  test('an arc longer than a number of 16 bits of deciseconds keeps its length', () => {
    const { seconds, graph } = build({ points: line, ways: ['a b: route=ferry duration=48:00', 'b c: highway=track'] });
    expect(seconds('a', 'b')).toBe(48 * 3600 + ferry.boardingSeconds);
    expect(graph.facts.longestArc).toBe((48 * 3600 + ferry.boardingSeconds) * 10);
  });
});

describe('roundabouts', () => {
  test('are gone round one way', () => {
    const { seconds } = build({
      points: { a: [0, 0], b: [0.01, 0], c: [0.01, 0.01], d: [0, 0.01], west: [-0.01, 0], north: [0.01, 0.02] },
      ways: [
        'a b c d a: highway=tertiary junction=roundabout',
        'a west: highway=tertiary',
        'c north: highway=tertiary',
      ],
    });
    expect(seconds('west', 'north')).toBeCloseTo(4 * at(hundredth, 32), 0);
    expect(seconds('a', 'c')).toBeCloseTo(2 * at(hundredth, 32), 0);
    expect(seconds('c', 'a')).toBeCloseTo(2 * at(hundredth, 32), 0);
  });
});

describe('turn restrictions', () => {
  const ways = ['a b: highway=tertiary', 'b c: highway=tertiary', 'b n: highway=tertiary', 'b s: highway=tertiary'];
  const ruled = (...rules: string[]) => build({ points: cross, ways, rules });
  /** Where one may go from a road over the junction. (By way of a dead end, where one may turn round, it takes twice as long.) */
  const open = (built: ReturnType<typeof ruled>, from: string) =>
    ['a', 'c', 'n', 's']
      .filter((to) => to !== from && (built.seconds(from, to) ?? 9999) < 3 * at(hundredth, 32))
      .join('');

  test('none: every way is open', () => {
    expect(open(ruled(), 'a')).toBe('cns');
  });

  test('no: that turn alone is closed, from that road alone', () => {
    const built = ruled('no_left_turn: 1 b 3');
    expect(open(built, 'a')).toBe('cs');
    expect(open(built, 's')).toBe('acn');
    expect(open(built, 'n')).toBe('acs');
    expect(built.seen.turnRules).toBe(1);
  });

  test('only: every other is closed', () => {
    expect(open(ruled('only_straight_on: 1 b 2'), 'a')).toBe('c');
  });

  test('two that name the same road each allow theirs', () => {
    expect(open(ruled('only_straight_on: 1 b 2', 'only_right_turn: 1 b 4'), 'a')).toBe('cs');
  });

  test('no and only together', () => {
    expect(open(ruled('only_straight_on: 1 b 2', 'no_left_turn: 1 b 3', 'no_straight_on: 1 b 2'), 'a')).toBe('');
  });

  test('round by the next dead end one comes back to the road that was closed', () => {
    expect(ruled('no_left_turn: 1 b 3').seconds('a', 'n')).toBeCloseTo(4 * at(hundredth, 32), 0);
  });

  test('a journey that begins at the junction is not turning there', () => {
    expect(open(ruled('no_left_turn: 1 b 3', 'only_straight_on: 1 b 2'), 'b')).toBe('acns');
  });

  test('the way round a closed turn is found', () => {
    // From a, turning left at b is closed; going on to c, round by x, and in from the north is not.
    const { seconds } = build({
      points: { ...cross, x: [0.02, 0.01] },
      ways: [...ways, 'c x n: highway=tertiary'],
      rules: ['no_left_turn: 1 b 3'],
    });
    expect(seconds('a', 'n')).toBeCloseTo(4 * at(hundredth, 32), 0);
  });

  test('two closed turns in a row, the second of which begins on the first junction’s copy', () => {
    const { seconds } = build({
      points: { ...cross, m: [0.02, 0.01] },
      ways: [
        'a b: highway=tertiary',
        'b c: highway=tertiary',
        'c d: highway=tertiary',
        'c m: highway=tertiary',
        'b n: highway=tertiary',
      ],
      rules: ['no_left_turn: 1 b 5', 'no_left_turn: 2 c 4'],
    });
    const stretch = at(hundredth, 32);
    expect(seconds('a', 'd')).toBeCloseTo(3 * stretch, 0);
    // Only by turning round: at d, and at c.
    expect(seconds('a', 'm')).toBeCloseTo(5 * stretch, 0);
    expect(seconds('a', 'n')).toBeCloseTo(4 * stretch, 0);
    expect(seconds('n', 'm')).toBeCloseTo(5 * stretch, 0);
    expect(seconds('d', 'm')).toBeCloseTo(2 * at(hundredth, 32), 0);
  });

  test('no turning round on a way leaves going on along it', () => {
    const { seconds } = build({
      points: cross,
      ways: ['a b c: highway=tertiary', 'n b: highway=tertiary'],
      rules: ['no_u_turn: 1 b 1'],
    });
    expect(seconds('a', 'c')).toBeCloseTo(2 * at(hundredth, 32), 0);
  });

  test('do not bind those on foot', () => {
    const onFoot = build({ points: cross, ways, rules: ['no_left_turn: 1 b 3'] }, 'walk');
    expect(onFoot.seconds('a', 'n')).toBeCloseTo(2 * at(hundredth, 4.8), 0);
  });

  test('a rule about a road that is closed to us falls away', () => {
    const closed = ['a b: highway=tertiary', 'b c: highway=footway', 'b n: highway=tertiary', 'b s: highway=tertiary'];
    expect(open(build({ points: cross, ways: closed, rules: ['only_straight_on: 1 b 2'] }), 'a')).toBe('ns');
  });
});

describe('what hangs together', () => {
  const points = { ...cross, x: [1, 1], y: [1.01, 1], z: [1.02, 1], u: [2, 1], v: [2.01, 1] } as const;
  const { seen, graph } = build({
    points,
    ways: [
      'a b c d: highway=tertiary',
      'b n: highway=tertiary',
      'd s: highway=tertiary oneway=yes',
      'x y: highway=track',
      'y z: highway=track',
      'u v: highway=track',
    ],
  });
  test('the core, and what joins it one way only', () => {
    // a, b, d and n: c lies between junctions and is none.
    expect(seen.coreNodes).toBe(4);
    expect(seen.oneWayPockets).toBe(1);
  });

  test('islands, the largest first, each with a place', () => {
    expect(seen.islands).toBe(2);
    expect(seen.largestIslands.map(({ nodes }) => nodes)).toEqual([3, 2]);
    expect(seen.largestIslands[1]?.lat).toBe(1e7);
  });

  test('nodes of the core are marked by component 0', () => {
    expect([...graph.nodeComponent].filter((component) => component === 0)).toHaveLength(4);
  });
});

describe('shapes that trip a reader', () => {
  test('two roads between the same places: the faster counts', () => {
    const { seconds, graph } = build({ points: line, ways: ['a b: highway=track', 'a b: highway=secondary'] });
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, 40), 0);
    expect(graph.arcs).toBe(4);
  });

  test('a road that comes back to where it began', () => {
    const { seconds, graph } = build({ points: line, ways: ['a b c a: highway=tertiary', 'a d: highway=tertiary'] });
    expect(graph.edges).toBe(2);
    expect(seconds('a', 'd')).toBeCloseTo(3 * at(hundredth, 32), 0);
  });

  test('places at one spot: an arc of no length is passed at no cost', () => {
    const { seconds } = build({
      points: { ...line, same: [0.01, 0] },
      ways: ['a b: highway=tertiary', 'b same: highway=tertiary', 'same c: highway=tertiary'],
    });
    expect(seconds('a', 'c')).toBeCloseTo(2 * at(hundredth, 32), 0);
  });

  test('a ferry of no length keeps its wait', () => {
    const { graph } = build({
      points: { ...line, same: [0.01, 0] },
      ways: ['a b: highway=tertiary', 'b same: route=ferry duration=10'],
    });
    expect(graph.facts.longestArc).toBe(loadProfile('drive').ferry.boardingSeconds * 10);
  });

  test('a way that names one node twice in a row', () => {
    expect(build({ points: line, ways: ['a a b b: highway=tertiary'] }).seconds('a', 'b')).toBeCloseTo(
      at(hundredth, 32),
      0,
    );
  });

  test('across the antimeridian it is near, not round the earth', () => {
    const points = { west: [179.99, 0], mid: [-180, 0], east: [-179.99, 0], end: [-179.98, 0] } as const;
    const { seconds, graph } = build({
      points,
      ways: ['west mid east: highway=tertiary', 'east end: highway=tertiary'],
    });
    expect(seconds('west', 'end')).toBeCloseTo(3 * at(hundredth, 32), 0);
    expect(graph.facts.box.west).toBe(179.99e7);
    expect(graph.facts.box.width).toBe(0.03e7);
    expect(graph.facts.grid.columns).toBeLessThan(100);
  });
});

describe('slope', () => {
  test('uphill is slower than level, downhill as its own table says', () => {
    // Ten per cent up eastwards.
    const rise = (lonE7: number): number => ((lonE7 / 1e5) * hundredth) / 10;
    const points = { a: [0, 0], m: [0.005, 0], b: [0.01, 0] } as const;
    const { seconds, graph } = build({ points, ways: ['a m b: highway=tertiary'] }, 'drive', rise);
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, 32 * 0.72), 0);
    expect(seconds('b', 'a')).toBeCloseTo(at(hundredth, 32 * (0.85 - (0.2 * 0.02) / 0.07)), 0);
    expect(graph.facts.heights).toBe(true);
  });

  test('where heights are not known the road is level', () => {
    const { seconds } = build({ points: line, ways: ['a b: highway=tertiary'] }, 'drive', () => undefined);
    expect(seconds('a', 'b')).toBeCloseTo(at(hundredth, 32), 0);
  });
});
