import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { build, extractBytes, keep, refusal, type TinyExtract } from '../../testing/tiny-extract.ts';
import { loadProfile } from '../profile.ts';
import { readExtract } from './read-extract.ts';

const drive = loadProfile('drive');
const read = (bytes: Uint8Array | string) => readExtract(keep(bytes), drive);

const village: TinyExtract = {
  points: { a: [99.1, 25.1], b: [99.11, 25.1], c: [99.11, 25.11], d: [99.12, 25.1], house: [99.105, 25.105] },
  at: { d: 'barrier=bollard', house: 'amenity=post_office' },
  ways: ['a b c: highway=tertiary name=瓦房路', 'b d: highway=track', 'a house: building=yes'],
  rules: ['no_left_turn: 1 b 2'],
};

describe('the ways there are of writing the same roads', () => {
  const whole = build(village).graph;
  test.each([
    ['nodes one by one', { dense: false }],
    ['a block for each thing', { perBlock: 1 }],
    ['blocks that are not packed', { packing: 'raw' }],
    ['no required feature named', { requires: [] }],
  ] as const)('%s', (_, how) => {
    const { graph } = build({ ...village, how });
    expect([...graph.forward]).toEqual([...whole.forward]);
    expect([...graph.shapeLon]).toEqual([...whole.shapeLon]);
    expect(graph.facts.classes).toEqual(whole.facts.classes);
  });

  test('only what a profile may use is kept', () => {
    const { ways, counts } = read(extractBytes(village));
    expect(ways.first).toHaveLength(3);
    expect(counts).toEqual({ nodes: 5, missingNodes: 0, turnsIgnored: 0 });
    expect(ways.names).toContain('瓦房路');
    expect(ways.blocked.reduce((a, b) => a + b, 0)).toBe(1);
    expect(ways.turns).toHaveLength(1);
  });

  test('a rule over a way rather than one node is counted and left out', () => {
    const bytes = extractBytes({ ...village, rules: ['no_left_turn: 1 b 2'] });
    // `via` of type node (0) becomes way (1): the members' types are 1, 0, 1, at the very end of a raw block.
    const raw = Buffer.from(extractBytes({ ...village, how: { packing: 'raw' } }));
    const at = raw.lastIndexOf(Buffer.from([0x52, 0x03, 1, 0, 1]));
    raw[at + 3] = 1;
    expect(read(bytes).counts.turnsIgnored).toBe(0);
    expect(read(raw).counts.turnsIgnored).toBe(1);
  });
});

describe('an extract that is cut at a border', () => {
  const cut: TinyExtract = {
    points: { a: [99, 25], b: [99.01, 25], d: [99.03, 25], e: [99.04, 25] },
    ways: ['a b gone d e: highway=tertiary', 'e alsogone: highway=tertiary'],
  };
  test('a road ends before the node that is missing and begins again behind it', () => {
    const { extract, seconds } = build(cut);
    expect(extract.counts.missingNodes).toBe(2);
    expect(seconds('a', 'b')).toBeGreaterThan(0);
    expect(seconds('d', 'e')).toBeGreaterThan(0);
    expect(seconds('a', 'e')).toBeUndefined();
  });

  test('no road is drawn to where a missing node would be at 0, 0', () => {
    const { west, south } = build(cut).graph.facts.box;
    expect([west, south]).toEqual([99e7, 25e7]);
  });

  test('a turn rule follows the pieces of its way', () => {
    const { seconds } = build({
      points: { ...cut.points, f: [99.03, 25.01] },
      ways: ['a b gone d e: highway=tertiary', 'f d: highway=tertiary'],
      rules: ['no_right_turn: 2 d 1'],
    });
    expect(seconds('f', 'd')).toBeGreaterThan(0);
    expect(seconds('f', 'e')).toBeUndefined();
  });

  test('roads without any node are said to be so', () => {
    expect(refusal(() => read(extractBytes({ points: { x: [99, 25] }, ways: ['a b: highway=track'] })))).toMatch(
      /lacks the nodes of all its roads/,
    );
  });
});

