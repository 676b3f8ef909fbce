import { closeSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader } from 'pmtiles';
import { writeWhole } from '../input/write-whole.ts';
import { openGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { boxOf } from '../travel/travel-input.ts';
import { pmtilesOf } from './pmtiles.ts';
import { roadTiles, tileLayer, tileZooms } from './road-tiles.ts';

/** Raised when the same graph makes other tiles than before. */
const edition = 1;

/** The roads of a graph as a PMTiles archive of vector tiles. The same graph gives the same bytes. */
export function tilesOf(graph: RoadGraph): Uint8Array {
  const { checksum, facts } = graph;
  return pmtilesOf(roadTiles(graph), {
    name: facts.source.name,
    zooms: tileZooms,
    box: boxOf(graph),
    metadata: {
      // Whatever shows them elsewhere says what they are.
      description: facts.schematic ? '示意路网，非实测 · schematic roads, not surveyed' : facts.source.name,
      vector_layers: [{ ...tileLayer, minzoom: tileZooms.least, maxzoom: tileZooms.most }],
      graph: checksum,
      edition,
    },
  });
}

/** Make the tiles of a graph file and put them in their place whole. @throws BadInput where one cannot be read or the other written */
export function makeTiles(graphPath: string, out: string): { readonly bytes: number } {
  const bytes = tilesOf(openGraph(graphPath));
  writeWhole(out, bytes);
  return { bytes: bytes.length };
}

/** True where a file holds the tiles of this graph as they are made today. */
export function areTilesOf(path: string, checksum: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const read = (length: number, at: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file as number, bytes, 0, length, at));
    };
    const { buffer, byteOffset, length } = read(127, 0);
    const header = bytesToHeader(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
    const metadata = gunzipSync(read(header.jsonMetadataLength, header.jsonMetadataOffset)).toString('utf8');
    const facts = JSON.parse(metadata) as { readonly graph?: unknown; readonly edition?: unknown };
    return facts.graph === checksum && facts.edition === edition;
  } catch {
    // Not there, or nothing that we made: it is made anew.
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
