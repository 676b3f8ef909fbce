import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, keep, refusal, scratch } from '../../testing/tiny-extract.ts';
import { openGraph, readGraph, writeGraph } from './graph-file.ts';
import { type GraphArrays, roadName, sections } from './road-graph.ts';

const town = {
  points: { a: [99.1, 25.1], b: [99.11, 25.1], c: [99.12, 25.1], d: [99.11, 25.11] },
  at: { c: 'barrier=bollard' },
  ways: ['a b c: highway=tertiary name=青龙街', 'b d: highway=track', 'c d: highway=primary oneway=yes ref=G56'],
  rules: ['no_left_turn: 1 b 2'],
} as const;
const { path, graph } = build(town);
const bytes = readFileSync(path);
const names = Object.keys(sections) as (keyof GraphArrays)[];

describe('what was written is what is opened', () => {
  test('every array, and the facts', () => {
    const again = scratch('again.graph');
    expect(writeGraph(again, graph.facts, graph)).toBe(graph.checksum);
    const opened = openGraph(again);
    for (const name of names) expect(Array.from(opened[name]), name).toEqual(Array.from(graph[name]));
    expect(opened.facts).toEqual(graph.facts);
    expect([opened.nodes, opened.arcs, opened.edges]).toEqual([graph.nodes, graph.arcs, graph.edges]);
  });

  test('the same roads give the same bytes', () => {
    expect(readFileSync(build(town).path).equals(bytes)).toBe(true);
  });

  test('arrays are views of the bytes: nothing is copied', () => {
    expect(new Set(names.map((name) => graph[name].buffer)).size).toBe(1);
  });

  test('bytes that begin at no multiple of eight are read all the same', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readGraph(shifted.subarray(3)).checksum).toBe(graph.checksum);
  });

  test('names of roads, and roads without one', () => {
    const all = Array.from({ length: graph.edges }, (_, edge) => roadName(graph, edge));
    expect(new Set(all)).toEqual(new Set(['青龙街', 'G56', '']));
    // An empty table of names once began the checksum anew.
    expect(roadName(build({ ...town, ways: ['a b: highway=track'], rules: [] }).graph, 0)).toBe('');
  });

  test('an arc stands in both directions of the search, and its edge knows it', () => {
    for (let node = 0, k = 0; node < graph.nodes; node += 1)
      for (; k < (graph.backwardFirst[node + 1] as number); k += 1) {
        const arc = graph.backwardArc[k] as number;
        const tail = graph.backward[2 * k] as number;
        expect(graph.forward[2 * arc]).toBe(node);
        expect(graph.forward[2 * arc + 1]).toBe(graph.backward[2 * k + 1]);
        expect(arc).toBeGreaterThanOrEqual(graph.forwardFirst[tail] as number);
        expect(arc).toBeLessThan(graph.forwardFirst[tail + 1] as number);
        const along = graph.forwardEdge[arc] as number;
        const [from, to] = along % 2 === 0 ? [graph.edgeFrom, graph.edgeTo] : [graph.edgeTo, graph.edgeFrom];
        expect(graph.nodeOrigin[tail]).toBe(from[along >> 1]);
        expect(graph.nodeOrigin[node]).toBe(to[along >> 1]);
      }
    for (const [way, arc] of graph.edgeArcs.entries()) if (arc >= 0) expect(graph.forwardEdge[arc]).toBe(way);
  });
});

describe('files that are no graph of ours: one line each', () => {
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ 0x10;
    return copy;
  };
  const line = (content: Uint8Array | string): string => refusal(() => openGraph(keep(content, 'x.graph')));

  test('a changed byte is found wherever it is', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const said = refusal(() => readGraph(changed(at)));
      if (at < 8) expect(said, `${at}`).toMatch(/not a road graph/);
      else if (at < 12) expect(said, `${at}`).toMatch(/of version \d+, this program reads 1/);
      else if (at >= 16 && at < 24) expect(said, `${at}`).toMatch(/should have \d+ bytes and has \d+/);
      else expect(said, `${at}`).toMatch(/corrupt: its checksum does not agree/);
      expect(said.split('\n')).toHaveLength(1);
    }
  });

  test('cut short at every byte', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(refusal(() => readGraph(bytes.subarray(0, length)))).toMatch(
        length < 32 ? /not a road graph/ : /should have \d+ bytes and has/,
      );
  });

  test.each([
    ['an extract', 'whatever OSMHeader', /not a road graph/],
    ['nothing', '', /not a road graph/],
  ])('%s', (_, content, said) => expect(line(content)).toMatch(said));

  test('another version says to build it again', () => {
    const later = Buffer.from(bytes);
    later.writeUInt32LE(2, 8);
    expect(line(later)).toMatch(/^\/GRAPH: .*请重新 circle build · .*run circle build again$/);
  });

  test('no file, or a folder', () => {
    expect(refusal(() => openGraph(scratch('none.graph')))).toMatch(/ENOENT/);
    expect(refusal(() => openGraph(dirname(path)))).toMatch(/EISDIR/);
  });
});

describe('writing', () => {
  test('leaves nothing behind where it cannot be done', () => {
    const folder = scratch('folder');
    mkdirSync(join(folder, 'taken.graph', 'in-it'), { recursive: true });
    expect(refusal(() => writeGraph(join(folder, 'taken.graph'), graph.facts, graph))).toMatch(
      /^\/out: .*cannot write/,
    );
    expect(readdirSync(folder)).toEqual(['taken.graph']);
    expect(refusal(() => writeGraph(join(folder, 'no', 'such', 'x.graph'), graph.facts, graph))).toMatch(/ENOENT/);
  });

  test('puts a graph in the place of another whole', () => {
    const old = keep('an older graph', 'old.graph');
    writeGraph(old, graph.facts, graph);
    expect(openGraph(old).checksum).toBe(graph.checksum);
    writeFileSync(old, 'x');
    expect(refusal(() => openGraph(old))).toMatch(/not a road graph/);
  });
});
