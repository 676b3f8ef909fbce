import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roadTimes } from './road-times.ts';
import { writeGraph } from './roads/graph/graph-file.ts';
import { loadProfile } from './roads/profile.ts';
import { roadsOnFile } from './roads-on-file.ts';
import { refusal } from './testing/tiny-extract.ts';
import { tinyGraph } from './testing/tiny-graph.ts';

const write = (path: string, profile: 'drive' | 'walk' | 'motorcycle') => {
  const { facts, ...arrays } = tinyGraph({
    points: { a: [99.1, 24.7], b: [99.2, 24.7] },
    roads: [{ points: ['a', 'b'], kmH: profile === 'walk' ? 4.5 : 36 }],
    profile: loadProfile(profile),
  });
  writeGraph(path, facts, arrays);
};
const folder = () => join(mkdtempSync(join(tmpdir(), 'fayuan-modes-')), 'roads.graph');
const drawn = (lon: number) => ({ kind: 'schematic' as const, lon, lat: 24.7 });

describe('roads for each way of travelling', () => {
  it('lie beside each other by name, and each is opened when it is there', () => {
    const roads = roadsOnFile(folder());
    expect(roadTimes(roads)).toBeUndefined();
    write(roads.pathOf('walk'), 'walk');
    expect(roads.pathOf('walk')).toMatch(/roads-walk\.graph$/);
    expect([roads.network() === undefined, roads.network('walk') === undefined]).toEqual([true, false]);
    expect(roadTimes(roads)?.modes).toEqual(['walk']);
    expect(refusal(() => roads.mustHave())).toContain('circle.noRoads');
  });

  it('a footpath is not taken for a road: a file under a wrong name is refused, and people get no times by it', () => {
    const roads = roadsOnFile(folder());
    write(roads.pathOf('drive'), 'walk');
    write(roads.pathOf('motorcycle'), 'motorcycle');
    expect(refusal(() => roads.network())).toContain('circle.wrongProfile');
    expect(roadTimes(roads)?.modes).toEqual(['motorcycle']);
  });

  it('a broken file is told to the desk and takes no page of the people down', () => {
    const roads = roadsOnFile(folder());
    write(roads.pathOf('walk'), 'walk');
    writeFileSync(roads.pathOf('drive'), 'no graph');
    expect(refusal(() => roads.network())).not.toBe('not refused');
    expect(roadTimes(roads)?.modes).toEqual(['walk']);
  });

  it('times from one to many and from many to one are the same way read from either end', () => {
    const roads = roadsOnFile(folder());
    write(roads.pathOf('drive'), 'drive');
    const times = roadTimes(roads);
    const [to] = times?.minutes(drawn(99.12), [drawn(99.18)], 'drive') ?? [];
    const [from] = times?.minutesTo(drawn(99.18), [drawn(99.12)], 'drive') ?? [];
    expect(to).toBeCloseTo(6063 / 600, 1);
    expect(from).toBe(to);
    expect(times?.way(drawn(99.12), drawn(99.18), 'drive')?.minutes).toBe(to);
    expect(times?.minutes(drawn(99.12), [drawn(99.18)], 'walk')).toEqual([undefined]);
    expect(times?.way(drawn(99.12), drawn(105), 'drive')).toBeUndefined();
  });
});
