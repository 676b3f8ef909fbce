import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import { accept } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import { putWhole, writeAll } from '../input/write-whole.ts';
import { openGraph } from '../roads/graph/graph-file.ts';

export const exportHelp = `把路网写成 CSV，供别的引擎在同一路网上计算：边 from,to,deciseconds（有向）；点 id,lon,lat。
The graph as it is used, for another engine: arcs from,to,deciseconds (directed) and nodes id,lon,lat (degrees, WGS 84).
转弯限制以复制路口表示：同一位置的多个点 · a turn restriction is a copy of its junction: several nodes at one place`;

/** `fayuan circle export`: written in pieces, so that a large graph needs little memory. */
export function exportCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(() => {
    const { options, files } = accept(
      readWords(argv, { edges: { type: 'string' }, nodes: { type: 'string' }, json: { type: 'boolean' } }, ['GRAPH']),
    );
    const { edges, nodes } = options;
    if (edges === undefined) return refuse('/edges', 'missing', '缺少 --edges', '--edges is missing');
    if (nodes === undefined) return refuse('/nodes', 'missing', '缺少 --nodes', '--nodes is missing');
    const graph = openGraph(files.GRAPH);
    const { forwardFirst, forward, nodeLon, nodeLat } = graph;
    writeLines(nodes, '/nodes', 'id,lon,lat', graph.nodes, (node) => [
      `${node},${degrees(nodeLon[node] as number)},${degrees(nodeLat[node] as number)}`,
    ]);
    writeLines(edges, '/edges', 'from,to,deciseconds', graph.nodes, (node) => {
      const lines: string[] = [];
      for (let arc = forwardFirst[node] as number; arc < (forwardFirst[node + 1] as number); arc += 1)
        lines.push(`${node},${forward[2 * arc]},${forward[2 * arc + 1]}`);
      return lines;
    });
    return options.json
      ? JSON.stringify({ nodes: graph.nodes, arcs: graph.arcs, checksum: graph.checksum })
      : `${graph.nodes} 点 nodes，${graph.arcs} 有向边 arcs，校验 checksum ${graph.checksum}`;
  });
}

/** Seven digits: as exact as the graph is. */
function degrees(value: number): string {
  return (value / 1e7).toFixed(7);
}

function writeLines(
  path: string,
  pointer: string,
  header: string,
  count: number,
  lines: (n: number) => readonly string[],
): void {
  putWhole(path, pointer, (file) => {
    let piece = [header];
    const put = (): void => writeAll(file, Buffer.from(`${piece.join('\n')}\n`));
    for (let n = 0; n < count; n += 1) {
      piece.push(...lines(n));
      if (piece.length < 10_000) continue;
      put();
      piece = [];
    }
    if (piece.length > 0) put();
  });
}