describe('files that cannot be read', () => {
  const bytes = extractBytes(village);

  test('cut short at every byte: refused, with the byte, wherever a block is not whole', () => {
    // What ends with a block is a whole file: the header alone, then nodes, then ways.
    const ends = blockEnds(bytes);
    expect(ends).toHaveLength(4);
    for (let length = 0; length < bytes.length; length += 1) {
      const said = refusal(() => read(bytes.subarray(0, length)));
      if (length === ends[2]) expect(said).toBe('not refused');
      else if (ends.includes(length)) expect(said).toMatch(/no road/);
      else expect(said, `${length}`).toMatch(new RegExp(`^/FILE: .*\\b(byte ${length}\\b|byte 0$)`));
      expect(said.split('\n')).toHaveLength(1);
    }
  });

  test('a changed byte ends in one line or in a graph, never in a crash or a hang', () => {
    for (const packing of ['zlib', 'raw'] as const) {
      const good = extractBytes({ ...village, how: { packing } });
      for (let at = 0; at < good.length; at += 1) {
        const bad = Buffer.from(good);
        bad[at] = (bad[at] as number) ^ (1 << (at % 8));
        const said = refusal(() => read(bad));
        if (said !== 'not refused') expect(said, `${packing} ${at}`).toMatch(/^\/FILE: [^\n]+$/);
      }
    }
  });

  test.each([
    [
      'a zip',
      Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000 something', 'latin1'),
      /not .osm.pbf from byte 0/,
    ],
    ['text', 'id,lon,lat\n1,99,25\n', /not .osm.pbf from byte 0/],
    ['XML', '<?xml version="1.0"?><osm/>', /not .osm.pbf from byte 0/],
    ['nothing', '', /broken at byte 0/],
    ['zeros', Buffer.alloc(100), /not .osm.pbf from byte 0/],
  ])('%s', (_, content, line) => {
    expect(refusal(() => read(content))).toMatch(line);
  });

  test('a folder, or no file, is said to be so', () => {
    expect(refusal(() => readExtract('/nowhere/at.all', drive))).toMatch(/cannot read .*ENOENT/);
  });

  test('history files and changed schemas are turned down by name', () => {
    const history = extractBytes({ ...village, how: { requires: ['OsmSchema-V0.6', 'HistoricalInformation'] } });
    expect(refusal(() => read(history))).toMatch(/needs HistoricalInformation, which is not read here/);
  });

  test.each([
    [4, 'LZMA'],
    [6, 'LZ4'],
    [7, 'zstd'],
  ])('a block packed otherwise is named: field %i is %s', (field, name) => {
    const other = framed('OSMData', Buffer.from([0x10, 5, (field << 3) | 2, 2, 1, 2]));
    const header = bytes.subarray(0, blockEnds(bytes)[0]);
    expect(refusal(() => read(Buffer.concat([header, other])))).toMatch(new RegExp(`is packed by ${name}; only zlib`));
  });

  test('a block that unpacks to more than it said, or than is allowed, is not unpacked', () => {
    const header = bytes.subarray(0, blockEnds(bytes)[0]);
    const packed = deflateSync(Buffer.alloc(40 * 1024 * 1024));
    const field3 = Buffer.concat([Buffer.from([0x10, 0x80, 0x80, 0x80, 0x10, 0x1a]), varint(packed.length), packed]);
    expect(refusal(() => read(Buffer.concat([header, framed('OSMData', field3)])))).toMatch(/broken at byte \d+$/);
  });

  test('what is broken inside a packed block is told with the block and the byte within', () => {
    const header = bytes.subarray(0, blockEnds(bytes)[0]);
    const packed = deflateSync(Buffer.from([0x0a, 0x7f, 1]));
    const field3 = Buffer.concat([Buffer.from([0x10, 3, 0x1a]), varint(packed.length), packed]);
    expect(refusal(() => read(Buffer.concat([header, framed('OSMData', field3)])))).toMatch(
      /the block at byte \d+ is broken \(at byte 2 of it, unpacked\)/,
    );
  });

  test('data before any header is no extract', () => {
    expect(refusal(() => read(bytes.subarray(blockEnds(bytes)[0])))).toMatch(/broken at byte 0/);
  });

  test('a type of block that is not known is passed over', () => {
    const [first = 0] = blockEnds(bytes);
    const mixed = Buffer.concat([
      bytes.subarray(0, first),
      framed('Else', Buffer.from([0x0a, 1, 7])),
      bytes.subarray(first),
    ]);
    expect(read(mixed).ways.first).toHaveLength(3);
  });
});

/** Where each block of a file ends. */
function blockEnds(bytes: Uint8Array): number[] {
  const data = Buffer.from(bytes);
  const ends: number[] = [];
  for (let at = 0; at < data.length; ) {
    const header = data.readUInt32BE(at);
    // type (field 1) and datasize (field 3, a varint of at most two bytes here)
    const typeLength = data[at + 5] as number;
    const size = at + 4 + 2 + typeLength + 1;
    const low = data[size] as number;
    const length = low < 0x80 ? low : (low & 0x7f) | ((data[size + 1] as number) << 7);
    at += 4 + header + length;
    ends.push(at);
  }
  return ends;
}

function framed(type: string, blob: Uint8Array): Buffer {
  const name = Buffer.from(type);
  const header = Buffer.concat([Buffer.from([0x0a, name.length]), name, Buffer.from([0x18]), varint(blob.length)]);
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(header.length);
  return Buffer.concat([prefix, header, blob]);
}

function varint(n: number): Buffer {
  const bytes: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}
